using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>How long a question is read and answered, by its length.</summary>
/// <remarks>Product rule 4.4: 5 s to read a short stem and up to 15 s for a scenario, 45 to 90 s to answer.</remarks>
public static class RoundTimes
{
    // A person takes in about 200 words a minute; a third of a question is read before the controls open.
    private const double WordsPerSecond = 200.0 / 60;
    private const int WordsOfLongest = 220;

    /// <summary>The time in which the controls of a question are locked. At the second vote people know it, so it is the shortest.</summary>
    public static Duration Reading(RoundQuestion question, RoundRules rules) => question.Vote == 1 ? Reading(question.Item, rules) : rules.Reading.Shortest;

    /// <summary>The time for reading an item for the first time.</summary>
    public static Duration Reading(Item item, RoundRules rules) =>
        Within(rules.Reading, Duration.FromSeconds(Words(item) / WordsPerSecond / 3));

    /// <summary>The time in which answers count. Orders and pairs take more presses, so they have the longest.</summary>
    public static Duration Answering(Item item, RoundRules rules)
    {
        if (item is OrderingItem or MatchingItem)
        {
            return rules.Answering.Longest;
        }

        var share = Math.Min(1, Words(item) / (double)WordsOfLongest);
        return rules.Answering.Shortest + ((rules.Answering.Longest - rules.Answering.Shortest) * share);
    }

    /// <summary>The words that a person has to read.</summary>
    public static int Words(Item item) => Count(item.Stem) + (item switch
    {
        ChoiceItem choice => Count(choice.Case?.Scenario ?? "") + choice.Options.Sum(option => Count(option.Text)),
        OrderingItem ordering => ordering.Steps.Sum(step => Count(step.Text)),
        MatchingItem matching => matching.Prompts.Sum(prompt => Count(prompt.Text)) + matching.Responses.Sum(response => Count(response.Text)),
        _ => 0,
    });

    private static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static Duration Within((Duration Shortest, Duration Longest) limits, Duration wanted) =>
        wanted < limits.Shortest ? limits.Shortest : wanted > limits.Longest ? limits.Longest : wanted;
}
