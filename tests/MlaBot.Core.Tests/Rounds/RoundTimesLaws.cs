using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Questions;
using MlaBot.Core.Rounds;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Core.Tests.Rounds;

public sealed class RoundTimesLaws
{
    private static readonly RoundRules Rules = new();

    private static readonly Gen<Item> Items =
        from words in Gen.Choose(0, 600)
        from item in Gen.Elements<Item>(New.ChoiceItem(), New.ChoiceItem("AC", 5), New.CaseItem(), New.OrderingItem(), New.MatchingItem())
        select item with { Stem = Stem(words) };

    [Fact]
    public void Times_stay_within_their_limits() =>
        Prop.ForAll(Items.ToArbitrary(), item =>
        {
            RoundTimes.Reading(item, Rules).ShouldBeInRange(Duration.FromSeconds(5), Duration.FromSeconds(15));
            RoundTimes.Answering(item, Rules).ShouldBeInRange(Duration.FromSeconds(45), Duration.FromSeconds(90));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_longer_question_never_has_less_time() =>
        Prop.ForAll(Items.ToArbitrary(), Gen.Choose(0, 200).ToArbitrary(), (item, more) =>
        {
            var longer = item with { Stem = $"{item.Stem} {Stem(more)}" };
            return RoundTimes.Reading(longer, Rules) >= RoundTimes.Reading(item, Rules) && RoundTimes.Answering(longer, Rules) >= RoundTimes.Answering(item, Rules);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_scenario_is_read_as_a_part_of_its_question()
    {
        var item = New.CaseItem();
        RoundTimes.Words(item).ShouldBe(RoundTimes.Words(item with { Case = null }) + 6);
    }

    [Fact]
    public void Orders_and_pairs_have_the_longest_time()
    {
        RoundTimes.Answering(New.OrderingItem(), Rules).ShouldBe(Rules.Answering.Longest);
        RoundTimes.Answering(New.MatchingItem(), Rules).ShouldBe(Rules.Answering.Longest);
        RoundTimes.Answering(New.ChoiceItem(), Rules).ShouldBeLessThan(Duration.FromSeconds(55));
    }

    private static string Stem(int words) => string.Join(' ', Enumerable.Repeat("word", words));
}
