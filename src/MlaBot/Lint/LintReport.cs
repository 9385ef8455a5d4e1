namespace MlaBot.Lint;

/// <summary>How a rule came out.</summary>
internal enum LintVerdict
{
    /// <summary>The target is met.</summary>
    Good,

    /// <summary>A bank target is missed while the bank is not full.</summary>
    Growing,

    /// <summary>Something must be mended.</summary>
    Fault,
}

/// <summary>One rule's line of the report.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Measured">What it measured.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="Findings">What to look at; waived findings are left out.</param>
/// <param name="Waived">How many findings are waived.</param>
internal sealed record LintLine(ILintRule Rule, string Measured, LintVerdict Verdict, IReadOnlyList<LintFinding> Findings, int Waived);

/// <summary>The whole report.</summary>
/// <param name="Bank">The bank that was looked at.</param>
/// <param name="Lines">One line a rule, in the order of the table of rules.</param>
/// <param name="WaiverFaults">Waivers that name no rule or waive nothing.</param>
internal sealed record LintReport(LintBank Bank, IReadOnlyList<LintLine> Lines, IReadOnlyList<string> WaiverFaults)
{
    /// <summary>True when nothing must be mended.</summary>
    public bool IsGood => WaiverFaults.Count == 0 && Lines.All(line => line.Verdict is not LintVerdict.Fault);
}
