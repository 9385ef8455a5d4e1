using MlaBot.Chat.Cards;
using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.Services;

namespace MlaBot.Chat.Services;

/// <summary>Cards about services.</summary>
public static class ServiceCards
{
    /// <summary>All that the catalogue says about a service.</summary>
    /// <param name="found">The service and what else may have been meant.</param>
    /// <param name="content">Gives neighbours' names, blueprint titles and related items.</param>
    public static Card Entry(FoundService found, ContentSnapshot content)
    {
        var entry = found.Service;
        List<CardPart> parts = [new Header(Cut(Title(entry), CardLimits.Header))];
        if (Doubt(found) is { Length: > 0 } doubt)
        {
            parts.Add(new Section(doubt));
        }

        parts.Add(new Section($"{entry.What}{Family(entry, content)}"));
        parts.Add(new Section($"**When:** {entry.PickWhen}"));
        parts.Add(new Section($"**Pick another when:**\n{Lines(entry.Instead.Select(neighbour => $"**{Name(neighbour.Slug, content)}**: {neighbour.When}"))}"));
        parts.Add(new Section($"**Exam guide:** {ServiceWords.Guide(entry)}\n**At AWS:** {ServiceWords.Today(entry.Status)}"));
        parts.Add(new Section($"**For the exam:** {entry.Exam}"));
        parts.Add(new Section($"**Traps:**\n{Lines(entry.Traps)}"));
        parts.Add(new Section($"**Blueprint:**\n{Lines(Points(entry.Blueprint, content))}"));
        if (ServiceButtons.Row(found.Alternatives.Select(other => other.Slug).Concat(entry.Instead.Select(neighbour => neighbour.Slug)), content) is { } row)
        {
            parts.Add(row);
        }

        parts.Add(new ContextLine($"{Related(entry, content)} Read: {string.Join("; ", entry.Guides)}."));
        return new Card(parts) { IsPrivate = true, Tone = Tone(entry) };
    }

    /// <summary>Two services side by side.</summary>
    public static Card Comparison(ServicePair pair, ContentSnapshot content)
    {
        var (left, right) = (pair.Left, pair.Right);
        List<IReadOnlyList<string>> rows =
        [
            ["What", left.What, right.What],
            ["Pick when", left.PickWhen, right.PickWhen],
        ];
        if (pair.LeftInstead is not null || pair.RightInstead is not null)
        {
            rows.Add(["Between the two", pair.LeftInstead ?? "", pair.RightInstead ?? ""]);
        }

        rows.Add(["Exam guide", ServiceWords.Guide(left), ServiceWords.Guide(right)]);
        rows.Add(["At AWS", ServiceWords.Today(left.Status), ServiceWords.Today(right.Status)]);
        var shared = left.Blueprint.Intersect(right.Blueprint).ToArray();
        return new Card(
            new Header(Cut($"{left.Name} or {right.Name}?", CardLimits.Header)),
            new Table(["", left.Name, right.Name], rows),
            new Section(shared.Length == 0 ? "They share no blueprint point." : $"**Both serve:**\n{Lines(Points(shared, content))}"),
            ServiceButtons.Row([left.Slug, right.Slug], content)!)
        {
            IsPrivate = true,
            Tone = Tone(left) == CardTone.Neutral ? Tone(right) : Tone(left),
        };
    }

    // What nobody can start with today is said at once, not below the fold.
    private static string Title(ServiceEntry entry) => Tone(entry) == CardTone.Neutral ? entry.Name : $"{entry.Name}: {ServiceWords.State(entry.Status.State)}";

    private static CardTone Tone(ServiceEntry entry) => entry.Status.State == ServiceState.Active ? CardTone.Neutral : CardTone.Caution;

    private static string Doubt(FoundService found)
    {
        var others = string.Join(" or ", found.Alternatives.Select(other => $"**{other.Name}** (`/service {other.Slug}`)"));
        return string.Join(' ', new[] { found.IsSure ? "" : "I am not sure; this is the nearest to your words.", others.Length > 0 ? $"Did you mean {others}?" : "" }
            .Where(sentence => sentence.Length > 0));
    }

    private static string Family(ServiceEntry entry, ContentSnapshot content) =>
        entry.Parent is null ? "" : $" Part of {Name(entry.Parent, content)} (`{entry.Parent}`).";

    private static string Related(ServiceEntry entry, ContentSnapshot content) =>
        content.Items.Count(item => item.Services.Contains(entry.Slug)) switch
        {
            0 => "No question in the bank is about it yet.",
            1 => "1 question in the bank is about it.",
            var count => $"{count} questions in the bank are about it.",
        };

    private static IEnumerable<string> Points(IEnumerable<BlueprintId> ids, ContentSnapshot content)
    {
        var titles = content.Exams.SelectMany(exam => exam.Tasks).SelectMany(task => task.Points)
            .DistinctBy(point => point.Id).ToDictionary(point => point.Id, point => point.Title);
        return ids.Select(id => $"`{id}` {titles.GetValueOrDefault(id, "")}".TrimEnd());
    }

    private static string Name(string slug, ContentSnapshot content) => content.Service(slug)?.Name ?? slug;

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"- {line}"));

    private static string Cut(string text, int limit) => text.Length <= limit ? text : $"{text[..(limit - 1)]}…";
}
