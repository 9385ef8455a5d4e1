using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Services;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Services;

public sealed class WordTests
{
    [Theory]
    [InlineData("optimise", "optimizing")]
    [InlineData("optimisation", "optimizer")]
    [InlineData("labelling", "labels")]
    [InlineData("labelled", "labeling")]
    [InlineData("catalogue", "catalogs")]
    [InlineData("query", "queries")]
    [InlineData("translate", "translation")]
    [InlineData("annotation", "annotate")]
    [InlineData("detector", "detection")]
    [InlineData("behaviour", "behavior")]
    [InlineData("classify", "classification")]
    [InlineData("compliance", "compliant")]
    [InlineData("crawler", "crawling")]
    [InlineData("explainability", "explain")]
    [InlineData("artefact", "artifacts")]
    [InlineData("centre", "centers")]
    public void Forms_of_one_word_have_one_stem(string left, string right) => Stemmer.Stem(left).ShouldBe(Stemmer.Stem(right));

    [Theory]
    [InlineData("product", "production")]
    [InlineData("manager", "managed")]
    [InlineData("s3", "s")]
    [InlineData("data", "date")]
    [InlineData("kinesis", "kinesi")]
    [InlineData("need", "ne")]
    public void Words_apart_keep_stems_apart(string left, string right) => Stemmer.Stem(left).ShouldNotBe(Stemmer.Stem(right));

    [Fact]
    public void A_stem_is_never_longer_than_its_word_and_three_letters() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? "").ToArbitrary(), text => Words.Split(text).TrueForAll(word =>
            Stemmer.Stem(word).Length <= word.Length + 3)).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_is_cut_at_everything_that_is_no_letter_or_digit() =>
        Words.Split(" Amazon-S3: (k-means) ci/cd\t😀end\0x").ShouldBe(["amazon", "s3", "k", "means", "ci", "cd", "end", "x"]);

    [Fact]
    public void Every_word_one_edit_away_from_a_longer_word_is_found_near_it()
    {
        string[] words = [.. RealContent.Current.Services.SelectMany(service => Words.Split(service.Name)).Where(word => word.Length >= 6).Distinct(StringComparer.Ordinal)];
        var index = new TrigramIndex(words);
        var counts = new byte[words.Length];

        Prop.ForAll(Gen.Elements(words).ToArbitrary(), Gen.Choose(0, 1_000_000).ToArbitrary(), (word, seed) =>
        {
            var typed = Edit(word, new System.Random(seed));
            var near = new (int Word, int Distance)[6];
            var count = index.Find(typed, counts, near);
            var nearest = words.Min(other => Text.EditDistance(typed, other));
            return counts.All(left => left == 0) && (near[..count].Any(found => words[found.Word] == word) || nearest < Text.EditDistance(typed, word));
        }).QuickCheckThrowOnFailure();
    }

    // Any edit but at the first letter, which counts twice.
    private static string Edit(string word, System.Random random)
    {
        var at = random.Next(1, word.Length - 1);
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, "x"),
            2 => $"{word[..at]}q{word[(at + 1)..]}",
            _ => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
        };
    }
}
