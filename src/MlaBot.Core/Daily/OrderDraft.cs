using MlaBot.Core.Questions;

namespace MlaBot.Core.Daily;

/// <summary>An ordering answer that is being put together step by step. Every change names the position that its author saw,
/// so that a second or stale press changes nothing.</summary>
public sealed record OrderDraft
{
    private readonly OrderingItem _item;

    private OrderDraft(OrderingItem item, IReadOnlyList<PartId> steps)
    {
        _item = item;
        Steps = steps;
    }

    /// <summary>The steps so far, first to last, each once.</summary>
    public IReadOnlyList<PartId> Steps { get; }

    /// <summary>How many steps the order has.</summary>
    public int Length => _item.Key.Count;

    /// <summary>True when nothing is missing.</summary>
    public bool IsComplete => Steps.Count == Length;

    /// <summary>The answer so far.</summary>
    public Answer.Ordered Answer => new(Steps);

    /// <summary>The text to store; null for a draft without a step.</summary>
    public string? Text => Steps.Count == 0 ? null : Answer.Canonical;

    /// <summary>Reads a stored text; steps that the item does not have are left out.</summary>
    public static OrderDraft Read(OrderingItem item, string? text) => new(
        item,
        text is null ? [] : [.. text.Split('>').Select(part => new PartId(part)).Where(part => item.Steps.Any(step => step.Id == part)).Distinct().Take(item.Key.Count)]);

    /// <summary>Adds a step at a position from 1; unchanged when that is not the next one or the step stands already. A last step
    /// that leaves no choice is filled in.</summary>
    public OrderDraft Add(int position, PartId step)
    {
        if (position != Steps.Count + 1 || IsComplete || Steps.Contains(step) || _item.Steps.All(known => known.Id != step))
        {
            return this;
        }

        var longer = new OrderDraft(_item, [.. Steps, step]);
        return longer.LastStep is { } last ? new OrderDraft(_item, [.. longer.Steps, last]) : longer;
    }

    /// <summary>Takes the latest choice back, with the step that followed from it; unchanged when the draft has another length by now.</summary>
    public OrderDraft Undo(int length)
    {
        if (length != Steps.Count || length == 0)
        {
            return this;
        }

        var followed = IsComplete && _item.Steps.Count == Length && Length > 1;
        return new OrderDraft(_item, [.. Steps.Take(length - (followed ? 2 : 1))]);
    }

    /// <inheritdoc/>
    public bool Equals(OrderDraft? other) => other is not null && _item.Id == other._item.Id && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => Steps.Count;

    private PartId? LastStep => _item.Steps.Count == Length && Steps.Count == Length - 1
        ? _item.Steps.Select(step => step.Id).First(step => !Steps.Contains(step))
        : null;
}
