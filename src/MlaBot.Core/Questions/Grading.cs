namespace MlaBot.Core.Questions;

/// <summary>The result of one answer.</summary>
/// <param name="IsCorrect">Full credit: credit is all or nothing for every type.</param>
/// <param name="PartsRight">Parts in their right place: right picks less wrong picks (not below 0), positions, or pairs.</param>
/// <param name="PartsTotal">Parts that the key has. At least 1.</param>
public sealed record Grade(bool IsCorrect, int PartsRight, int PartsTotal);

/// <summary>Grades answers as the exam does, and says how much of a wrong one was right.</summary>
/// <remarks>Source: MLA-C01 exam guide, "Response types": every response must be right, no penalty for guessing.</remarks>
public static class Grading
{
    /// <summary>Grades an answer against the key of its item.</summary>
    /// <returns>Not correct, with no part right, when the answer is of another kind than the item.</returns>
    public static Grade Grade(Item item, Answer answer) => (item, answer) switch
    {
        (ChoiceItem choice, Answer.Picked picked) => GradeChoice(choice, picked),
        (OrderingItem ordering, Answer.Ordered ordered) => GradeOrder(ordering, ordered),
        (MatchingItem matching, Answer.Matched matched) => GradePairs(matching, matched),
        _ => new Grade(IsCorrect: false, 0, PartsOf(item)),
    };

    private static int PartsOf(Item item) => item switch
    {
        ChoiceItem choice => choice.Key.Count(),
        OrderingItem ordering => ordering.Key.Count,
        MatchingItem matching => matching.Prompts.Count,
        _ => 1,
    };

    private static Grade GradeChoice(ChoiceItem item, Answer.Picked answer)
    {
        var key = item.Key.ToHashSet();
        var right = answer.Options.Count(key.Contains);
        var wrong = answer.Options.Count - right;
        return new Grade(right == key.Count && wrong == 0, Math.Max(0, right - wrong), key.Count);
    }

    private static Grade GradeOrder(OrderingItem item, Answer.Ordered answer)
    {
        var right = item.Key.Zip(answer.Steps).Count(pair => pair.First == pair.Second);
        return new Grade(right == item.Key.Count && answer.Steps.Count == item.Key.Count, right, item.Key.Count);
    }

    private static Grade GradePairs(MatchingItem item, Answer.Matched answer)
    {
        var right = item.Prompts.Count(prompt => answer.Pairs.TryGetValue(prompt.Id, out var response) && response == prompt.Key);
        return new Grade(right == item.Prompts.Count && answer.Pairs.Count == item.Prompts.Count, right, item.Prompts.Count);
    }
}
