namespace MlaBot.Lint;

/// <summary>A finding that an author has accepted.</summary>
/// <param name="Rule">The name of the rule.</param>
/// <param name="Items">Ids of the items it is accepted for.</param>
/// <param name="Source">Where the waiver stands, as <c>file(line)</c>.</param>
internal sealed record LintWaiver(string Rule, IReadOnlyList<string> Items, string Source);

/// <summary>Knows which findings are accepted, and which waivers are of no use.</summary>
/// <param name="waivers">All waivers.</param>
internal sealed class WaiverBook(IReadOnlyList<LintWaiver> waivers)
{
    private readonly HashSet<LintWaiver> _used = [];

    /// <summary>True when a waiver of the rule names every item of the finding. A finding about no item cannot be waived.</summary>
    public bool Accepts(string rule, LintFinding finding)
    {
        var waiver = waivers.FirstOrDefault(waiver =>
            string.Equals(waiver.Rule, rule, StringComparison.Ordinal)
            && finding.Items.Count > 0
            && finding.Items.All(item => waiver.Items.Contains(item.Id.Value, StringComparer.Ordinal)));
        if (waiver is not null)
        {
            _used.Add(waiver);
        }

        return waiver is not null;
    }

    /// <summary>After all rules ran: waivers that accepted nothing, in sentences. One about items that the exam does not ask is left to their exam.</summary>
    public IReadOnlyList<string> Faults(LintBank bank) =>
    [
        .. waivers.Where(waiver => !_used.Contains(waiver) && !waiver.Items.Any(item => bank.IsOfAnotherExam(item))).Select(waiver =>
            LintRules.All.Any(rule => string.Equals(rule.Name, waiver.Rule, StringComparison.Ordinal))
                ? $"{waiver.Source}: this waiver of {waiver.Rule} accepts nothing any more; remove it"
                : $"{waiver.Source}: there is no rule \"{waiver.Rule}\""),
    ];
}
