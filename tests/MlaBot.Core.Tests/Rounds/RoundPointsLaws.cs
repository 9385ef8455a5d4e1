using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Rounds;
using NodaTime;

namespace MlaBot.Core.Tests.Rounds;

public sealed class RoundPointsLaws
{
    private static readonly Duration Grace = Duration.FromSeconds(1);

    private static readonly Gen<Given> Answers =
        from scoring in Gen.Elements(Enum.GetValues<RoundScoring>())
        from allowed in Gen.Choose(45_000, 90_000)
        from took in Gen.Choose(0, 90_000)
        select new Given(scoring, Duration.FromMilliseconds(allowed), Duration.FromMilliseconds(Math.Min(took, allowed)));

    [Fact]
    public void A_wrong_answer_earns_nothing_and_a_right_one_a_thousand_and_what_is_left_of_the_speed() =>
        Prop.ForAll(Answers.ToArbitrary(), given =>
        {
            given.Points(isRight: false).ShouldBe(0);
            given.Points().ShouldBeInRange(1000, 1000 + given.Most);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Points_never_rise_with_the_time_and_end_at_a_thousand() =>
        Prop.ForAll(Answers.ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), (given, later) =>
        {
            given.After(later).Points().ShouldBeLessThanOrEqualTo(given.Points());
            (given with { Took = given.Allowed }).Points().ShouldBe(1000);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Within_the_grace_nobody_is_quicker() =>
        Prop.ForAll(Answers.ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (given, took) =>
            (given with { Took = Duration.FromMilliseconds(took) }).Points() == 1000 + given.Most).QuickCheckThrowOnFailure();

    [Fact]
    public void Three_hundred_milliseconds_cost_no_more_than_their_part_of_the_straight_line() =>
        Prop.ForAll(Answers.ToArbitrary(), given =>
        {
            // Both ends are rounded, so a point at most comes on top.
            var part = given.Most * 300m / (decimal)(given.Allowed - Grace).TotalMilliseconds;
            return given.Points() - given.After(300).Points() <= Math.Ceiling(part) && part < 4;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Where_only_accuracy_counts_time_does_not() =>
        Prop.ForAll(Answers.ToArbitrary(), given => (given with { Scoring = RoundScoring.AccuracyOnly }).Points() == 1000).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_of_the_time_after_the_grace_leaves_half_of_the_speed() =>
        RoundPoints.Of(isRight: true, Duration.FromSeconds(24), Duration.FromSeconds(47), RoundScoring.AccuracyFirst, Grace).ShouldBe(1100);

    [Fact]
    public void A_time_that_is_all_grace_leaves_no_speed_to_count() =>
        RoundPoints.Of(isRight: true, Duration.Zero, Grace, RoundScoring.GentleSpeed, Grace).ShouldBe(1000);

    private sealed record Given(RoundScoring Scoring, Duration Allowed, Duration Took)
    {
        public int Most => RoundRules.MostForSpeed(Scoring);

        public int Points(bool isRight = true) => RoundPoints.Of(isRight, Took, Allowed, Scoring, Grace);

        public Given After(int milliseconds) => this with { Took = Duration.Min(Took + Duration.FromMilliseconds(milliseconds), Allowed) };
    }
}
