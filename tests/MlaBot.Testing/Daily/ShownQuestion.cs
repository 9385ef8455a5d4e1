using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Testing.Daily;

/// <summary>A question as people see it in the channel.</summary>
/// <param name="MessageId">The platform's id.</param>
/// <param name="Post">The post as it was sent.</param>
/// <param name="Item">The item.</param>
/// <param name="At">When the message appeared.</param>
public sealed record ShownQuestion(string MessageId, DailyPost Post, Item Item, Instant At)
{
    /// <summary>When the controls went; null while they stand.</summary>
    public Instant? ClosedAt { get; set; }

    /// <summary>When the key was shown; null before.</summary>
    public Instant? RevealedAt { get; set; }

    /// <summary>The answers that the reveal counts; empty before.</summary>
    public IReadOnlyList<DailyAnswer> Revealed { get; set; } = [];
}
