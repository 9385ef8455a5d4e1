using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Services;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Services;

/// <summary>What holds whatever is typed.</summary>
public sealed class LookupLaws
{
    private static readonly ServiceLookup Lookup = RealContent.Current.Lookup;

    private static readonly Gen<string> Pieces = Gen.Elements(
        "sagemaker", "amazon", "aws", "data", "s3", "the", "q", "\0", "\u0007", "\r\n", "\t", "😀", "\uD83D", "ß", "İ", "日本語", "-", "/", "x-ray", "ＡＷＳ", "é", " ");

    [Fact]
    public void Any_text_gives_a_bounded_list_in_falling_order() =>
        Prop.ForAll(AnyText(), Gen.Choose(1, 200).ToArbitrary(), (words, limit) =>
        {
            var hits = Lookup.Find(words, limit);
            return hits.Count <= Math.Min(limit, RealContent.Current.Services.Count)
                && hits.All(hit => hit.Score is > 0 and <= 1)
                && hits.Zip(hits.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score - 0.001)
                && hits.DistinctBy(hit => hit.Service.Slug).Count() == hits.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_gives_bounded_suggestions_without_doubles() =>
        Prop.ForAll(AnyText(), Gen.Choose(1, 200).ToArbitrary(), (typed, limit) =>
        {
            var services = Lookup.Suggest(typed, limit);
            return services.Count <= limit && services.Distinct().Count() == services.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_words_give_the_same_list_also_in_another_index()
    {
        var other = new ServiceLookup(RealContent.Current.Services);

        Prop.ForAll(AnyText(), words => Slugs(Lookup.Find(words, 20)).SequenceEqual(Slugs(other.Find(words, 20)))
            && Slugs(Lookup.Find(words, 20)).SequenceEqual(Slugs(Lookup.Find(words, 20)))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_shorter_list_is_the_beginning_of_a_longer_one() =>
        Prop.ForAll(AnyText(), Gen.Choose(1, 10).ToArbitrary(), (words, limit) =>
            Slugs(Lookup.Find(words, limit)).SequenceEqual(Slugs(Lookup.Find(words, 50)).Take(limit))).QuickCheckThrowOnFailure();

    [Fact]
    public void Case_and_punctuation_make_no_difference()
    {
        var names = RealContent.Current.Services.SelectMany(service => service.Aliases.Append(service.Name)).ToArray();

        Prop.ForAll(Gen.Elements(names).ToArbitrary(), Gen.Elements(" ", "  ", "-", "_", ", ", "/").ToArbitrary(), (name, gap) =>
            Slugs(Lookup.Find(name)).SequenceEqual(Slugs(Lookup.Find($"{gap}{name.ToUpperInvariant().Replace(" ", gap, StringComparison.Ordinal)}!")))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_exact_name_and_slug_finds_its_service_first() =>
        RealContent.Current.Services
            .SelectMany(service => new[] { service.Name, service.Slug }.Select(words => (words, service.Slug)))
            .Where(pair => Lookup.Find(pair.words)[0].Service.Slug != pair.Slug)
            .ShouldBeEmpty();

    [Fact]
    public void Every_alias_finds_its_service_among_the_first_three() =>
        RealContent.Current.Services
            .SelectMany(service => service.Aliases.Select(alias => (alias, service.Slug)))
            .Where(pair => !Slugs(Lookup.Find(pair.alias, 3)).Contains(pair.Slug))
            .ShouldBeEmpty();

    [Fact]
    public void Every_need_finds_its_service_among_the_first_three() =>
        RealContent.Current.Services
            .SelectMany(service => service.Intents.Select(intent => (intent, service.Slug)))
            .Where(pair => !Slugs(Lookup.Find(pair.intent, 3)).Contains(pair.Slug))
            .ShouldBeEmpty();

    private static IEnumerable<string> Slugs(IEnumerable<ServiceHit> hits) => hits.Select(hit => hit.Service.Slug);

    private static Arbitrary<string> AnyText() => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? ""),
        Gen.ListOf(Pieces).Select(pieces => string.Join(' ', pieces)),
        Gen.Choose(1, 10_000).Select(length => new string('a', length)),
        Gen.Choose(1, 10_000).SelectMany(length => Pieces.Select(piece => string.Concat(Enumerable.Repeat(piece, length))[..Math.Min(length, 10_000)]))).ToArbitrary();
}
