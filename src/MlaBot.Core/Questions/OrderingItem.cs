using System.Text.Json.Serialization;

namespace MlaBot.Core.Questions;

/// <summary>Steps to be put in their one valid order.</summary>
public sealed record OrderingItem : Item
{
    /// <summary>All steps, also one that must be left out.</summary>
    public required IReadOnlyList<OrderingStep> Steps { get; init; }

    /// <summary>The steps to use, in the right order.</summary>
    public required IReadOnlyList<PartId> Key { get; init; }

    /// <summary>The order in which the pack shows them; never the key.</summary>
    public required IReadOnlyList<PartId> Shown { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemType Type => ItemType.Ordering;
}

/// <summary>One step of an ordering item.</summary>
/// <param name="Id">Its id within the item.</param>
/// <param name="Text">What the learner reads.</param>
/// <param name="Why">Why it stands where it stands, or why it must be left out.</param>
public sealed record OrderingStep(PartId Id, string Text, string Why);
