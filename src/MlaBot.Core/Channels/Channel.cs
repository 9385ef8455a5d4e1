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

    /// <summary>How its questions are posted.</summary>
    public PostingStyle Posting { get; init; } = PostingStyle.Plain;

    /// <summary>True when its daily questions come from what the group finds hardest, within the blueprint's mix.</summary>
    public bool PicksColdest { get; init; }

    /// <summary>The platform's user id of the admin who last set it up, to whom troubles are told; empty when nobody is known.</summary>
    public string SetUpBy { get; init; } = "";
}

/// <summary>How a channel's questions are posted.</summary>
/// <param name="OpensThread">True when each reveal opens a thread for discussion.</param>
/// <param name="IsSilent">True when a post makes no sound.</param>
/// <param name="MentionRole">The platform's id of the role or user group that a question calls; empty for none.</param>
public sealed record PostingStyle(bool OpensThread, bool IsSilent, string MentionRole)
{
    /// <summary>No thread, the platform's usual sound, nobody called.</summary>
    public static PostingStyle Plain { get; } = new(OpensThread: false, IsSilent: false, MentionRole: "");
}

/// <summary>When a learner hears whether the answer to a daily question was right.</summary>
public enum FeedbackMode
{
    /// <summary>At once and privately; the first answer is final.</summary>
    Immediate,

    /// <summary>When the question closes; until then the answer may be changed.</summary>
    AtClose,
}
