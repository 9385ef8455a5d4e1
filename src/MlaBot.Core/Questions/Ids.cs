namespace MlaBot.Core.Questions;

/// <summary>An item's id in its pack, such as <c>q-1.1-0003</c>.</summary>
/// <param name="Value">The id as the pack writes it.</param>
public readonly record struct ItemId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A part of an item that an answer can name: an option, a step, a prompt or a response.</summary>
/// <param name="Value">The id within the item, such as <c>a</c>, <c>s2</c>, <c>p1</c> or <c>r3</c>.</param>
public readonly record struct PartId(string Value) : IComparable<PartId>
{
    /// <inheritdoc/>
    public int CompareTo(PartId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
