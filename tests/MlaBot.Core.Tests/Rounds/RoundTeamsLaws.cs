using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Channels;
using MlaBot.Core.Rounds;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Rounds;

public sealed class RoundTeamsLaws
{
    private static readonly Gen<Crowd> Crowds =
        from count in Gen.Choose(RoundRules.FewestForTeams, 40)
        from teams in Gen.Choose(2, 8)
        from answered in Gen.ArrayOf(Gen.Choose(0, 60), count)
        from share in Gen.ArrayOf(Gen.Choose(0, 100), count)
        from seed in Gen.Choose(0, int.MaxValue)
        select new Crowd(
            [.. Enumerable.Range(0, count).Select(index => new RoundPlayer(Person(index), $"p{index}", 1))],
            Enumerable.Range(0, count).Where(index => answered[index] > 0)
                .ToDictionary(Person, index => new RecentRecord(answered[index] * share[index] / 100, answered[index])),
            teams,
            seed);

    [Fact]
    public void Everybody_is_in_one_team_and_sizes_differ_by_one_at_most() =>
        Prop.ForAll(Crowds.ToArbitrary(), crowd =>
        {
            var dealt = crowd.Deal();
            dealt.Select(player => player.Learner).ShouldBe(crowd.Players.Select(player => player.Learner), ignoreOrder: true);
            var sizes = dealt.GroupBy(player => player.Team).ToDictionary(team => team.Key, team => team.Count());
            sizes.Keys.Order().ShouldBe(Enumerable.Range(1, Math.Min(crowd.Teams, crowd.Players.Count / 3)));
            (sizes.Values.Max() - sizes.Values.Min()).ShouldBeLessThanOrEqualTo(1);
            sizes.Values.Min().ShouldBeGreaterThanOrEqualTo(3);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_team_is_stronger_than_another_by_more_than_the_strongest_person() =>
        Prop.ForAll(Crowds.ToArbitrary(), crowd =>
        {
            var sums = crowd.Deal().GroupBy(player => player.Team).Select(team => team.Sum(crowd.Strength)).ToArray();
            return sums.Max() - sums.Min() <= crowd.Players.Max(crowd.Strength) + 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_joining_changes_nothing_about_the_teams_strengths() =>
        Prop.ForAll(Crowds.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (crowd, seed) =>
        {
            var random = new Random(seed);
            var mixed = crowd with { Players = [.. crowd.Players.OrderBy(_ => random.Next())] };
            Strengths(mixed).ShouldBe(Strengths(crowd));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fewer_than_six_play_for_themselves() =>
        Prop.ForAll(Crowds.ToArbitrary(), Gen.Choose(0, 5).ToArbitrary(), (crowd, count) =>
            (crowd with { Players = [.. crowd.Players.Take(count)] }).Deal().All(player => player.Team == 0)).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_comes_late_joins_a_smallest_team() =>
        Prop.ForAll(Crowds.ToArbitrary(), crowd =>
        {
            var dealt = crowd.Deal();
            var team = RoundTeams.ForLateComer([.. dealt]);
            dealt.Count(player => player.Team == team).ShouldBe(dealt.GroupBy(player => player.Team).Min(each => each.Count()));
            RoundTeams.ForLateComer([.. crowd.Players]).ShouldBe(0);
        }).QuickCheckThrowOnFailure();

    private static LearnerKey Person(int index) => new(New.ChannelKey.Group, $"u{index}");

    private static IReadOnlyList<string> Strengths(Crowd crowd) =>
        [.. crowd.Deal().GroupBy(player => player.Team).OrderBy(team => team.Key).Select(team => string.Join(' ', team.Select(crowd.Strength).Order()))];

    private sealed record Crowd(IReadOnlyList<RoundPlayer> Players, IReadOnlyDictionary<LearnerKey, RecentRecord> Records, int Teams, int Seed)
    {
        public IReadOnlyList<RoundPlayer> Deal() => RoundTeams.Balance(Players, Records, Teams, new Random(Seed));

        public double Strength(RoundPlayer player)
        {
            var answered = Records.Values.Sum(record => record.Answered);
            var mean = answered == 0 ? 0.5 : Records.Values.Sum(record => record.Right) / (double)answered;
            return RoundTeams.Strength(Records.GetValueOrDefault(player.Learner), mean);
        }
    }
}
