using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Questions;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Questions;

/// <summary>Generates items of all five types, and answers to them.</summary>
internal static class ItemGens
{
    public static Gen<Item> Choice { get; } =
        from options in Gen.Choose(4, 6)
        from right in Gen.Choose(1, options - 1)
        from letters in Gen.Shuffle("ABCDEF"[..options].ToCharArray())
        from isCase in Gen.Elements(true, false)
        select (Item)(New.ChoiceItem(string.Concat(letters.Take(right)), options) with { Case = isCase ? New.CaseItem().Case : null });

    public static Gen<Item> Ordering { get; } =
        from size in Gen.Choose(3, 5)
        from spare in Gen.Choose(0, 1)
        let item = New.OrderingItem(size, spare)
        from steps in Gen.Shuffle(item.Steps.AsEnumerable())
        from shown in Gen.Shuffle(steps.Select(step => step.Id)).Where(order => Presentation.KendallDistance(item.Key, order) >= 2)
        select (Item)(item with { Steps = steps, Shown = shown });

    public static Gen<Item> Matching { get; } =
        from prompts in Gen.Choose(3, 7)
        from spare in Gen.Choose(0, 2)
        select (Item)New.MatchingItem(prompts, spare);

    public static Gen<Item> Any { get; } = Gen.OneOf(Choice, Ordering, Matching);

    public static Gen<int> Seed { get; } = Gen.Choose(0, int.MaxValue);

    /// <summary>An item with a complete answer to it, right or wrong.</summary>
    public static Gen<(Item Item, Answer Answer)> Answered { get; } =
        from item in Any
        from answer in Complete(item)
        select (item, answer);

    /// <summary>An item with the order in which a post shows it.</summary>
    public static Gen<(Item Item, Presentation Shown)> Drawn { get; } =
        from item in Any
        from seed in Seed
        select (item, Presentation.Draw(item, new Random(seed)));

    /// <summary>The answer that earns credit.</summary>
    public static Answer Right(Item item) => item switch
    {
        ChoiceItem choice => new Answer.Picked(choice.Key),
        OrderingItem ordering => new Answer.Ordered(ordering.Key),
        MatchingItem matching => new Answer.Matched(matching.Prompts.Select(prompt => KeyValuePair.Create(prompt.Id, prompt.Key))),
        _ => throw new ArgumentException("Unknown type.", nameof(item)),
    };

    /// <summary>All parts to which a post gives letters.</summary>
    public static IEnumerable<PartId> Lettered(Item item) => item switch
    {
        ChoiceItem choice => choice.Options.Select(option => option.Id),
        OrderingItem ordering => ordering.Steps.Select(step => step.Id),
        MatchingItem matching => matching.Responses.Select(response => response.Id),
        _ => [],
    };

    private static Gen<Answer> Complete(Item item) => item switch
    {
        ChoiceItem choice => Gen.Shuffle(Lettered(item)).Select(parts => (Answer)new Answer.Picked(parts.Take(choice.Key.Count()))),
        OrderingItem ordering => Gen.Shuffle(Lettered(item)).Select(parts => (Answer)new Answer.Ordered(parts.Take(ordering.Key.Count))),
        MatchingItem matching => Gen.ArrayOf(Gen.Elements(Lettered(item)), matching.Prompts.Count)
            .Select(responses => (Answer)new Answer.Matched(matching.Prompts.Zip(responses, (prompt, response) => KeyValuePair.Create(prompt.Id, response)))),
        _ => throw new ArgumentException("Unknown type.", nameof(item)),
    };
}
