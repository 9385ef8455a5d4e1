using MlaBot.Core.Questions;

namespace MlaBot.Lint;

/// <summary>An option, step, prompt or response, in the terms that rules share.</summary>
/// <param name="Label">What an author calls it: <c>option a</c>.</param>
/// <param name="Text">What the learner reads.</param>
/// <param name="Why">Its explanation; null for a response that is a key, whose prompt explains it.</param>
/// <param name="IsKey">True when it belongs to the key.</param>
/// <param name="LeastWhyWords">The fewest words of its explanation.</param>
internal sealed record ItemPart(string Label, string Text, string? Why, bool IsKey, int LeastWhyWords)
{
    private const int LeastForOptions = 12;
    private const int LeastForOthers = 8;

    /// <summary>The parts of an item in the order of the pack.</summary>
    public static IReadOnlyList<ItemPart> Of(Item item) => item switch
    {
        ChoiceItem choice => [.. choice.Options.Select(option =>
            new ItemPart($"option {option.Id}", option.Text, option.Why, option.IsCorrect, LeastForOptions))],
        OrderingItem ordering => [.. ordering.Steps.Select(step =>
            new ItemPart($"step {step.Id}", step.Text, step.Why, ordering.Key.Contains(step.Id), LeastForOthers))],
        MatchingItem matching => [.. OfPrompts(matching), .. OfResponses(matching)],
        _ => [],
    };

    /// <summary>The texts of the key: right options, steps in use, responses that answer a prompt.</summary>
    public static string KeyText(Item item) => string.Join(
        "\n", Of(item).Where(part => part.IsKey && !part.Label.StartsWith("prompt", StringComparison.Ordinal)).Select(part => part.Text));

    private static IEnumerable<ItemPart> OfPrompts(MatchingItem item) => item.Prompts.Select(prompt =>
        new ItemPart($"prompt {prompt.Id}", prompt.Text, prompt.Why, IsKey: true, LeastForOthers));

    private static IEnumerable<ItemPart> OfResponses(MatchingItem item)
    {
        var keys = item.Prompts.Select(prompt => prompt.Key).ToHashSet();
        return item.Responses.Select(response => new ItemPart(
            $"response {response.Id}", response.Text, keys.Contains(response.Id) ? null : response.Why ?? "", keys.Contains(response.Id), LeastForOthers));
    }
}
