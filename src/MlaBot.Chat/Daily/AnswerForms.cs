using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;

namespace MlaBot.Chat.Daily;

/// <summary>Answers of more than one press as a form, for platforms with windows over the chat: boxes to tick for a multiple response, a
/// menu for each position or prompt otherwise.</summary>
public static class AnswerForms
{
    private const string Picked = "picked";
    private const string Place = "place";

    /// <summary>The form of a post's answer.</summary>
    /// <param name="post">The post, whose letters hold.</param>
    /// <param name="item">The item as shown.</param>
    /// <param name="standing">The answer that stands and may be changed; null for none.</param>
    /// <param name="note">A sentence to say first; empty for none.</param>
    public static Card Of(DailyPost post, Item item, Answer? standing, string note)
    {
        // Boxes that show each option in full say all that the list would.
        var list = item is ChoiceItem && Lines(post, item).All(line => line.Length <= CardLimits.MenuLabel) ? "" : Lettered(post, item);
        var body = string.Join("\n\n", new[] { note, item.Stem, list }.Where(text => text.Length > 0));
        IReadOnlyList<FormField> fields = item switch
        {
            OrderingItem ordering => [.. Enumerable.Range(1, ordering.Key.Count).Select(position => Position(post, item, position, standing))],
            MatchingItem => [.. post.Presentation.Numbered.Select(prompt => Prompt(post, (MatchingItem)item, prompt, standing))],
            _ => [Boxes(post, (ChoiceItem)item, standing)],
        };
        return new Card(new Form(DailyActions.GiveForm(post), QuestionCards.Name(post), [fields[0] with { Above = Joined(body, fields[0].Above) }, .. fields.Skip(1)])).Privately();
    }

    /// <summary>The letters of a filled form, as a person would type them.</summary>
    public static string Letters(ChatPress press) => press.Fields.ContainsKey(Picked)
        ? press.Field(Picked)
        : string.Join(' ', press.Fields.Where(field => Number(field.Key) > 0).OrderBy(field => Number(field.Key)).Select(field => field.Key.StartsWith(Place, StringComparison.Ordinal) ? field.Value : $"{Number(field.Key)}{field.Value}"));

    /// <summary>What is wrong with single fields, so that the form can say it there; empty when nothing is.</summary>
    public static IReadOnlyDictionary<string, string> Problems(ChatPress press, Item item)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        if (item is ChoiceItem choice && press.Fields.ContainsKey(Picked))
        {
            var wanted = choice.Key.Count();
            var given = press.Field(Picked).Split(',', StringSplitOptions.RemoveEmptyEntries).Length;
            if (given != wanted)
            {
                problems[Picked] = $"Choose {QuestionControls.Words(wanted)}; you chose {given}.";
            }
        }

        if (item is OrderingItem)
        {
            foreach (var twice in press.Fields.Where(field => field.Value.Length > 0).OrderBy(field => Number(field.Key)).GroupBy(field => field.Value, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
            {
                problems[twice.Key] = $"{twice.Value} stands at an earlier place too. Use each step once.";
            }
        }

        return problems;
    }

    private static string Lettered(DailyPost post, Item item) =>
        string.Join('\n', post.Presentation.Lettered.Select(part => $"**{post.Presentation.LetterOf(part)}** · {QuestionCards.TextOf(item, part)}"));

    private static IEnumerable<string> Lines(DailyPost post, Item item) => post.Presentation.Lettered.Select(part => QuestionControls.Line(post, item, part));

    private static FormField Boxes(DailyPost post, ChoiceItem item, Answer? standing) => new(Picked, $"Choose {QuestionControls.Words(item.Key.Count())}")
    {
        IsRequired = true,
        Most = item.Key.Count(),
        Options = [.. Options(post, item, part => standing is Answer.Picked picked && picked.Options.Contains(part))],
    };

    private static FormField Position(DailyPost post, Item item, int position, Answer? standing) => new(Place + position.ToString(CultureInfo.InvariantCulture), $"Step {position}")
    {
        IsRequired = true,
        Options = [.. Options(post, item, part => standing is Answer.Ordered order && order.Steps.Count >= position && order.Steps[position - 1] == part)],
    };

    private static FormField Prompt(DailyPost post, MatchingItem item, PartId prompt, Answer? standing)
    {
        var number = post.Presentation.NumberOf(prompt);
        return new FormField($"prompt{number}", $"Response to {number}")
        {
            IsRequired = true,
            Above = $"**{number}.** {item.Prompts.First(each => each.Id == prompt).Text}",
            Options = [.. Options(post, item, part => standing is Answer.Matched matched && matched.Pairs.TryGetValue(prompt, out var chosen) && chosen == part)],
        };
    }

    private static IEnumerable<MenuOption> Options(DailyPost post, Item item, Func<PartId, bool> isChosen) =>
        QuestionControls.Options(post, item, post.Presentation.Lettered).Zip(post.Presentation.Lettered, (option, part) => option with { IsSelected = isChosen(part) });

    private static int Number(string field) => int.TryParse(field.AsSpan().TrimStart("placerompt"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Joined(string first, string second) => second.Length == 0 ? first : $"{first}\n\n{second}";
}
