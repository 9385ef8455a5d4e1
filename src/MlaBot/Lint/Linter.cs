using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Lint.Reviews;

namespace MlaBot.Lint;

/// <summary>Runs all rules over the items of an exam.</summary>
internal static class Linter
{
    /// <summary>Makes the report.</summary>
    /// <param name="content">Content that loaded without a fault.</param>
    /// <param name="exam">One of its exams.</param>
    /// <param name="waivers">Findings that authors have accepted.</param>
    /// <param name="reviews">What second readers recorded.</param>
    /// <param name="isStrict">True to count a missed bank target as a fault while the bank still grows.</param>
    public static LintReport Check(ContentSnapshot content, Exam exam, IReadOnlyList<LintWaiver> waivers, ReviewBook reviews, bool isStrict)
    {
        var bank = new LintBank(content, exam, reviews);
        var book = new WaiverBook(waivers);
        var lines = LintRules.All.Select(rule => Run(rule, bank, book, isStrict || bank.IsFull)).ToArray();
        return new LintReport(bank, lines, book.Faults(bank));
    }

    private static LintLine Run(ILintRule rule, LintBank bank, WaiverBook waivers, bool mustMeetTargets)
    {
        var measure = rule.Check(bank);
        LintFinding[] open = [.. measure.Findings.Where(finding => !waivers.Accepts(rule.Name, finding))];
        var isMet = rule.Kind is LintKind.Item ? open.Length == 0 : measure.IsMet;
        var verdict = isMet ? LintVerdict.Good : rule.Kind is LintKind.Bank && !mustMeetTargets ? LintVerdict.Growing : LintVerdict.Fault;
        return new LintLine(rule, measure.Measured, verdict, open, measure.Findings.Count - open.Length);
    }
}
