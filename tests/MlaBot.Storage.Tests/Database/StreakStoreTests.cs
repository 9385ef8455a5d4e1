using MlaBot.Core.Daily;
using MlaBot.Core.Streaks;
using NodaTime;

namespace MlaBot.Storage.Tests.Database;

public sealed class StreakStoreTests
{
    [Fact]
    public async Task Answers_are_counted_by_day_and_grace()
    {
        await using var store = await TestStore.OpenAsync();
        var schedule = await store.ScheduleAsync();
        foreach (var (day, answered, isGrace) in new[] { (0, 1, true), (1, 1, false), (2, 1, false), (3, 3, false) })
        {
            var post = await store.MoveAsync(await store.Daily.PlanAsync(New.Post(schedule, day), default), PostState.Open);
            await store.Daily.RecordAsync(New.Answer(post, "a") with { Day = New.Monday.PlusDays(answered), IsGrace = isGrace }, default);
        }

        (await store.Streaks.AnsweredAsync(New.Learner(), default))
            .ShouldBe([new AnsweredDay(New.Monday.PlusDays(1), 2, 1), new AnsweredDay(New.Monday.PlusDays(3), 1, 0)]);
        (await store.Streaks.AnsweredAsync(New.Learner("nobody"), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_time_line_shows_what_opened_and_what_did_not()
    {
        await using var store = await TestStore.OpenAsync();
        var schedule = await store.ScheduleAsync();
        PostState[] states =
        [
            PostState.Settled, PostState.Missed, PostState.Skipped, PostState.Withdrawn, PostState.Revealed, PostState.Closing, PostState.Open,
            PostState.Intended, PostState.Planned,
        ];
        for (var day = 0; day < states.Length; day++)
        {
            await store.MoveAsync(await store.Daily.PlanAsync(New.Post(schedule, day), default), states[day]);
        }

        var moments = await store.Streaks.MomentsAsync(New.Group(), New.Nine, default);

        moments.ShouldBe(new[] { false, true, true, true, false, false, false }
            .Select((isExcuse, day) => new PostMoment(New.Nine + Duration.FromDays(day), isExcuse)));
        (await store.Streaks.MomentsAsync(New.Group(), New.Nine + Duration.FromDays(5), default)).Count.ShouldBe(2);
        (await store.Streaks.MomentsAsync(New.Group(), New.Nine + Duration.FromDays(50), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_time_line_follows_every_change_at_once()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync(PostState.Planned);
        (await MomentsAsync()).ShouldBeEmpty();

        post = await store.MoveAsync(post, PostState.Open);
        (await MomentsAsync()).ShouldBe([new PostMoment(post.DueAt, IsExcuse: false)]);

        await store.MoveAsync(post, PostState.Withdrawn);
        (await MomentsAsync()).ShouldBe([new PostMoment(post.DueAt, IsExcuse: true)]);

        Task<IReadOnlyList<PostMoment>> MomentsAsync() => store.Streaks.MomentsAsync(New.Group(), New.Nine, default);
    }

    [Fact]
    public async Task The_time_line_is_right_however_reads_and_changes_meet()
    {
        await using var store = await TestStore.OpenAsync();
        var schedule = await store.ScheduleAsync();
        for (var day = 0; day < 30; day++)
        {
            var moving = store.Daily.PlanAsync(New.Post(schedule, day) with { State = PostState.Missed }, default);
            var reading = Task.Run(() => store.Streaks.MomentsAsync(New.Group(), New.Nine, default));
            await Task.WhenAll(moving, reading);

            (await store.Streaks.MomentsAsync(New.Group(), New.Nine, default)).Count.ShouldBe(day + 1);
        }
    }

    [Fact]
    public async Task A_silence_that_is_too_long_becomes_an_outage()
    {
        await using var store = await TestStore.OpenAsync();
        var longest = Duration.FromMinutes(10);
        var back = New.Nine + Duration.FromMinutes(31);

        (await store.Streaks.BeatAsync(New.Nine, longest, default)).ShouldBeNull();
        (await store.Streaks.BeatAsync(New.Nine + Duration.FromMinutes(10), longest, default)).ShouldBeNull();
        await store.ReopenAsync();
        (await store.Streaks.BeatAsync(back, longest, default)).ShouldBe(new Outage(New.Nine + Duration.FromMinutes(10), back));
        (await store.Streaks.BeatAsync(back, longest, default)).ShouldBeNull();

        (await store.Streaks.OutagesAsync(New.Nine, default)).ShouldBe([new Outage(New.Nine + Duration.FromMinutes(10), back)]);
        (await store.Streaks.OutagesAsync(back, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clock_that_was_set_back_is_no_outage()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Streaks.BeatAsync(New.Nine, Duration.FromMinutes(10), default);

        (await store.Streaks.BeatAsync(New.Nine - Duration.FromHours(2), Duration.FromMinutes(10), default)).ShouldBeNull();
    }
}
