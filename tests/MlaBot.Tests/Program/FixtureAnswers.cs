using MlaBot.Core.Questions;

namespace MlaBot.Tests.Program;

/// <summary>Right and wrong answers to an item, worked out from its pack.</summary>
internal static class FixtureAnswers
{
    /// <summary>The key as an answer.</summary>
    public static Answer Right(Item item) => item switch
    {
        ChoiceItem choice => new Answer.Picked(Keys(choice)),
        OrderingItem ordering => new Answer.Ordered(ordering.Key),
        MatchingItem matching => new Answer.Matched(matching.Prompts.Select(prompt => KeyValuePair.Create(prompt.Id, prompt.Key))),
        _ => throw new ArgumentException($"No answer is known for {item.GetType().Name}.", nameof(item)),
    };

    /// <summary>The key with one option replaced, or with its first two parts changed about.</summary>
    public static Answer Wrong(Item item) => item switch
    {
        ChoiceItem choice => new Answer.Picked(Keys(choice).Skip(1).Append(choice.Options.First(option => !option.IsCorrect).Id)),
        OrderingItem ordering => new Answer.Ordered(Swapped(ordering.Key)),
        MatchingItem matching => new Answer.Matched(matching.Prompts
            .Zip(Swapped(matching.Prompts.Select(prompt => prompt.Key)), (prompt, response) => KeyValuePair.Create(prompt.Id, response))),
        _ => throw new ArgumentException($"No answer is known for {item.GetType().Name}.", nameof(item)),
    };

    private static PartId[] Swapped(IEnumerable<PartId> parts) => parts.ToArray() is [var first, var second, .. var rest] ? [second, first, .. rest] : [];

    private static IEnumerable<PartId> Keys(ChoiceItem item) => item.Options.Where(option => option.IsCorrect).Select(option => option.Id);
}
