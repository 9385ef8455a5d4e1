using MlaBot.Core;
using MlaBot.Core.Boards;
using MlaBot.Core.Daily;
using MlaBot.Storage.Tests.Database;
using MlaBot.Testing;
using MlaBot.Testing.Chat;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Boards;

public sealed class ArchiveTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    [Fact]
    public async Task A_week_ends_at_midnight_of_the_group()
    {
        await using var group = await BoardGroup.StartAsync(zone: "America/New_York");
        await WeekAsync(group);

        await group.RunToAsync("2026-03-09T03:59:00Z");
        (await group.ArchiveAsync(BoardKind.Week, Monday)).ShouldBeNull("it is a minute to midnight in New York, whose clocks went forward on Sunday");
        await group.RunToAsync("2026-03-09T04:00:00Z");

        var final = (await group.ArchiveAsync(BoardKind.Week, Monday)).ShouldNotBeNull();
        final.Participants.ShouldBe(3);
        final.Lines.Select(line => (line.Name, line.Rank, line.Points)).ShouldBe([("ada", 1, 70), ("ben", 2, 38), ("cy", 3, 14)]);
    }

    [Fact]
    public async Task A_question_of_the_last_evening_is_waited_for()
    {
        await using var group = await TestGroup.StartAsync();
        await group.ScheduleAsync("21:00");
        await WeekAsync(group, untilRevealed: false);

        await group.RunToAsync("2026-03-09T05:59Z");
        (await group.ArchiveAsync(BoardKind.Week, Monday)).ShouldBeNull("Sunday's question is open until seven");
        await group.RunToAsync("2026-03-09T06:01Z");

        (await group.ArchiveAsync(BoardKind.Week, Monday)).ShouldNotBeNull().Lines[0].Answered.ShouldBe(7);
    }

    [Fact]
    public async Task After_an_outage_of_weeks_everything_that_ended_is_archived_once_and_only_the_last_is_told()
    {
        await using var group = await BoardGroup.StartAsync();
        await group.Boards().SaveSettingsAsync(group.Channel.Key, BoardSettings.Default with { ClosesWeeks = true }, default);
        await WeekAsync(group);
        await group.RunToAsync("2026-03-09T00:30Z");
        await WeekAsync(group);

        await group.RestartAsync(down: Duration.FromDays(40));
        await group.RunForAsync(Duration.FromMinutes(1));
        await group.RestartAsync();
        await group.RunForAsync(Duration.FromMinutes(1));

        (await group.ArchiveAsync(BoardKind.Week, Monday)).ShouldNotBeNull();
        (await group.ArchiveAsync(BoardKind.Week, Monday.PlusWeeks(1))).ShouldNotBeNull();
        (await group.ArchiveAsync(BoardKind.Month, Monday)).ShouldNotBeNull();
        (await group.ArchiveAsync(BoardKind.Season, Monday)).ShouldNotBeNull();
        Told(group).ShouldBe(["Week 2026-03-02 to 2026-03-08 is over"], "the others ended long ago");
    }

    [Fact]
    public async Task Months_and_seasons_are_told_weeks_only_when_switched_on()
    {
        await using var group = await BoardGroup.StartAsync(now: "2026-03-16T07:00Z");
        await WeekAsync(group);
        await WeekAsync(group);

        await group.RunToAsync("2026-03-31T22:00:30Z");

        Told(group).ShouldBe(["March 2026 is over", "Season January to March 2026 is over"]);
        var words = group.ChatPlatform.Messages[0].Card.Words();
        words.ShouldContain("1 | ada | 140 | 14 of 14 (100 %)");
        words.ShouldContain("3 people took part");
    }

    [Fact]
    public async Task Two_people_make_no_competition_and_no_message()
    {
        await using var group = await BoardGroup.StartAsync();
        for (var day = 0; day < 7; day++)
        {
            await group.DayAsync("ada:A ben:B");
        }

        (await group.BoardAsync()).Top.Select(line => line.Name).ShouldBe(["ada", "ben"]);

        await group.RunToAsync("2026-04-01T08:00Z");

        (await group.ArchiveAsync(BoardKind.Month, Monday)).ShouldNotBeNull().Lines.ShouldAllBe(line => line.Rank == null);
        (await group.BoardAsync(kind: BoardKind.Month, last: true)).Top.Select(line => line.Name).ShouldBe(["ada", "ben"], "the better one does not stand first");
        Told(group).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_whose_confirmation_was_lost_is_looked_for_and_not_sent_again()
    {
        await using var group = await BoardGroup.StartAsync();
        await group.Boards().SaveSettingsAsync(group.Channel.Key, BoardSettings.Default with { ClosesWeeks = true }, default);
        await WeekAsync(group);
        group.ChatPlatform.PostFailure = new ExternalFaultException("busy", isTransient: true);
        await group.RunToAsync("2026-03-09T00:00Z");
        Told(group).ShouldBeEmpty();
        group.ChatPlatform.PostFailure = null;
        await group.RestartAsync();
        await group.RunForAsync(Duration.FromSeconds(5));
        Told(group).ShouldHaveSingleItem();

        var board = new ChannelBoard(group.Channel.Key, BoardPeriod.Of(BoardKind.Week, Monday));
        (await group.Boards().AdvanceAsync(board, ClosingState.Done, ClosingState.Telling, default)).ShouldBeTrue();
        await group.RunForAsync(Duration.FromSeconds(5));

        Told(group).ShouldHaveSingleItem();
        (await group.Boards().ToTellAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_leaves_boards_is_gone_from_the_archive_too_and_an_alias_of_today_is_shown()
    {
        await using var group = await BoardGroup.StartAsync();
        foreach (var day in new[] { "ada:B ben:B cy:A di:A", "ada:B ben:B cy:B di:A", "ada:B ben:A cy:A di:A", "", "", "", "" })
        {
            await group.DayAsync(day);
        }

        await group.RunToAsync("2026-03-09T00:00Z");
        var choose = group.Engine.Get<ChooseBoardName>();
        (await choose.HandleAsync(group.Learner("ada"), "ada", "Blue Heron", isHidden: null, default)).ShouldBeOk();
        (await choose.HandleAsync(group.Learner("ben"), "ben", alias: null, isHidden: true, default)).ShouldBeOk();

        (await group.BoardAsync("cy", last: true)).ShouldSatisfyAllConditions(
            board => board.Top.Select(line => (line.Name, line.Rank)).ShouldBe([("Blue Heron", 1), ("cy", 2), ("di", 3)]),
            board => board.Participants.ShouldBe(3),
            board => board.Own.ShouldNotBeNull().Rank.ShouldBe(2));
        var own = await group.BoardAsync("ben", last: true);
        own.Top.ShouldBeEmpty();
        own.Own.ShouldNotBeNull().ShouldSatisfyAllConditions(line => line.Points.ShouldBe(22), line => line.Rank.ShouldBeNull());
        (await choose.HandleAsync(group.Learner("di"), "di", alias: null, isHidden: true, default)).ShouldBeOk();
        (await group.BoardAsync("cy", last: true)).ShouldSatisfyAllConditions(
            two => two.HasRanks.ShouldBeFalse(), two => two.Top.ShouldAllBe(line => line.Rank == null));
    }

    [Fact]
    public async Task Who_leaves_boards_before_the_end_is_told_is_not_in_the_message()
    {
        await using var group = await BoardGroup.StartAsync();
        await group.Boards().SaveSettingsAsync(group.Channel.Key, BoardSettings.Default with { ClosesWeeks = true }, default);
        foreach (var day in new[] { "ada:B ben:B cy:A di:A", "ada:B ben:B cy:B di:A", "ada:B ben:A cy:A di:A", "", "", "", "" })
        {
            await group.DayAsync(day);
        }

        group.ChatPlatform.PostFailure = new ExternalFaultException("busy", isTransient: true);
        await group.RunToAsync("2026-03-09T00:00Z");
        (await group.Engine.Get<ChooseBoardName>().HandleAsync(group.Learner("ben"), "ben", alias: null, isHidden: true, default)).ShouldBeOk();
        group.ChatPlatform.PostFailure = null;
        await group.RunForAsync(Duration.FromSeconds(20));

        var words = group.ChatPlatform.Messages.Single(message => message.Marker.StartsWith("board:", StringComparison.Ordinal)).Card.Words();
        words.ShouldContain("3 people took part");
        words.ShouldContain("1 | ada");
        words.ShouldContain("2 | cy");
        words.ShouldContain("3 | di");
    }

    [Fact]
    public async Task No_board_is_over_before_the_days_of_the_group_are_counted()
    {
        await using var store = await TestStore.OpenAsync();
        var open = await store.PostAsync();
        await store.AnswerAsync(open, "a");
        var revealed = await store.MoveAsync(await store.MoveAsync(open, PostState.Closing), PostState.Revealed);
        var week = BoardPeriod.Of(BoardKind.Week, revealed.Date);

        (await store.Boards.IsCompleteAsync(revealed.Channel, week.Start, week.End, default)).ShouldBeFalse("the reveal asks for a new count of its date");
        (await store.Boards.IsCompleteAsync(revealed.Channel, week.Start, revealed.Date, default)).ShouldBeTrue("that date is not part of it");
        await store.GroupDays.CountAsync(new ChannelDate(revealed.Channel, revealed.Date), default);

        (await store.Boards.IsCompleteAsync(revealed.Channel, week.Start, week.End, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_board_that_is_archived_late_keeps_the_group_streak_of_its_end()
    {
        await using var group = await BoardGroup.StartAsync();
        await WeekAsync(group);
        await group.RunToAsync("2026-03-09T00:30Z");
        await group.DayAsync("ada:B ben:B cy:A");
        await group.DayAsync("ada:B ben:B cy:A");

        var final = await group.Engine.Get<MakeFinalBoard>().MakeAsync(group.Channel, BoardPeriod.Of(BoardKind.Week, Monday), default);

        (final.GroupStreak, final.LongestGroupStreak).ShouldBe((7, 7));
        (await group.BoardAsync()).GroupStreak.ShouldBe(new GroupStreak(9, 9));
    }

    [Fact]
    public async Task The_end_of_a_board_is_not_told_when_the_platform_was_away_until_it_is_no_news()
    {
        await using var group = await BoardGroup.StartAsync();
        await group.Boards().SaveSettingsAsync(group.Channel.Key, BoardSettings.Default with { ClosesWeeks = true }, default);
        await WeekAsync(group);
        group.ChatPlatform.IsReady = false;
        await group.RunToAsync("2026-03-09T00:30Z");
        (await group.Boards().ToTellAsync(default)).ShouldHaveSingleItem();
        await group.RestartAsync(down: Duration.FromDays(10));
        group.ChatPlatform.IsReady = true;
        await group.RunForAsync(Duration.FromMinutes(1));

        Told(group).ShouldBeEmpty();
        (await group.Boards().ToTellAsync(default)).ShouldBeEmpty();
        (await group.ArchiveAsync(BoardKind.Week, Monday)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_board_that_too_many_left_before_its_end_was_told_is_not_told()
    {
        await using var group = await BoardGroup.StartAsync();
        await group.Boards().SaveSettingsAsync(group.Channel.Key, BoardSettings.Default with { ClosesWeeks = true }, default);
        await WeekAsync(group);
        group.ChatPlatform.IsReady = false;
        await group.RunToAsync("2026-03-09T00:30Z");
        (await group.Engine.Get<ChooseBoardName>().HandleAsync(group.Learner("cy"), "cy", alias: null, isHidden: true, default)).ShouldBeOk();
        group.ChatPlatform.IsReady = true;
        await group.RunForAsync(Duration.FromMinutes(1));

        Told(group).ShouldBeEmpty();
        (await group.Boards().ToTellAsync(default)).ShouldBeEmpty();
    }

    private static string[] Told(TestGroup group) =>
        [.. group.ChatPlatform.Messages.Where(message => message.Marker.StartsWith("board:", StringComparison.Ordinal)).Select(message => message.Card.Words().Split('\n')[0])];

    private static async Task WeekAsync(TestGroup group, bool untilRevealed = true)
    {
        foreach (var day in new[] { "ada:B ben:B cy:A", "ada:B ben:A cy:A", "ada:B ben:B cy:A", "ada:B ben:A cy:A", "ada:B ben:B cy:A", "ada:B ben:A cy:A", "ada:B ben:A cy:A" }.Take(untilRevealed ? 7 : 6))
        {
            await group.DayAsync(day);
        }

        if (!untilRevealed)
        {
            await group.RunToAsync((await group.Engine.Runner.NextDueAsync(CancellationToken.None))!.Value);
            (await group.AnswerAsync(group.Platform.Shown[^1].Post)).ShouldBeOk();
        }
    }
}
