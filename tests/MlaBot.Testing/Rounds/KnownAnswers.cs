using System.Diagnostics;
using MlaBot.Core.Questions;

namespace MlaBot.Testing.Rounds;

/// <summary>Right and wrong answers to items of every type.</summary>
public static class KnownAnswers
{
    /// <summary>The right answer.</summary>
    public static Answer Right(Item item) => item switch
    {
        ChoiceItem choice => new Answer.Picked(choice.Options.Where(option => option.IsCorrect).Select(option => option.Id)),
        OrderingItem ordering => new Answer.Ordered(ordering.Key),
        MatchingItem matching => new Answer.Matched(matching.Prompts.Select(prompt => KeyValuePair.Create(prompt.Id, prompt.Key))),
        _ => throw new UnreachableException(),
    };

    /// <summary>A complete answer that is wrong.</summary>
    public static Answer Wrong(Item item) => item switch
    {
        ChoiceItem { IsMultiple: true } choice => new Answer.Picked(
            choice.Options.OrderBy(option => option.IsCorrect).Take(choice.Options.Count(option => option.IsCorrect)).Select(option => option.Id)),
        ChoiceItem choice => new Answer.Picked([choice.Options.First(option => !option.IsCorrect).Id]),
        OrderingItem ordering => new Answer.Ordered(ordering.Key.Reverse()),
        MatchingItem matching => new Answer.Matched(
            matching.Prompts.Select((prompt, index) => KeyValuePair.Create(prompt.Id, matching.Prompts[(index + 1) % matching.Prompts.Count].Key))),
        _ => throw new UnreachableException(),
    };

    /// <summary>One or the other.</summary>
    public static Answer Of(Item item, bool isRight) => isRight ? Right(item) : Wrong(item);
}
