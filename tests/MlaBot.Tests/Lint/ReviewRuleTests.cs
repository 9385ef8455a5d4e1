using MlaBot.Core.Questions;
using MlaBot.Lint;
using MlaBot.Lint.Reviews;
using MlaBot.Lint.Rules;
using MlaBot.Testing;

namespace MlaBot.Tests.Lint;

/// <summary>The records of second readers.</summary>
public sealed class ReviewRuleTests
{
    private const string Pack = "exams/mla-c01";
    private static readonly Item First = New.ChoiceItem(id: "q-1.1-0001") with { Source = $"{Pack}/items/1.1.yaml(2)" };
    private static readonly Item Second = New.ChoiceItem(id: "q-1.1-0002", version: 3) with { Source = $"{Pack}/items/1.1.yaml(30)" };

    [Fact]
    public void An_item_without_a_row_is_named()
    {
        var measure = new ReviewRecord().Check(Bank("q-1.1-0001\t1\t2026-11-21\tagreed\tconfirmed\ta page"));

        measure.IsMet.ShouldBeFalse();
        measure.Measured.ShouldBe("1 of 2 items; 1 missing");
        var finding = measure.Findings.ShouldHaveSingleItem();
        finding.Items.ShouldBe([Second]);
        finding.Sentence.ShouldBe("no second reader has recorded a review of it");
    }

    [Fact]
    public void A_review_of_an_older_version_does_not_count()
    {
        new ReviewRecord().Check(Bank(Row("q-1.1-0001", "1"), Row("q-1.1-0002", "2"))).Sentences().ShouldBe(["the review is of version 2, the item of version 3"]);
        new ReviewRecord().Check(Bank(Row("q-1.1-0001", "1"), Row("q-1.1-0002", "3"))).IsMet.ShouldBeTrue();
    }

    [Fact]
    public void A_row_in_the_file_of_another_pack_does_not_count()
    {
        var (rows, _) = ReviewReader.Read("exams/mla-c02", [ReviewReader.Header, Row("q-1.1-0001", "1")]);
        var bank = new LintBank(LintCase.Content(LintCase.Exam(), [], First), LintCase.Exam(), new ReviewBook(rows, []));

        new ReviewRecord().Check(bank).IsMet.ShouldBeFalse();
        new ReviewRows().Check(bank).Sentences().ShouldBe(["exams/mla-c02/reviews.tsv(2): q-1.1-0001: there is no such item in this pack"]);
    }

    [Theory]
    [InlineData("q-1.1-0001\t1\t2026-11-21\tagreed\tconfirmed\ta page", null)]
    [InlineData("q-1.1-0001\t1\t2026-11-21\trewritten\tcorrected\ta page", null)]
    [InlineData("q-1.1-0001\tone\t2026-11-21\tagreed\tconfirmed\ta page", "version \"one\" is not a whole number above 0")]
    [InlineData("q-1.1-0001\t1\t21.11.2026\tagreed\tconfirmed\ta page", "checked \"21.11.2026\" is not a date such as 2026-11-21")]
    [InlineData("q-1.1-0001\t1\t2026-11-21\tyes\tconfirmed\ta page", "blind \"yes\" is not one of agreed, rewritten")]
    [InlineData("q-1.1-0001\t1\t2026-11-21\tagreed\tok\ta page", "facts \"ok\" is not one of confirmed, corrected")]
    [InlineData("q-1.1-0001\t1\t2026-11-21\tagreed\tconfirmed\t ", "nothing stands under looked up")]
    [InlineData("q-1.1-0001\t1\t2026-11-21\tagreed", "4 columns where 6 are expected")]
    [InlineData("q-9.9-0001\t1\t2026-11-21\tagreed\tconfirmed\ta page", "there is no such item in this pack")]
    public void A_row_is_whole_or_says_what_is_wrong(string row, string? wrong)
    {
        var sentences = new ReviewRows().Check(Bank(row)).Sentences();

        sentences.ShouldBe(wrong is null ? [] : [$"{Pack}/reviews.tsv(2): {row.Split('\t')[0]}: {wrong}"]);
    }

    [Fact]
    public void A_second_row_about_an_item_and_a_wrong_header_are_faults()
    {
        var (rows, faults) = ReviewReader.Read(Pack, ["item,version", Row("q-1.1-0001", "1"), "", Row("q-1.1-0001", "1")]);

        var sentences = new ReviewRows().Check(new LintBank(LintCase.Content(LintCase.Exam(), [], First), LintCase.Exam(), new ReviewBook(rows, faults))).Sentences();

        sentences.ShouldBe(
        [
            $"{Pack}/reviews.tsv(1): the first line must name the columns: item version checked blind facts looked up, with tabs between them",
            $"{Pack}/reviews.tsv(4): q-1.1-0001: there is an earlier row about this item; keep one",
        ]);
    }

    [Fact]
    public void A_missing_review_is_a_fault_also_while_the_bank_grows()
    {
        var exam = LintCase.Exam();
        var content = LintCase.Content(exam, [], First);

        Linter.Check(content, exam, [], new ReviewBook([], []), isStrict: false).Lines.Single(line => line.Rule is ReviewRecord).Verdict.ShouldBe(LintVerdict.Fault);
        Linter.Check(content, exam, [], LintCase.Reviewed(First), isStrict: false).Lines.Single(line => line.Rule is ReviewRecord).Verdict.ShouldBe(LintVerdict.Good);
    }

    [Fact]
    public void An_item_names_only_exams_that_ask_its_type_and_know_one_of_its_ids()
    {
        Item ordering = New.OrderingItem(id: "q-2.1-0009") with { Exams = [New.ExamId, TwoExams.Second], Blueprint = [new("2.1.k1")] };
        Item lost = New.ChoiceItem(id: "q-1.1-0009") with { Exams = [TwoExams.Second] };
        var content = TwoExams.Content(TwoExams.Shared(), ordering, lost);

        new ExamFit().Check(new LintBank(content, content.Exams[0], LintCase.Reviewed())).IsMet.ShouldBeTrue();
        new ExamFit().Check(new LintBank(content, content.Exams[1], LintCase.Reviewed())).Sentences().ShouldBe(
            ["MLA-C02 has no questions of type ordering; take it out of exams", "MLA-C02 has none of its blueprint ids"]);
    }

    private static string Row(string item, string version) => $"{item}\t{version}\t2026-11-21\tagreed\tconfirmed\ta page";

    private static LintBank Bank(params string[] rows)
    {
        var (read, faults) = ReviewReader.Read(Pack, [ReviewReader.Header, .. rows]);
        return new LintBank(LintCase.Content(LintCase.Exam(), [], First, Second), LintCase.Exam(), new ReviewBook(read, faults));
    }
}
