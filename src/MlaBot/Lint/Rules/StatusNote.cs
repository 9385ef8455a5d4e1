using MlaBot.Core.Questions;
using MlaBot.Core.Services;
using MlaBot.Lint.Words;

namespace MlaBot.Lint.Rules;

/// <summary>An item that names a closed, sunset or ended service, or a renamed one by its former name, says so with the year.</summary>
internal sealed class StatusNote : ILintRule
{
    private static readonly string[] Gone =
        ["closed", "no new customers", "ended", "ends", "end of support", "no longer", "maintenance", "retired", "shut down", "sunset", "discontinued"];

    private static readonly string[] Renamed = ["renamed", "formerly", "former name", "old name", "now called", "called", "is now", "previously", "earlier name"];

    public string Name => "status-note";

    public LintKind Kind => LintKind.Item;

    public string Target => "100% of mentions of closed, ended or formerly named services carry a dated note";

    public LintMeasure Check(LintBank bank) => LintMeasure.Of(
        [.. bank.Items.SelectMany(item => bank.Content.Services.SelectMany(service => Look(item, service, bank)))]);

    private static IEnumerable<LintFinding> Look(Item item, ServiceEntry service, LintBank bank)
    {
        var isAbout = item.Services.Contains(service.Slug, StringComparer.Ordinal);
        if (service.Status.State is ServiceState.ClosedToNew or ServiceState.Sunset or ServiceState.Ended)
        {
            var isNamed = isAbout || Texts(item).Any(text => bank.Services.Names(service, text, isExpected: false));
            if (isNamed && !HasGoneNote(item, service, bank))
            {
                yield return new LintFinding(item, $"no why and no takeaway says that {service.Name} is {Words(service.Status.State)}, with the date ({service.Status.Since})");
            }
        }
        else if (service.Status.State is ServiceState.Renamed && FormerName(item, service) is { } former && !HasRenamedNote(item))
        {
            yield return new LintFinding(item, $"\"{former}\" is the former name of {service.Name}, and no why and no takeaway says so");
        }
    }

    private static string? FormerName(Item item, ServiceEntry service) =>
        ServiceMentions.FormerNames(service).FirstOrDefault(name =>
            Texts(item).Any(text => ServiceMentions.Holds(text, name, isAnywhere: true, StringComparison.OrdinalIgnoreCase)));

    // A note stands where the service is named: in the takeaway, or in the why of an option that names it or whose why does.
    private static bool HasGoneNote(Item item, ServiceEntry service, LintBank bank) => Notes(item).Any(note =>
        Gone.Any(sign => note.Why.Contains(sign, StringComparison.OrdinalIgnoreCase))
        && (service.Status.Since is null || note.Why.Contains(service.Status.Since[..4], StringComparison.Ordinal))
        && bank.Services.Names(service, $"{note.Text}\n{note.Why}", isExpected: true));

    private static bool HasRenamedNote(Item item) =>
        Notes(item).Any(note => Renamed.Any(sign => note.Why.Contains(sign, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Texts(Item item) =>
        [item.Stem, item.Takeaway, .. ItemPart.Of(item).SelectMany(part => new[] { part.Text, part.Why ?? "" })];

    private static IEnumerable<(string Text, string Why)> Notes(Item item) =>
    [
        ("", item.Takeaway),
        .. ItemPart.Of(item).Select(part => (part.Text, part.Why ?? "")),
        // The why of a prompt speaks of the response that answers it.
        .. item is MatchingItem matching
            ? matching.Prompts.Select(prompt => (matching.Responses.FirstOrDefault(response => response.Id == prompt.Key)?.Text ?? "", prompt.Why))
            : [],
    ];

    private static string Words(ServiceState state) => state switch
    {
        ServiceState.ClosedToNew => "closed to new customers",
        ServiceState.Sunset => "going to end",
        _ => "ended",
    };
}
