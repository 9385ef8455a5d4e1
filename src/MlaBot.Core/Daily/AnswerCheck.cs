using MlaBot.Core.Questions;

namespace MlaBot.Core.Daily;

/// <summary>Checks that an answer is complete and speaks of the item's own parts, before anything is stored.</summary>
public static class AnswerCheck
{
    /// <summary>Finds what is wrong with an answer; null when it can be stored.</summary>
    public static Refusal? Find(Item item, Answer answer) => (item, answer) switch
    {
        (_, Answer.Unknown) => null,
        (ChoiceItem choice, Answer.Picked picked) => CheckChoice(choice, picked),
        (OrderingItem ordering, Answer.Ordered ordered) => CheckOrder(ordering, ordered),
        (MatchingItem matching, Answer.Matched matched) => CheckPairs(matching, matched),
        _ => new Refusal("answer-kind", "That answer does not fit this kind of question.", HowTo(item)),
    };

    /// <summary>How an item is answered in letters, as one sentence.</summary>
    public static string HowTo(Item item) => item switch
    {
        ChoiceItem choice when choice.Key.Count() == 1 => "Answer with one letter, such as B.",
        ChoiceItem choice => $"Answer with {choice.Key.Count()} letters, such as {"ACDEF"[..choice.Key.Count()]}.",
        OrderingItem ordering => $"Answer with {ordering.Key.Count} letters from first to last, such as {string.Join(' ', "CABDE"[..ordering.Key.Count].ToCharArray())}.",
        MatchingItem matching => $"Give each number a letter, such as {string.Join(' ', Enumerable.Range(1, matching.Prompts.Count).Select(n => $"{n}{"BACDEFG"[(n - 1) % matching.Responses.Count]}"))}.",
        _ => "",
    };

    private static Refusal? CheckChoice(ChoiceItem item, Answer.Picked answer)
    {
        var wanted = item.Key.Count();
        if (answer.Options.Any(option => item.Options.All(known => known.Id != option)))
        {
            return Unknown(item);
        }

        return answer.Options.Count == wanted ? null : new Refusal(
            "answer-count",
            wanted == 1 ? "This question has one right answer." : $"This question asks for {wanted} answers; you gave {answer.Options.Count}.",
            HowTo(item));
    }

    private static Refusal? CheckOrder(OrderingItem item, Answer.Ordered answer)
    {
        if (answer.Steps.Any(step => item.Steps.All(known => known.Id != step)))
        {
            return Unknown(item);
        }

        if (answer.Steps.Distinct().Count() != answer.Steps.Count)
        {
            return new Refusal("answer-twice", "A step stands in your answer twice.", "Use each step once.");
        }

        return answer.Steps.Count == item.Key.Count ? null : new Refusal(
            "answer-count", $"This question asks for {item.Key.Count} steps; you gave {answer.Steps.Count}.", HowTo(item));
    }

    private static Refusal? CheckPairs(MatchingItem item, Answer.Matched answer)
    {
        if (answer.Pairs.Any(pair => item.Prompts.All(known => known.Id != pair.Key) || item.Responses.All(known => known.Id != pair.Value)))
        {
            return Unknown(item);
        }

        return answer.Pairs.Count == item.Prompts.Count ? null : new Refusal(
            "answer-count", $"This question has {item.Prompts.Count} numbers to match; you matched {answer.Pairs.Count}.", HowTo(item));
    }

    private static Refusal Unknown(Item item) => new("answer-letter", "This question does not show one of those letters.", HowTo(item));
}
