using MlaBot.Core.Rounds;
using NodaTime;

namespace MlaBot.Testing.Rounds;

/// <summary>A message of a round as it stands in the channel.</summary>
/// <param name="Key">What it is, such as <c>question 3</c>: nothing may stand there twice.</param>
/// <param name="MessageId">The platform's id.</param>
/// <param name="Round">The round as it was when the message was sent.</param>
/// <param name="At">When it appeared.</param>
public sealed record ShownRound(string Key, string MessageId, Round Round, Instant At)
{
    /// <summary>The question; null for other messages.</summary>
    public RoundQuestion? Question { get; init; }

    /// <summary>The table that it shows; null for other messages.</summary>
    public RoundTable? Table { get; init; }

    /// <summary>The answers that it shows.</summary>
    public int Answers { get; init; }

    /// <summary>True while the controls of a question can be pressed.</summary>
    public bool HasControls { get; set; }

    /// <summary>How many answers the message counts.</summary>
    public int Count { get; set; }

    /// <summary>True when a person deleted it.</summary>
    public bool IsDeleted { get; set; }
}
