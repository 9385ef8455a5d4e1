using MlaBot.Core.Exams;
using NodaTime;

namespace MlaBot.Core.Channels;

/// <summary>A channel that was set up, with what its admin chose.</summary>
public sealed record Channel
{
    /// <summary>Which channel.</summary>
    public required ChannelKey Key { get; init; }

    /// <summary>The name that people see.</summary>
    public required string Name { get; init; }

    /// <summary>The exam that its questions come from.</summary>
    public required ExamId Exam { get; init; }

    /// <summary>The IANA zone of its schedules, and of learners who named none of their own.</summary>
    public required string Zone { get; init; }

    /// <summary>When a learner hears whether the answer was right.</summary>
    public required FeedbackMode Feedback { get; init; }

    /// <summary>How long a question stays open. From 10 minutes to 7 days.</summary>
    public required Duration OpenFor { get; init; }
}

/// <summary>When a learner hears whether the answer to a daily question was right.</summary>
public enum FeedbackMode
{
    /// <summary>At once and privately; the first answer is final.</summary>
    Immediate,

    /// <summary>When the question closes; until then the answer may be changed.</summary>
    AtClose,
}
