using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Storage.Tests.Database;

public sealed class PostTests
{
    [Fact]
    public async Task A_planned_post_gets_an_id_and_comes_back_whole()
    {
        await using var store = await TestStore.OpenAsync();
        var post = New.Post(await store.ScheduleAsync()) with
        {
            Note = "why",
            OpenedAt = New.Nine,
            ClosesAt = New.Nine + Duration.FromHours(1),
            MessageId = "m1",
            Presentation = Presentation.Parse("p2,p1|r3,r1,r2"),
        };

        var planned = await store.Daily.PlanAsync(post, default);

        planned.ShouldBe(post with { Id = new PostId(1) });
        await store.ReopenAsync();
        (await store.Daily.FindPostAsync(planned.Id, default)).ShouldBe(planned);
    }

    [Fact]
    public async Task A_place_that_is_taken_gives_back_the_post_that_holds_it()
    {
        await using var store = await TestStore.OpenAsync();
        var first = await store.PostAsync(PostState.Open);

        var second = await store.Daily.PlanAsync(first with { Id = default, State = PostState.Planned, Item = new ItemId("q-other") }, default);

        second.ShouldBe(first);
    }

    [Fact]
    public async Task Planning_the_same_place_from_many_sides_makes_one_post()
    {
        await using var store = await TestStore.OpenAsync();
        var schedule = await store.ScheduleAsync();

        var planned = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => store.Daily.PlanAsync(New.Post(schedule), default))));

        planned.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_post_advances_only_from_the_state_it_is_in()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync(PostState.Planned);
        var intended = post with { State = PostState.Intended, Item = new ItemId("q-swapped"), DueAt = New.Nine + Duration.FromHours(1) };

        (await store.Daily.AdvanceAsync(intended, PostState.Open, default)).ShouldBeFalse();
        (await store.Daily.FindPostAsync(post.Id, default)).ShouldBe(post);

        (await store.Daily.AdvanceAsync(intended, PostState.Planned, default)).ShouldBeTrue();
        (await store.Daily.FindPostAsync(post.Id, default)).ShouldBe(intended);
    }

    [Fact]
    public async Task A_post_that_is_about_to_be_sent_gets_its_groups_next_number_and_keeps_it()
    {
        await using var store = await TestStore.OpenAsync();
        var left = await store.PostAsync(PostState.Planned, day: 1);
        var first = await store.PostAsync(PostState.Open);
        var elsewhere = await store.PostAsync(PostState.Open, channel: "c2");
        var stranger = await store.PostAsync(PostState.Open, group: "g2");
        await store.ReopenAsync();
        var third = await store.MoveAsync(left, PostState.Open);

        new[] { left, first, elsewhere, third, stranger }.Select(post => post.Number).ShouldBe([0, 1, 2, 3, 1]);
        (await store.Daily.FindPostAsync(third.Id, default)).ShouldBe(third);
        (await store.Daily.FindNumberAsync(third.Channel.Group, 3, default)).ShouldBe(third.Id);
        (await store.Daily.FindNumberAsync(stranger.Channel.Group, 1, default)).ShouldBe(stranger.Id);
        (await store.Daily.FindNumberAsync(stranger.Channel.Group, 2, default)).ShouldBeNull();
        (await store.Daily.FindNumberAsync(stranger.Channel.Group, 0, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Only_a_planned_post_is_about_to_be_sent_and_only_once()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync(PostState.Planned);
        var intended = post with { State = PostState.Intended };

        var given = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => store.Daily.IntendAsync(intended, New.Choice(), default))));

        given.OfType<DailyPost>().ShouldHaveSingleItem().ShouldBe(intended with { Number = 1 });
        var skipped = await store.PostAsync(PostState.Skipped, day: 1);
        (await store.Daily.IntendAsync(skipped with { State = PostState.Intended }, New.Choice() with { Version = 9 }, default)).ShouldBeNull();
        (await store.Daily.ShownItemAsync(New.Choice().Id, 9, default)).ShouldBeNull();
        (await store.PostAsync(PostState.Open, day: 2)).Number.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_that_advance_a_post_at_once_one_wins()
    {
        await using var store = await TestStore.OpenAsync();
        var schedule = await store.ScheduleAsync();
        var post = await store.Daily.PlanAsync(New.Post(schedule), default);

        var won = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(() =>
            store.Daily.AdvanceAsync(post with { State = PostState.Intended, Note = $"{number}" }, PostState.Planned, default))));

        won.Count(each => each).ShouldBe(1);
    }

    [Fact]
    public async Task A_post_that_never_was_cannot_be_found_or_advanced()
    {
        await using var store = await TestStore.OpenAsync();
        var post = New.Post(await store.ScheduleAsync()) with { Id = new PostId(7) };

        (await store.Daily.FindPostAsync(post.Id, default)).ShouldBeNull();
        (await store.Daily.AdvanceAsync(post, PostState.Planned, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_post_of_a_removed_schedule_is_not_planned()
    {
        await using var store = await TestStore.OpenAsync();
        var schedule = await store.ScheduleAsync();
        await store.Daily.RemoveScheduleAsync(schedule.Id, default);

        await Should.ThrowAsync<InvalidOperationException>(store.Daily.PlanAsync(New.Post(schedule), default));
    }

    [Fact]
    public async Task Planned_posts_are_due_by_their_time_and_open_ones_by_their_end_and_others_always()
    {
        await using var store = await TestStore.OpenAsync();
        var schedule = await store.ScheduleAsync();
        foreach (var (day, state) in new[] { (3, PostState.Planned), (2, PostState.Planned), (1, PostState.Open), (0, PostState.Open), (5, PostState.Closing), (6, PostState.Revealed), (7, PostState.Intended) })
        {
            await store.MoveAsync(await store.Daily.PlanAsync(New.Post(schedule, day), default), state);
        }

        (await DaysAsync(PostState.Planned, New.Nine + Duration.FromDays(2))).ShouldBe([2]);
        (await DaysAsync(PostState.Planned, New.Nine + Duration.FromDays(3))).ShouldBe([2, 3]);
        (await DaysAsync(PostState.Open, New.Nine + Duration.FromHours(7))).ShouldBeEmpty();
        (await DaysAsync(PostState.Open, New.Nine + Duration.FromHours(8))).ShouldBe([0]);
        (await DaysAsync(PostState.Closing, New.Nine)).ShouldBe([5]);
        (await DaysAsync(PostState.Revealed, New.Nine)).ShouldBe([6]);
        (await DaysAsync(PostState.Intended, New.Nine)).ShouldBe([7]);

        async Task<IEnumerable<int>> DaysAsync(PostState state, Instant until) =>
            (await store.Daily.DueAsync(state, after: null, until, default)).Select(post => Period.DaysBetween(New.Monday, post.At.InUtc().Date));
    }

    [Fact]
    public async Task What_was_looked_at_already_can_be_left_out()
    {
        await using var store = await TestStore.OpenAsync();
        var schedule = await store.ScheduleAsync();
        await store.Daily.PlanAsync(New.Post(schedule, day: 1), default);
        var later = await store.Daily.PlanAsync(New.Post(schedule, day: 2), default);

        (await store.Daily.DueAsync(PostState.Planned, New.Nine + Duration.FromDays(1), New.Nine + Duration.FromDays(2), default))
            .ShouldBe([new DuePost(later.Id, later.Channel, later.DueAt)]);
        (await store.Daily.DueAsync(PostState.Planned, New.Nine + Duration.FromDays(2), New.Nine + Duration.FromDays(2), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_next_due_instant_is_the_earlier_of_the_next_post_and_the_next_end()
    {
        await using var store = await TestStore.OpenAsync();
        (await store.Daily.NextDueAsync(default)).ShouldBeNull();

        var schedule = await store.ScheduleAsync();
        var planned = await store.Daily.PlanAsync(New.Post(schedule, day: 1), default);
        (await store.Daily.NextDueAsync(default)).ShouldBe(planned.DueAt);

        var open = await store.MoveAsync(await store.Daily.PlanAsync(New.Post(schedule), default), PostState.Open);
        (await store.Daily.NextDueAsync(default)).ShouldBe(open.ClosesAt);

        await store.MoveAsync(open, PostState.Settled);
        await store.MoveAsync(planned, PostState.Missed);
        (await store.Daily.NextDueAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task The_latest_post_of_a_schedule_is_that_of_the_last_date_and_slot()
    {
        await using var store = await TestStore.OpenAsync();
        var schedule = await store.ScheduleAsync();
        (await store.Daily.LatestAsync(schedule.Id, default)).ShouldBeNull();
        await store.Daily.PlanAsync(New.Post(schedule, day: 2, slot: 1), default);
        await store.Daily.PlanAsync(New.Post(schedule, day: 2), default);
        await store.Daily.PlanAsync(New.Post(schedule, day: 1, slot: 5), default);

        var latest = await store.Daily.LatestAsync(schedule.Id, default);

        (latest!.Date, latest.Slot).ShouldBe((New.Monday.PlusDays(2), 1));
    }

    [Fact]
    public async Task Recent_posts_are_newest_first_without_those_that_never_came()
    {
        await using var store = await TestStore.OpenAsync();
        var schedule = await store.ScheduleAsync();
        PostState[] states = [PostState.Settled, PostState.Missed, PostState.Withdrawn, PostState.Skipped, PostState.Open, PostState.Planned];
        for (var day = 0; day < states.Length; day++)
        {
            await store.MoveAsync(await store.Daily.PlanAsync(New.Post(schedule, day), default), states[day]);
        }

        (await store.Daily.RecentAsync(schedule.Channel, 10, default)).Select(post => post.State)
            .ShouldBe([PostState.Planned, PostState.Open, PostState.Withdrawn, PostState.Settled]);
        (await store.Daily.RecentAsync(schedule.Channel, 2, default)).Select(post => post.State).ShouldBe([PostState.Planned, PostState.Open]);
    }

    [Fact]
    public async Task Uses_of_items_are_counted_by_channel_and_domain_without_posts_that_never_came()
    {
        await using var store = await TestStore.OpenAsync();
        var one = await store.ScheduleAsync(domain: "1");
        var two = await store.ScheduleAsync(domain: "2");
        await store.PostAsync(PostState.Open, channel: "c2");
        foreach (var (schedule, day, item, state) in new[]
        {
            (one, 0, "q-a", PostState.Settled), (one, 1, "q-a", PostState.Planned), (one, 2, "q-b", PostState.Withdrawn),
            (one, 3, "q-b", PostState.Missed), (one, 4, "q-c", PostState.Skipped), (two, 0, "q-d", PostState.Open),
        })
        {
            await store.MoveAsync(await store.Daily.PlanAsync(New.Post(schedule, day, item: item), default), state);
        }

        var uses = await store.Daily.UseCountsAsync(one.Channel, new DomainId("1"), default);

        uses.ShouldBe(new Dictionary<ItemId, int> { [new("q-a")] = 2, [new("q-b")] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Uses_stay_counted_when_their_schedule_is_removed()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync(PostState.Settled);

        await store.Daily.RemoveScheduleAsync(post.Schedule, default);

        (await store.Daily.UseCountsAsync(post.Channel, new DomainId("1"), default))[post.Item].ShouldBe(1);
    }

    [Fact]
    public async Task Dropping_what_is_planned_leaves_what_was_sent_and_other_schedules_alone()
    {
        await using var store = await TestStore.OpenAsync();
        var schedule = await store.ScheduleAsync();
        var other = await store.ScheduleAsync();
        var sent = await store.MoveAsync(await store.Daily.PlanAsync(New.Post(schedule), default), PostState.Open);
        var planned = await store.Daily.PlanAsync(New.Post(schedule, day: 1), default);
        var others = await store.Daily.PlanAsync(New.Post(other), default);

        await store.Daily.DropPlannedAsync(schedule.Id, default);

        (await store.Daily.FindPostAsync(planned.Id, default)).ShouldBeNull();
        (await store.Daily.FindPostAsync(sent.Id, default)).ShouldBe(sent);
        (await store.Daily.FindPostAsync(others.Id, default)).ShouldBe(others);
    }

    [Fact]
    public async Task A_number_is_never_given_twice()
    {
        await using var store = await TestStore.OpenAsync();
        var schedule = await store.ScheduleAsync();
        var dropped = await store.Daily.PlanAsync(New.Post(schedule), default);
        await store.Daily.DropPlannedAsync(schedule.Id, default);

        (await store.Daily.PlanAsync(New.Post(schedule), default)).Id.Value.ShouldBeGreaterThan(dropped.Id.Value);
    }

    [Fact]
    public async Task A_channel_that_was_never_set_up_takes_no_schedule()
    {
        await using var store = await TestStore.OpenAsync();

        await Should.ThrowAsync<InvalidOperationException>(
            store.Daily.SaveScheduleAsync(New.Schedule(new ChannelKey(New.Group(), "nowhere")), default));
    }
}
