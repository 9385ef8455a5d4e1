using MlaBot.Chat.Cards;
using MlaBot.Chat.Notes;
using MlaBot.Chat.Services;
using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.HeatMap;
using MlaBot.Core.Notes;

namespace MlaBot.Chat.HeatMap;

/// <summary>The cards of the group's heat map.</summary>
public static class HeatMapCards
{
    private const int Coldest = 3;
    private const int LongestName = 40;
    private const string Unknown = "not enough yet";

    /// <summary>The map.</summary>
    /// <param name="heat">The map.</param>
    /// <param name="table">The same, laid out.</param>
    /// <param name="domain">The only domain that is shown; null for all.</param>
    /// <param name="content">Names of services, and notes.</param>
    public static Card Map(GroupHeat heat, HeatTable table, ExamDomain? domain, ContentSnapshot content)
    {
        HeatCell[] coldest = [.. heat.Cells.All.Where(HeatTables.Scope(domain)).OrderBy(cell => Sum(heat, cell).Share).ThenBy(cell => cell.Task.Value, StringComparer.Ordinal).Take(Coldest)];
        if (coldest.Length == 0)
        {
            return Nothing(heat, domain);
        }

        CardPart[] singles = Singles(table) is { Length: > 0 } text ? [new Section(text)] : [];
        return new Card(
        [
            new Header($"Group heat map · {table.Title}"),
            HeatPicture.Of(table),
            new Table([table.RowName, "Right", "Answers", "People"], [.. table.Rows.Select(Row)]),
            .. singles,
            new Section($"**Coldest now:**\n{string.Join('\n', coldest.Select(cell => $"- {Words(cell, content)}: {HeatPicture.Words(Sum(heat, cell))}, {Sum(heat, cell).Answers} answers"))}"),
            .. Buttons(coldest, heat.Exam, content),
            new ContextLine(Footer(heat)),
        ]).Privately();
    }

    /// <summary>What the switch was set to.</summary>
    public static Card Picks(bool isOn) => new Card(new Section(isOn
        ? "From now on this channel's questions come from the coldest cells of its heat map first. No question comes back before all of its domain were asked, and no task gets more than twice its share. "
            + "What is planned already stays; /schedule preview tells why a question was picked, and /schedule swap takes another one."
        : "From now on this channel's questions follow the exam's blueprint alone. What is planned already stays.")).Privately();

    private static Card Nothing(GroupHeat heat, ExamDomain? domain) => new Card(
        new Header("Group heat map"),
        new Section(
            $"There is not enough yet for a map{(domain is null ? "" : $" of domain {domain.Id}")}. A task appears as soon as {HeatRules.People} people gave {HeatRules.Answers} answers to its questions, "
            + $"so that nobody can be told from it. A question counts after its reveal, and only when at least {HeatRules.People} people answered it."),
        new ContextLine(Footer(heat))).Privately();

    private static string Footer(GroupHeat heat) =>
        $"First answers of the last {HeatRules.Window.TotalDays:0} days to daily questions and live rounds, after their reveal; nobody is named. "
        + $"/heatmap by:services or a domain such as /heatmap domain:1 shows more. The next questions follow the coldest cells: {(heat.PicksColdest ? "on" : "off")}; admins switch that with /heatmap picks.";

    private static IReadOnlyList<string> Row(HeatRow row) =>
    [
        LongText.Shortened(row.Label, LongestName),
        row.Sums[0] is { } sum ? HeatPicture.Words(sum) : Unknown,
        row.Sums[0] is { } answers ? $"{answers.Answers}" : "–",
        row.Sums[0] is { } people ? $"{people.People}" : "–",
    ];

    private static string Singles(HeatTable table) => string.Join('\n', table.Rows
        .Where(row => !row.IsGroup)
        .Select(row => (row.Name, Cells: row.Sums.Index().Skip(1).Where(each => each.Item is not null).Select(each => $"{table.Columns[each.Index]} {each.Item!.Percent} % ({each.Item.Answers})").ToArray()))
        .Where(row => row.Cells.Length > 0)
        .Select(row => $"**{row.Name}** · {string.Join(" · ", row.Cells)}"));

    private static string Words(HeatCell cell, ContentSnapshot content) =>
        $"Task {cell.Task}, {(cell.Service is { } slug ? HeatTables.Name(slug, content) : "services with few answers each")}";

    private static HeatSum Sum(GroupHeat heat, HeatCell cell) => heat.Cells.Sum(each => each == cell)!;

    private static IEnumerable<Choices> Buttons(HeatCell[] coldest, Exam exam, ContentSnapshot content)
    {
        var services = ServiceButtons.Row(coldest.Select(cell => cell.Service).OfType<string>(), content)?.Buttons ?? [];
        var notes = coldest.Select(cell => Note(cell, exam, content)).OfType<Note>().Distinct().Take(CardLimits.Buttons - services.Count).Select(note => NoteButtons.Button(note, "Note: "));
        CardButton[] all = [.. services, .. notes];
        return all.Length == 0 ? [] : [new Choices(all)];
    }

    // The note of the task that is about the service, else its first.
    private static Note? Note(HeatCell cell, Exam exam, ContentSnapshot content) => exam.Tasks
        .Where(task => task.Id == cell.Task)
        .SelectMany(task => task.Points)
        .SelectMany(point => content.NoteIndex.Of(point.Id))
        .OrderByDescending(note => cell.Service is not null && note.Services.Contains(cell.Service, StringComparer.Ordinal))
        .FirstOrDefault();
}
