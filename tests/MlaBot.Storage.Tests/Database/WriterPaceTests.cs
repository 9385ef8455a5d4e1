using FsCheck;
using FsCheck.Fluent;
using MlaBot.Storage.Database.Writing;

namespace MlaBot.Storage.Tests.Database;

public sealed class WriterPaceTests
{
    private static readonly Gen<(int Callers, TimeSpan Commit)> Commits =
        from callers in Gen.Choose(0, 300)
        from microseconds in Gen.Choose(0, 50_000)
        select (callers, TimeSpan.FromMicroseconds(microseconds));

    [Fact]
    public void A_single_caller_is_never_made_to_wait()
    {
        var pace = new WriterPace();
        pace.Patience.ShouldBe(TimeSpan.Zero);

        pace.Observe(1, TimeSpan.FromMilliseconds(20));

        pace.Patience.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void The_wait_is_at_most_half_of_the_longest_commit_and_one_millisecond() =>
        Prop.ForAll(Commits.ListOf().ToArbitrary(), commits =>
        {
            var pace = new WriterPace();
            foreach (var (callers, commit) in commits)
            {
                pace.Observe(callers, commit);
            }

            var longest = commits.Select(each => each.Commit).DefaultIfEmpty().Max();
            return pace.Patience <= longest / 2 && pace.Patience <= TimeSpan.FromMilliseconds(1) && pace.Expected >= 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_caller_may_write_itself_when_it_is_alone_and_the_disk_was_seen_to_be_quick()
    {
        var pace = new WriterPace();
        pace.IsQuickAndAlone.ShouldBeFalse();

        pace.Observe(1, TimeSpan.FromMilliseconds(0.3));
        pace.IsQuickAndAlone.ShouldBeTrue();

        pace.Observe(8, TimeSpan.FromMilliseconds(0.3));
        pace.Observe(8, TimeSpan.FromMilliseconds(0.3));
        pace.IsQuickAndAlone.ShouldBeFalse();
    }

    [Fact]
    public void On_a_slow_disk_nobody_writes_itself_until_it_is_quick_again()
    {
        var pace = new WriterPace();
        pace.Observe(1, TimeSpan.FromMilliseconds(20));
        pace.IsQuickAndAlone.ShouldBeFalse();

        for (var commit = 0; commit < 40; commit++)
        {
            pace.Observe(1, TimeSpan.FromMilliseconds(0.3));
        }

        pace.IsQuickAndAlone.ShouldBeTrue();
    }

    [Fact]
    public void Two_that_meet_by_chance_are_not_waited_for()
    {
        var pace = new WriterPace();
        foreach (var callers in new[] { 1, 2, 1, 3, 1, 2 })
        {
            pace.Observe(callers, TimeSpan.FromMilliseconds(2));

            pace.Patience.ShouldBe(TimeSpan.Zero);
        }
    }

    [Fact]
    public void Many_callers_are_expected_when_they_come_twice_and_forgotten_after_a_few_commits()
    {
        var pace = new WriterPace();
        pace.Observe(128, TimeSpan.FromMilliseconds(2));
        pace.Observe(128, TimeSpan.FromMilliseconds(2));
        pace.Expected.ShouldBe(128);
        pace.Patience.ShouldBe(TimeSpan.FromMilliseconds(1));

        for (var commit = 0; commit < 7; commit++)
        {
            pace.Observe(1, TimeSpan.FromMilliseconds(2));
        }

        pace.Expected.ShouldBe(1);
    }
}
