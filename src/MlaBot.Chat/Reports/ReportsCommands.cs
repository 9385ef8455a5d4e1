using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Reports;
using MlaBot.Core.Time;

namespace MlaBot.Chat.Reports;

/// <summary><c>/reports list</c> shows admins what members of their own group reported.</summary>
internal sealed class ReportsListCommand(IReportStore reports) : IChatCommand
{
    private const int Most = 10;

    public CommandSpec Spec { get; } = new("reports list", "Show what members reported about questions")
    {
        IsAdmin = true,
        Options = [new("which", "open, all, or a report's number; open when it is left out")],
        Examples = ["reports list", "reports list all", "reports list 3"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var which = request.Option("which").ToLowerInvariant();
        var group = request.Channel.Group;
        if (which is "" or "open" or "all")
        {
            var isAll = which is "all";
            // One more than is shown tells whether there are more.
            var found = await reports.ListAsync(group, onlyOpen: !isAll, Most + 1, cancellationToken);
            var title = $"{(isAll ? "All reports" : "Open reports")}{(found.Count > Most ? $", the newest {Most}" : "")}";
            return ReportCards.List([.. found.Take(Most)], await reports.OpenCountsAsync(group, cancellationToken), title);
        }

        return ReportsCloseCommand.Number(which) is not { } id
            ? RefusalCards.For(new("reports-which", $"\"{Text.Printable(which, 40)}\" is neither open, all nor a report's number.", $"Type {Spec.Usage}"))
            : await reports.FindAsync(group, id, cancellationToken) is { } report
                ? ReportCards.One(report, await reports.OpenCountsAsync(group, cancellationToken))
                : RefusalCards.For(ReportsCloseCommand.Unknown(id));
    }
}

/// <summary><c>/reports close number note</c> closes a report of the admin's own group.</summary>
internal sealed class ReportsCloseCommand(IReportStore reports, TimeProvider clock) : IChatCommand
{
    public CommandSpec Spec { get; } = new("reports close", "Close a report; at fewer than two open ones its question may come again")
    {
        IsAdmin = true,
        Options = [new("number", "The report's number", IsRequired: true), new("note", "What you found, for the other admins")],
        Examples = ["reports close 3", "reports close 3 the key is right, see the guide"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        if (Number(request.Option("number")) is not { } id)
        {
            return RefusalCards.For(new("reports-number", $"\"{Text.Printable(request.Option("number"), 40)}\" is not the number of a report.", "Type /reports list to see them."));
        }

        var note = Text.Printable(request.Option("note"), ReportRules.LongestText);
        var closed = await reports.CloseAsync(request.Channel.Group, id, Text.Printable(request.User.Name, 80), note, clock.Now(), cancellationToken);
        if (closed is null)
        {
            return RefusalCards.For(Unknown(id));
        }

        var open = await reports.OpenCountsAsync(request.Channel.Group, cancellationToken);
        return ReportCards.Closed(closed, open.GetValueOrDefault(new ShownVersion(closed.Report.Item, closed.Report.ItemVersion)));
    }

    internal static ReportId? Number(string typed) =>
        long.TryParse(typed.AsSpan().Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new ReportId(number) : null;

    internal static Refusal Unknown(ReportId id) => new("report-unknown", $"There is no report {id} in this group.", "Type /reports list to see them.");
}
