using MlaBot.Chat.Cards;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Platform;
using MlaBot.Core.Daily;
using MlaBot.Core.Reports;

namespace MlaBot.Chat.Reports;

/// <summary>Cards of reports. Who reported stands on admins' private cards only.</summary>
internal static class ReportCards
{
    /// <summary>The name of the action that a filled form brings.</summary>
    public const string Send = "report.send";

    /// <summary>The form's field for the reason.</summary>
    public const string ReasonField = "reason";

    /// <summary>The form's field for the member's words.</summary>
    public const string TextField = "text";

    private const int LongestQuote = 200;

    /// <summary>The form that asks what is wrong.</summary>
    public static Card Form(DailyPost post) => new Card(new Form(new ActionId(Send, post.Id.ToString()), "Report a question",
    [
        new FormField(ReasonField, $"What is wrong with {QuestionCards.NameInText(post)}?")
        {
            IsRequired = true,
            Options = [.. ReportWords.Choices.Select(choice => new MenuOption(choice.Name, choice.Words))],
        },
        new FormField(TextField, "In a few words (optional)") { IsLong = true, MaxLength = ReportRules.LongestText },
    ])).Privately();

    /// <summary>The private thanks.</summary>
    public static Card Thanks(SavedReport saved) => new Card(new Section(
        $"Thank you. Your report on question {saved.Report.Number} is stored ({ReportWords.Of(saved.Report.Reason).ToLowerInvariant()})."
        + (saved.IsReplaced ? " It takes the place of the one that you sent before." : "")
        + " The admins of this group look at it; nobody else sees that it came from you."))
    {
        Tone = CardTone.Good,
    }.Privately();

    /// <summary>A list of reports for admins.</summary>
    /// <param name="reports">The reports, newest first.</param>
    /// <param name="open">How many people have an open report on each version.</param>
    /// <param name="which">What was asked for, in words, such as "Open reports".</param>
    public static Card List(IReadOnlyList<Report> reports, IReadOnlyDictionary<ShownVersion, int> open, string which) => reports.Count == 0
        ? new Card(new Section($"{which}: none.")).Privately()
        : new Card(
        [
            new Header(which),
            .. reports.Select(report => new Section(Lines(report, open, LongestQuote))),
            new ContextLine($"/reports close <number> closes one; /reports list <number> shows its whole text. A question with {ReportRules.HidesAt} open reports is not posted again here."),
        ]).Privately();

    /// <summary>One report with its whole text.</summary>
    public static Card One(Report report, IReadOnlyDictionary<ShownVersion, int> open) =>
        new Card(new Section(Lines(report, open, ReportRules.LongestText + 1))).Privately();

    /// <summary>What became of a report that an admin wanted to close.</summary>
    public static Card Closed(ClosedReport closed, int left) => new Card(new Section(closed.WasOpen
        ? $"Report {closed.Report.Id} on {closed.Report.Item} is closed. {Left(left)}"
        : $"Report {closed.Report.Id} was closed by {closed.Report.ClosedBy} {CardTime.Token(closed.Report.ClosedAt!.Value)}; nothing was changed.")).Privately();

    private static string Left(int left) => left switch
    {
        0 => "No other report on that question is open.",
        1 => "1 other report on that question is open.",
        _ => $"{left} other reports on that question are open.",
    };

    private static string Lines(Report report, IReadOnlyDictionary<ShownVersion, int> open, int quote)
    {
        var count = open.GetValueOrDefault(new ShownVersion(report.Item, report.ItemVersion));
        List<string> lines =
        [
            $"**{report.Id}** · question {report.Number} · `{report.Item}` version {report.ItemVersion} · {count} open",
            $"{ReportWords.Of(report.Reason)} · {report.ByName}, {CardTime.Token(report.At)}",
        ];
        if (report.Text.Length > 0)
        {
            lines.Add($"“{Cut(report.Text, quote)}”");
        }

        if (report.ClosedAt is { } at)
        {
            lines.Add($"Closed by {report.ClosedBy} {CardTime.Token(at)}{(report.Note.Length > 0 ? $": {Cut(report.Note, quote)}" : "")}");
        }

        return string.Join('\n', lines);
    }

    private static string Cut(string text, int limit) => text.Length <= limit ? text : string.Concat(text.AsSpan(0, limit - 1), "…");
}
