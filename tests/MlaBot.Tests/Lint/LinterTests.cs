using MlaBot.Core.Questions;
using MlaBot.Lint;
using MlaBot.Testing;

namespace MlaBot.Tests.Lint;

/// <summary>How findings become verdicts.</summary>
public sealed class LinterTests
{
    [Fact]
    public void A_missed_bank_target_is_growing_until_the_bank_is_full()
    {
        Verdict(19, isStrict: false, "key-position").ShouldBe(LintVerdict.Growing);
        Verdict(20, isStrict: false, "key-position").ShouldBe(LintVerdict.Fault);
    }

    [Fact]
    public void A_missed_bank_target_is_a_fault_at_once_when_strict()
    {
        Verdict(1, isStrict: true, "key-position").ShouldBe(LintVerdict.Fault);
    }

    [Fact]
    public void The_guide_for_authors_explains_each_rule_and_no_other()
    {
        var guide = File.ReadAllLines(Path.Combine(Repository.Root, "content", "README.md"));

        guide.Where(line => line.StartsWith("| `", StringComparison.Ordinal) && (line.Contains("| items |", StringComparison.Ordinal) || line.Contains("| bank |", StringComparison.Ordinal)))
            .Select(line => (line.Split('`')[1], line.Contains("| items |", StringComparison.Ordinal) ? LintKind.Item : LintKind.Bank))
            .ShouldBe(LintRules.All.Select(rule => (rule.Name, rule.Kind)));
    }

    [Fact]
    public void A_finding_about_an_item_is_a_fault_at_once()
    {
        Verdict(1, isStrict: false, "explanations").ShouldBe(LintVerdict.Fault);
    }

    [Fact]
    public void A_growing_bank_is_good_and_a_fault_is_not()
    {
        var exam = LintCase.Exam();
        var good = LintCase.Choice("Which?", "*One word", "Two word", "Six word", "Ten word") with { References = ["Guide: Page"] };

        Linter.Check(LintCase.Content(exam, [], good), exam, [], LintCase.Reviewed(good), isStrict: false).IsGood.ShouldBeTrue();
        Linter.Check(LintCase.Content(exam, [], good), exam, [], LintCase.Reviewed(good), isStrict: true).IsGood.ShouldBeFalse();
        Linter.Check(LintCase.Content(exam, [], good with { References = [] }), exam, [], LintCase.Reviewed(good), isStrict: false).IsGood.ShouldBeFalse();
    }

    [Fact]
    public void Items_of_another_exam_are_left_out()
    {
        var exam = LintCase.Exam();
        var foreign = New.ChoiceItem() with { Exams = [new("MLA-C02")] };

        var report = Linter.Check(LintCase.Content(exam, [], foreign), exam, [], LintCase.Reviewed(), isStrict: false);

        report.Bank.Items.ShouldBeEmpty();
        report.IsGood.ShouldBeTrue();
    }

    [Fact]
    public void A_waiver_accepts_the_findings_of_its_rule_and_items()
    {
        var line = Line("explanations", new LintWaiver("explanations", ["q-1.1-0001"], "waivers.yaml(1)"), out var report);

        (line.Verdict, line.Waived, line.Findings.Count).ShouldBe((LintVerdict.Good, 4, 0));
        report.WaiverFaults.ShouldBeEmpty();
    }

    [Fact]
    public void A_pair_is_waived_by_naming_both_items()
    {
        var twins = new[] { "q-1.1-0001", "q-1.1-0002" }.Select(id => New.ChoiceItem(id: id) with { Stem = "Which of these three formats keeps columns together on the disk?" }).ToArray();
        var content = LintCase.Content(LintCase.Exam(), [], twins);

        Check("q-1.1-0001").ShouldBe(LintVerdict.Fault);
        Check("q-1.1-0001", "q-1.1-0002").ShouldBe(LintVerdict.Good);

        LintVerdict Check(params string[] items) => Linter
            .Check(content, content.Exams[0], [new LintWaiver("near-duplicates", items, "waivers.yaml(1)")], LintCase.Reviewed(twins), isStrict: false)
            .Lines.Single(line => line.Rule.Name is "near-duplicates").Verdict;
    }

    [Fact]
    public void A_waiver_that_accepts_nothing_or_names_no_rule_is_a_fault()
    {
        Line("explanations", new LintWaiver("stem-words", ["q-1.1-0001"], "waivers.yaml(1)"), out var unused);
        Line("explanations", new LintWaiver("steam-words", ["q-1.1-0001"], "waivers.yaml(1)"), out var unknown);

        unused.WaiverFaults.ShouldBe(["waivers.yaml(1): this waiver of stem-words accepts nothing any more; remove it"]);
        unknown.WaiverFaults.ShouldBe(["waivers.yaml(1): there is no rule \"steam-words\""]);
        unknown.IsGood.ShouldBeFalse();
    }

    [Fact]
    public void A_waiver_about_an_item_of_another_exam_is_left_to_that_exam()
    {
        var content = TwoExams.Content(TwoExams.Shared(), New.ChoiceItem(id: "q-1.1-0002"));

        Faults("q-1.1-0002", 1).ShouldBeEmpty();
        Faults("q-1.1-0002", 0).ShouldHaveSingleItem();
        Faults("q-1.1-0001", 1).ShouldHaveSingleItem();

        IReadOnlyList<string> Faults(string item, int exam) => Linter
            .Check(content, content.Exams[exam], [new LintWaiver("stem-words", [item], "waivers.yaml(1)")], LintCase.Reviewed(), isStrict: false).WaiverFaults;
    }

    private static LintLine Line(string rule, LintWaiver waiver, out LintReport report)
    {
        var content = LintCase.Content(LintCase.Exam(), [], New.ChoiceItem());
        report = Linter.Check(content, content.Exams[0], [waiver], LintCase.Reviewed(New.ChoiceItem()), isStrict: false);
        return report.Lines.Single(line => string.Equals(line.Rule.Name, rule, StringComparison.Ordinal));
    }

    private static LintVerdict Verdict(int items, bool isStrict, string rule)
    {
        Item[] all = LintCase.Keys(new string('A', items));
        var exam = LintCase.Exam();
        return Linter.Check(LintCase.Content(exam, [], all), exam, [], LintCase.Reviewed(all), isStrict)
            .Lines.Single(line => string.Equals(line.Rule.Name, rule, StringComparison.Ordinal)).Verdict;
    }
}
