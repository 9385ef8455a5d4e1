using MlaBot.Core.Content;
using MlaBot.Core.Services;
using MlaBot.Lint;
using MlaBot.Lint.Rules;
using MlaBot.Testing;

namespace MlaBot.Tests.Lint;

/// <summary>Rules about the service catalogue: each fires on a bad entry and leaves a good one alone.</summary>
public sealed class CatalogueRuleTests
{
    private const string Source = "Developer Guide: Quotas";

    [Theory]
    [InlineData("A request is at most 4 MB.", Source)]
    [InlineData("A request is small.", Source, "the limit \"A request is small.\" of lambda has no number")]
    [InlineData("A request is at most 4 MB.", "Developer Guide", "the source \"Developer Guide\" of a limit of lambda is not of the form \"Guide name: Page title\"")]
    [InlineData("A request is at most 4 MB.", "https://a.b: c", "the source \"https://a.b: c\" of a limit of lambda is not of the form \"Guide name: Page title\"")]
    public void A_limit_has_a_number_and_a_page(string what, string source, params string[] findings)
    {
        var lambda = LintCase.Service("lambda", "AWS Lambda") with { Limits = [new(what, New.Date("2026-11-20"), source)] };

        var measure = new LimitSources().Check(LintCase.Bank(LintCase.Exam(), [lambda]));

        measure.Sentences().ShouldBe(findings);
        measure.IsMet.ShouldBe(findings.Length == 0);
    }

    [Theory]
    [InlineData(60, Source)]
    [InlineData(140, Source)]
    [InlineData(59, Source, "the comparison a or b has 59 words, not 60 to 140")]
    [InlineData(141, Source, "the comparison a or b has 141 words, not 60 to 140")]
    [InlineData(80, "Quotas", "the source \"Quotas\" of the comparison a or b is not of the form \"Guide name: Page title\"")]
    public void A_comparison_is_short_and_names_its_pages(int words, string source, params string[] findings) =>
        Check(Comparison(words) with { Sources = [source] }, LintCase.Service("a", "A"), LintCase.Service("b", "B")).ShouldBe(findings);

    [Fact]
    public void A_comparison_with_a_closed_service_says_the_year()
    {
        var closed = LintCase.Service("b", "B", ServiceState.ClosedToNew, "2026-07-30");

        Check(Comparison(80), LintCase.Service("a", "A"), closed).ShouldBe(["the comparison a or b does not say that B cannot be started with since 2026-07-30"]);
        Check(Comparison(80) with { Trap = "Closed since July 2026." }, LintCase.Service("a", "A"), closed).ShouldBeEmpty();
    }

    private static Comparison Comparison(int words)
    {
        var bare = NewService.Comparison("a", "b") with { Difference = "", Trap = "" };
        var used = bare.Rows.Append(bare.Clue with { Aspect = "" }).Sum(row => $"{row.Aspect} {row.Left} {row.Right}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        return bare with { Difference = string.Join(' ', Enumerable.Repeat("word", words - used)) };
    }

    private static string[] Check(Comparison comparison, params ServiceEntry[] services)
    {
        var exam = LintCase.Exam();
        var content = new ContentSnapshot([exam], [], services, []) { Comparisons = new([comparison]) };
        return new ComparisonForm().Check(new LintBank(content, exam, LintCase.Reviewed())).Sentences();
    }
}
