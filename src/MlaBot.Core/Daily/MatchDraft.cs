using MlaBot.Core.Questions;

namespace MlaBot.Core.Daily;

/// <summary>A matching answer that is being put together prompt by prompt, in any order.</summary>
public sealed record MatchDraft
{
    private readonly MatchingItem _item;

    private MatchDraft(MatchingItem item, IReadOnlyDictionary<PartId, PartId> pairs)
    {
        _item = item;
        Pairs = pairs;
    }

    /// <summary>Response by prompt, as far as chosen.</summary>
    public IReadOnlyDictionary<PartId, PartId> Pairs { get; }

    /// <summary>True when every prompt has its response.</summary>
    public bool IsComplete => Pairs.Count == _item.Prompts.Count;

    /// <summary>The answer so far.</summary>
    public Answer.Matched Answer => new(Pairs);

    /// <summary>The text to store; null for a draft without a pair.</summary>
    public string? Text => Pairs.Count == 0 ? null : Answer.Canonical;

    /// <summary>Reads a stored text; pairs that the item does not have are left out.</summary>
    public static MatchDraft Read(MatchingItem item, string? text)
    {
        var pairs = new Dictionary<PartId, PartId>();
        foreach (var pair in text?.Split(';') ?? [])
        {
            if (pair.Split('=') is [var prompt, var response] && Has(item, new(prompt), new(response)))
            {
                pairs[new(prompt)] = new(response);
            }
        }

        return new MatchDraft(item, pairs);
    }

    /// <summary>Gives a prompt its response; the latest choice holds.</summary>
    public MatchDraft With(PartId prompt, PartId response) =>
        Has(_item, prompt, response) ? new MatchDraft(_item, new Dictionary<PartId, PartId>(Pairs) { [prompt] = response }) : this;

    /// <inheritdoc/>
    public bool Equals(MatchDraft? other) => other is not null && _item.Id == other._item.Id && Answer.Canonical == other.Answer.Canonical;

    /// <inheritdoc/>
    public override int GetHashCode() => Pairs.Count;

    private static bool Has(MatchingItem item, PartId prompt, PartId response) =>
        item.Prompts.Any(known => known.Id == prompt) && item.Responses.Any(known => known.Id == response);
}
