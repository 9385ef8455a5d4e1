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
        parts.Add(new Section($"**Exam guide{Dated(content)}:** {ServiceWords.Guide(entry)}\n**At AWS ({ServiceWords.Date(entry.Status.AsOf)}):** {ServiceWords.Today(entry.Status)}"));
        parts.Add(new Section($"**For the exam:** {entry.Exam}"));
        if (entry.Limits.Count > 0)
        {
            parts.Add(new Section(Limits(entry.Limits)));
        }

        parts.Add(new Section($"**Traps:**\n{Lines(entry.Traps)}"));
        parts.Add(new Section($"**Blueprint:**\n{Lines(Points(entry.Blueprint, content))}"));
        if (ServiceButtons.Row(found.Alternatives.Select(other => other.Slug).Concat(entry.Instead.Select(neighbour => neighbour.Slug)), content) is { } row)
        {
            parts.Add(row);
        }

        if (ServiceButtons.Comparisons(entry, content) is { } comparisons)
        {
            parts.Add(comparisons);
        }

        parts.Add(new ContextLine($"{Related(entry, content)} Read: {string.Join("; ", entry.Guides)}."));
        return new Card(parts) { IsPrivate = true, Tone = Tone(entry) };
    }

    // What nobody can start with today is said at once, not below the fold.
    private static string Title(ServiceEntry entry) => Tone(entry) == CardTone.Neutral ? entry.Name : $"{entry.Name}: {ServiceWords.State(entry.Status.State)}";

    /// <summary>Caution for what is not simply open.</summary>
    internal static CardTone Tone(ServiceEntry entry) => entry.Status.State == ServiceState.Active ? CardTone.Neutral : CardTone.Caution;

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

    // The guides' lists were read on the day of the exam's facts.
    private static string Dated(ContentSnapshot content) => content.Exams.Count == 0 ? "" : $" ({ServiceWords.Date(content.Exams.Min(exam => exam.AsOf))})";

    // Mostly one day's work, whose date is said once.
    private static string Limits(IReadOnlyList<ServiceLimit> limits)
    {
        var isOneDay = limits.All(limit => limit.AsOf == limits[0].AsOf);
        var date = isOneDay ? $" ({ServiceWords.Date(limits[0].AsOf)})" : "";
        return $"**Limits that decide{date}:**\n{Lines(limits.Select(limit => isOneDay ? limit.What : $"{limit.What} ({ServiceWords.Date(limit.AsOf)})"))}";
    }

    /// <summary>Blueprint ids with their titles.</summary>
    internal static IEnumerable<string> Points(IEnumerable<BlueprintId> ids, ContentSnapshot content)
    {
        var titles = content.Exams.SelectMany(exam => exam.Tasks).SelectMany(task => task.Points)
            .DistinctBy(point => point.Id).ToDictionary(point => point.Id, point => point.Title);
        return ids.Select(id => $"`{id}` {titles.GetValueOrDefault(id, "")}".TrimEnd());
    }

    private static string Name(string slug, ContentSnapshot content) => content.Service(slug)?.Name ?? slug;

    /// <summary>A list.</summary>
    internal static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"- {line}"));

    /// <summary>A text that is at most so long.</summary>
    internal static string Cut(string text, int limit) => text.Length <= limit ? text : $"{text[..(limit - 1)]}…";
}
