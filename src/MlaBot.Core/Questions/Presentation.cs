namespace MlaBot.Core.Questions;

/// <summary>The order in which one post shows an item's parts, and so which letter stands for which part.</summary>
/// <remarks>Drawn once for a post and stored with it: letters are the same in every later message (product rule 23).
/// Stored as <c>c,a,d,b</c>, and for matching items as <c>p2,p1|r3,r1,r2</c>.</remarks>
public sealed record Presentation
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Presentation(IReadOnlyList<PartId> lettered, IReadOnlyList<PartId> numbered)
    {
        Lettered = lettered;
        Numbered = numbered;
    }

    /// <summary>Options, steps or responses; the first is A.</summary>
    public IReadOnlyList<PartId> Lettered { get; }

    /// <summary>The prompts of a matching item; the first is 1. Empty for the other types.</summary>
    public IReadOnlyList<PartId> Numbered { get; }

    /// <summary>Draws the order for a new post.</summary>
    /// <param name="item">The item to show. One that must not be shuffled keeps the order of its pack.</param>
    /// <param name="random">A seeded generator.</param>
    public static Presentation Draw(Item item, Random random) => item switch
    {
        ChoiceItem choice => new([.. Mix(item, choice.Options.Select(option => option.Id), random)], []),
        OrderingItem ordering => new(MixSteps(ordering, random), []),
        MatchingItem matching => new(
            [.. Mix(item, matching.Responses.Select(response => response.Id), random)],
            [.. Mix(item, matching.Prompts.Select(prompt => prompt.Id), random)]),
        _ => throw new ArgumentException($"No presentation is known for {item.GetType().Name}.", nameof(item)),
    };

    /// <summary>Reads a stored presentation back.</summary>
    public static Presentation Parse(string stored)
    {
        var sides = stored.Split('|');
        return sides.Length == 2 ? new(Parts(sides[1]), Parts(sides[0])) : new(Parts(sides[0]), []);

        static PartId[] Parts(string side) => [.. side.Split(',').Select(part => new PartId(part))];
    }

    /// <summary>The letter of an option, step or response; <c>?</c> when the post does not show it.</summary>
    public string LetterOf(PartId part)
    {
        var index = IndexOf(Lettered, part);
        return index < 0 ? "?" : Letters[index].ToString();
    }

    /// <summary>The number of a prompt, from 1; 0 when the post does not show it.</summary>
    public int NumberOf(PartId prompt) => IndexOf(Numbered, prompt) + 1;

    /// <summary>The part behind a letter of either case; null when the post shows none.</summary>
    public PartId? PartAt(char letter)
    {
        var index = Letters.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
        return index >= 0 && index < Lettered.Count ? Lettered[index] : null;
    }

    /// <summary>The prompt behind a number from 1; null when the post shows none.</summary>
    public PartId? PromptAt(int number) => number >= 1 && number <= Numbered.Count ? Numbered[number - 1] : null;

    /// <summary>An answer in this post's letters: <c>B</c>, <c>AC</c>, <c>C B A</c>, <c>1C 2A</c>.</summary>
    public string InLetters(Answer answer) => answer switch
    {
        Answer.Picked picked => string.Concat(picked.Options.Select(LetterOf).Order(StringComparer.Ordinal)),
        Answer.Ordered ordered => string.Join(' ', ordered.Steps.Select(LetterOf)),
        Answer.Matched matched => string.Join(' ', matched.Pairs
            .OrderBy(pair => NumberOf(pair.Key))
            .Select(pair => $"{NumberOf(pair.Key)}{LetterOf(pair.Value)}")),
        _ => "don't know",
    };

    /// <inheritdoc/>
    public bool Equals(Presentation? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The text to store.</summary>
    public override string ToString() =>
        Numbered.Count == 0 ? string.Join(',', Lettered) : $"{string.Join(',', Numbered)}|{string.Join(',', Lettered)}";

    private static PartId[] Mix(Item item, IEnumerable<PartId> parts, Random random)
    {
        var mixed = parts.ToArray();
        if (item.Shuffle)
        {
            random.Shuffle(mixed);
        }

        return mixed;
    }

    private static PartId[] MixSteps(OrderingItem item, Random random)
    {
        // A shown order that is nearly the key gives the answer away; the pack's own order is a safe fallback.
        for (var attempt = 0; item.Shuffle && attempt < 20; attempt++)
        {
            var mixed = Mix(item, item.Steps.Select(step => step.Id), random);
            if (KendallDistance(item.Key, mixed) >= 2)
            {
                return mixed;
            }
        }

        return [.. item.Shown];
    }

    /// <summary>Counts the pairs of the key's steps that another order shows the other way round.</summary>
    /// <returns>0 for the same order, n(n-1)/2 for the reverse.</returns>
    /// <remarks>Source: Kendall tau distance.</remarks>
    public static int KendallDistance(IReadOnlyList<PartId> key, IReadOnlyList<PartId> shown)
    {
        var place = shown.Select((part, index) => (part, index)).ToDictionary(pair => pair.part, pair => pair.index);
        var distance = 0;
        for (var first = 0; first < key.Count; first++)
        {
            for (var second = first + 1; second < key.Count; second++)
            {
                distance += place[key[first]] > place[key[second]] ? 1 : 0;
            }
        }

        return distance;
    }

    private static int IndexOf(IReadOnlyList<PartId> parts, PartId part)
    {
        for (var index = 0; index < parts.Count; index++)
        {
            if (parts[index] == part)
            {
                return index;
            }
        }

        return -1;
    }
}
