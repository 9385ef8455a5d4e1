using System.Text.Json.Serialization;

namespace MlaBot.Core.Questions;

/// <summary>Prompts that must each be given the right response.</summary>
public sealed record MatchingItem : Item
{
    /// <summary>The prompts in the order of the pack; three to seven.</summary>
    public required IReadOnlyList<MatchingPrompt> Prompts { get; init; }

    /// <summary>The responses on offer, spare ones included.</summary>
    public required IReadOnlyList<MatchingResponse> Responses { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemType Type => ItemType.Matching;
}

/// <summary>One prompt of a matching item.</summary>
/// <param name="Id">Its id within the item.</param>
/// <param name="Text">What the learner reads.</param>
/// <param name="Key">The right response.</param>
/// <param name="Why">Why that response fits.</param>
public sealed record MatchingPrompt(PartId Id, string Text, PartId Key, string Why);

/// <summary>One response of a matching item.</summary>
/// <param name="Id">Its id within the item.</param>
/// <param name="Text">What the learner reads.</param>
/// <param name="Why">Why no prompt asks for it; null for a response that is a key.</param>
public sealed record MatchingResponse(PartId Id, string Text, string? Why);
