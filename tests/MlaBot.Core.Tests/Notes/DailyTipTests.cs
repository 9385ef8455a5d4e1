using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Channels;
using MlaBot.Core.Notes;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Core.Tests.Notes;

public sealed class DailyTipTests
{
    [Fact]
    public void All_tips_are_seen_before_one_comes_again() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(-20_000, 20_000).ToArbitrary(), Gen.Choose(1, 200).ToArbitrary(), (user, day, count) =>
        {
            var person = new LearnerKey(New.ChannelKey.Group, $"user{user}");
            var first = new LocalDate(2026, 1, 1).PlusDays(day);
            return Enumerable.Range(0, count).Select(step => DailyTip.IndexOf(person, first.PlusDays(step), count)).Order().SequenceEqual(Enumerable.Range(0, count));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_group_does_not_read_the_same_tip_on_one_day() =>
        Enumerable.Range(0, 20).Select(user => DailyTip.IndexOf(new LearnerKey(New.ChannelKey.Group, $"u{user}"), New.Date("2026-03-02"), 20))
            .Distinct().Count().ShouldBeGreaterThan(5);
}
