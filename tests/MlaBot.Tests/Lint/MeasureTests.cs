using FsCheck;
using FsCheck.Fluent;
using MlaBot.Lint.Measures;
using MlaBot.Lint.Words;

namespace MlaBot.Tests.Lint;

/// <summary>The arithmetic below the rules.</summary>
public sealed class MeasureTests
{
    // Critical values of the chi-square distribution at 5 and 1 percent, NIST/SEMATECH e-Handbook, table 1.3.6.7.4.
    [Theory]
    [InlineData(3.841, 1, 0.05)]
    [InlineData(5.991, 2, 0.05)]
    [InlineData(7.815, 3, 0.05)]
    [InlineData(11.345, 3, 0.01)]
    [InlineData(18.307, 10, 0.05)]
    [InlineData(43.773, 30, 0.05)]
    public void The_chi_square_tail_agrees_with_printed_tables(double value, int freedom, double p)
    {
        ChiSquare.Tail(value, freedom).ShouldBe(p, 0.0001);
    }

    [Fact]
    public void The_chi_square_tail_is_a_probability_that_falls_with_the_value()
    {
        Prop.ForAll<PositiveInt, PositiveInt, PositiveInt>((value, step, freedom) =>
        {
            var (small, large, k) = (value.Get / 8.0, (value.Get + step.Get) / 8.0, (freedom.Get % 20) + 1);
            return ChiSquare.Tail(small, k) is >= 0 and <= 1 && ChiSquare.Tail(large, k) <= ChiSquare.Tail(small, k) + 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Even_counts_are_certain_and_uneven_ones_are_not()
    {
        ChiSquare.EvenP([25, 25, 25, 25]).ShouldBe(1);
        ChiSquare.EvenP([0, 0, 0, 0]).ShouldBe(1);
        ChiSquare.EvenP([40, 20, 20, 20]).ShouldBe(0.0074, 0.0001);
    }

    [Fact]
    public void A_text_is_like_itself_and_as_like_another_as_the_other_is_like_it()
    {
        Prop.ForAll<NonEmptyArray<PositiveInt>, NonEmptyArray<PositiveInt>>((left, right) =>
        {
            var similarity = new Similarity([Words(left), Words(right), Words(left)]);
            return Math.Abs(similarity.Cosine(0, 2) - 1) < 1e-9
                && Math.Abs(similarity.Cosine(0, 1) - similarity.Cosine(1, 0)) < 1e-9
                && Math.Abs(similarity.Jaccard(0, 1) - similarity.Jaccard(1, 0)) < 1e-9
                && similarity.Cosine(0, 1) is >= -1e-9 and <= 1 + 1e-9
                && similarity.Jaccard(0, 1) is >= 0 and <= 1;
        }).QuickCheckThrowOnFailure();

        static string Words(NonEmptyArray<PositiveInt> numbers) => string.Join(' ', numbers.Get.Select(number => $"word{number.Get % 7}"));
    }

    [Fact]
    public void Jaccard_counts_trigrams_in_common()
    {
        var similarity = new Similarity(["one two three four", "one two three five", "six seven"]);

        similarity.Jaccard(0, 1).ShouldBe(1.0 / 3);
        similarity.Jaccard(0, 2).ShouldBe(0);
        similarity.Jaccard(2, 2).ShouldBe(0);
    }

    [Theory]
    [InlineData("cat", 1)]
    [InlineData("the", 1)]
    [InlineData("table", 2)]
    [InlineData("scale", 1)]
    [InlineData("service", 2)]
    [InlineData("services", 3)]
    [InlineData("trained", 1)]
    [InlineData("loaded", 2)]
    [InlineData("rates", 1)]
    [InlineData("boxes", 2)]
    [InlineData("endpoint", 2)]
    [InlineData("inference", 3)]
    [InlineData("availability", 6)]
    [InlineData("free", 1)]
    [InlineData("gpu", 1)]
    public void Syllables_are_guessed(string word, int syllables)
    {
        Readability.Syllables(word).ShouldBe(syllables);
    }

    [Fact]
    public void The_grade_follows_its_formula()
    {
        // 6 words, 1 sentence, 6 syllables.
        Readability.Grade("The cat sat on the mat.").ShouldBe((0.39 * 6) + 11.8 - 15.59, 1e-9);
        Readability.Grade("").ShouldBe(0);
    }

    [Theory]
    [InlineData("One. Two? Three!", 3)]
    [InlineData("Version 1.5 of it, e.g. this one, works", 1)]
    [InlineData("It costs 3.50 USD. Then", 2)]
    [InlineData("A sentence (in brackets.) Another.", 2)]
    public void Sentences_end_in_a_mark(string text, int sentences)
    {
        Tokens.Sentences(text).ShouldBe(sentences);
    }

    [Fact]
    public void The_question_is_the_last_sentence_before_the_number_to_choose()
    {
        Tokens.Question("A team has files. Which fit? Choose TWO.").ShouldBe("Which fit?");
        Tokens.Question("Which fits?").ShouldBe("Which fits?");
        Tokens.Question("").ShouldBe("");
    }

    [Theory]
    [InlineData("Amazon Kendra finds it", true)]
    [InlineData("use Kendra for it", true)]
    [InlineData("Kendras", false)]
    [InlineData("kendra", false)]
    public void Services_are_found_by_the_names_that_authors_write(string text, bool isFound)
    {
        var service = LintCase.Service("kendra", "Amazon Kendra");

        new ServiceMentions([service]).Names(service, text, isExpected: false).ShouldBe(isFound);
    }

    [Fact]
    public void A_name_in_brackets_is_a_name_too()
    {
        var service = LintCase.Service("a2i", "Amazon Augmented AI (Amazon A2I)");
        var mentions = new ServiceMentions([service]);

        mentions.Names(service, "Reviews with A2I follow.", isExpected: false).ShouldBeTrue();
        mentions.Names(service, "Reviews with Amazon Augmented AI follow.", isExpected: false).ShouldBeTrue();
        mentions.Names(service, "AI follows.", isExpected: true).ShouldBeFalse();
    }
}
