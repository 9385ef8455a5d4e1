using MlaBot.Core;
using MlaBot.Core.Boards;
using MlaBot.Core.Marathons;
using MlaBot.Storage.Tests.Boards;
using MlaBot.Testing;
using MlaBot.Testing.Chat;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Marathons;

public sealed class MarathonTests
{
    [Fact]
    public async Task It_is_announced_told_daily_and_ended_with_its_table()
    {
        await using var group = await MarathonGroup.StartAsync(days: 3);
        await group.RunForAsync(Duration.FromSeconds(5));
        group.Told().ShouldBe(["start"]);

        await group.DayAsync("ada:B ben:A cy:B");
        await group.DayAsync("ada:B ben:A cy:A");
        await group.DayAsync("ada:B ben:B");
        group.Told().ShouldBe(["start", "2026-03-02", "2026-03-03"], "the last day is told by the end");
        await group.RunToAsync("2026-03-04T22:59Z");
        (await group.FinalAsync()).ShouldBeNull("it is a minute to midnight");
        await group.RunToAsync("2026-03-04T23:00Z");

        var final = (await group.FinalAsync()).ShouldNotBeNull();
        final.Board.Lines.Select(line => (line.Name, line.Rank, line.Points)).ShouldBe([("ada", 1, 30), ("ben", 2, 14), ("cy", 3, 12)]);
        (final.Asked, final.Kept, final.Answers, final.IsStopped).ShouldBe((3, 3, 8, false));
        group.Told().ShouldBe(["start", "2026-03-02", "2026-03-03", "end"]);
        group.Messages()[1].Style.IsSilent.ShouldBeTrue();
        group.Messages()[1].Card.Words().ShouldStartWith("**Spring**: standing after day 1 of 3");
        group.Messages()[3].Card.Words().ShouldSatisfyAllConditions(
            words => words.ShouldStartWith("The challenge over 3 days is over\n**Spring**, 2026-03-02 to 2026-03-04\n3 people took part. Thank you, all of you."),
            words => words.ShouldContain("1 | ada | 30 | 3 of 3 (100 %)"),
            words => words.ShouldContain("Together: 8 answers to due questions, and enough of you took part on 3 of 3 days with questions."));
        (await group.SeeAsync("ben", last: true)).Board.Own.ShouldNotBeNull().Rank.ShouldBe(2);
    }

    [Fact]
    public async Task It_begins_and_ends_at_midnight_of_the_group_although_the_clocks_change_meanwhile()
    {
        await using var group = await BoardGroup.StartAsync(now: "2026-03-06T20:00Z", zone: "America/New_York");
        (await group.Engine.Get<ManageMarathons>().StartAsync(group.Channel.Key, new MarathonWish(2, "Weekend"), default)).ShouldBeOk().From.ShouldBe(new LocalDate(2026, 3, 7));

        await group.RunToAsync("2026-03-07T04:59:50Z");
        group.Told().ShouldBeEmpty();
        await group.RunToAsync("2026-03-07T05:00Z");
        group.Told().ShouldBe(["start"]);
        await group.DayAsync("ada:B ben:A cy:B");
        await group.DayAsync("ada:B ben:A cy:B");
        await group.RunToAsync("2026-03-09T03:59:50Z");
        group.Told().ShouldBe(["start", "2026-03-07"]);
        await group.RunToAsync("2026-03-09T04:00Z");

        group.Told().ShouldBe(["start", "2026-03-07", "end"]);
    }

    [Fact]
    public async Task Answers_of_the_days_before_and_after_do_not_count()
    {
        await using var group = await BoardGroup.StartAsync();
        await group.DayAsync("ada:B ben:B cy:B");
        await group.RunToAsync("2026-03-03T00:00Z");
        await group.PlanAsync(days: 2);
        await group.DayAsync("ada:B ben:A");
        await group.DayAsync("ada:A ben:A");
        await group.DayAsync("ada:B ben:B cy:B");

        (await group.FinalAsync()).ShouldNotBeNull().Board.Lines.Select(line => (line.Name, line.Points, line.Rank)).ShouldBe([("ada", 12, null), ("ben", 4, null)]);
        group.Told().ShouldBe(["start", "end"], "two people make no standing");
        group.Messages()[1].Card.Words().ShouldNotContain("ada");
    }

    [Fact]
    public async Task A_day_that_an_outage_took_gives_nobody_points_and_asks_for_no_answer()
    {
        await using var group = await MarathonGroup.StartAsync(days: 4);
        await group.DayAsync("ada:B ben:B cy:A di:B");
        await group.RestartAsync(down: Duration.FromDays(2));
        await group.RunForAsync(Duration.FromSeconds(5));
        await group.DayAsync("ada:B ben:B cy:B");
        await group.RunToAsync("2026-03-06T00:00Z");

        var final = (await group.FinalAsync()).ShouldNotBeNull();
        final.Asked.ShouldBe(2);
        final.Board.Lines.Select(line => (line.Name, line.Points, line.Rank)).ShouldBe([("ada", 20, 1), ("ben", 20, 1), ("cy", 12, 3), ("di", 10, 4)]);
        group.Told().ShouldBe(["start", "2026-03-02", "end"]);
    }

    [Fact]
    public async Task After_an_outage_over_its_end_it_is_archived_and_told_once()
    {
        await using var group = await MarathonGroup.StartAsync(days: 3);
        await group.DayAsync("ada:B ben:B cy:A");
        await group.RestartAsync(down: Duration.FromDays(7));
        await group.RunForAsync(Duration.FromMinutes(1));
        await group.RestartAsync();
        await group.RunForAsync(Duration.FromMinutes(1));

        group.Told().ShouldBe(["start", "2026-03-02", "end"]);
        (await group.Marathons().ActiveAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_ended_long_ago_is_archived_without_a_word()
    {
        await using var group = await MarathonGroup.StartAsync(days: 2);
        await group.DayAsync("ada:B ben:B cy:A");
        await group.RestartAsync(down: Duration.FromDays(30));
        await group.RunForAsync(Duration.FromMinutes(1));

        (await group.FinalAsync()).ShouldNotBeNull().Board.Participants.ShouldBe(3);
        group.Told().ShouldBe(["start", "2026-03-02"]);
    }

    [Fact]
    public async Task Its_end_is_not_told_when_the_platform_was_away_until_it_is_no_news()
    {
        await using var group = await MarathonGroup.StartAsync(days: 2);
        await group.DayAsync("ada:B ben:B cy:A");
        await group.DayAsync("ada:B ben:B cy:A");
        group.ChatPlatform.IsReady = false;
        await group.RunToAsync("2026-03-04T00:00Z");
        (await group.FinalAsync()).ShouldNotBeNull();
        await group.RestartAsync(down: Duration.FromDays(10));
        group.ChatPlatform.IsReady = true;
        await group.RunForAsync(Duration.FromMinutes(1));

        group.Told().ShouldBe(["start", "2026-03-02"]);
        (await group.Marathons().ActiveAsync(default)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_message_whose_confirmation_was_lost_is_looked_for_and_not_sent_again(int lost)
    {
        await using var group = await MarathonGroup.StartAsync(days: 2);
        for (var message = 0; message < 3; message++)
        {
            if (message > 0)
            {
                await group.DayAsync("ada:B ben:B cy:A");
            }

            if (message == 2)
            {
                await group.RunToAsync("2026-03-04T00:00Z");
            }

            await group.RunForAsync(Duration.FromSeconds(5));
            group.Told().Length.ShouldBe(message + 1);
            if (message == lost)
            {
                await LoseConfirmationAsync(group, message);
                await group.RestartAsync();
                await group.RunForAsync(Duration.FromSeconds(5));
                group.Told().Length.ShouldBe(message + 1);
            }
        }

        group.Told().ShouldBe(["start", "2026-03-02", "end"]);
        (await group.Marathons().ActiveAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_platform_that_is_busy_gets_each_message_later_and_once()
    {
        await using var group = await MarathonGroup.StartAsync(days: 2);
        group.ChatPlatform.PostFailure = new ExternalFaultException("busy", isTransient: true);
        await group.RunForAsync(Duration.FromSeconds(20));
        group.Told().ShouldBeEmpty();
        group.ChatPlatform.PostFailure = null;
        await group.RunForAsync(Duration.FromSeconds(20));
        await group.RestartAsync();
        await group.RunForAsync(Duration.FromSeconds(20));

        group.Told().ShouldBe(["start"]);
    }

    [Fact]
    public async Task Who_improved_most_is_told_against_as_many_days_before()
    {
        await using var group = await BoardGroup.StartAsync();
        for (var day = 0; day < 4; day++)
        {
            await group.DayAsync("ada:B ben:A cy:A");
        }

        await group.RunToAsync("2026-03-06T00:00Z");
        await group.PlanAsync(days: 4);
        for (var day = 0; day < 4; day++)
        {
            await group.DayAsync("ada:B ben:B cy:A");
        }

        await group.RunToAsync("2026-03-10T00:00Z");

        (await group.FinalAsync()).ShouldNotBeNull().Board.Improved.Select(each => (each.Name, each.Before, each.Now)).ShouldBe([("ben", 0, 100)]);
        group.Messages()[^1].Card.Words().ShouldContain("Most improved against their own 4 days before: **ben** (from 0 % to 100 % right).");
    }

    [Fact]
    public async Task People_who_left_boards_are_not_counted_nor_are_those_who_leave_later()
    {
        await using var group = await MarathonGroup.StartAsync(days: 2);
        var choose = group.Engine.Get<ChooseBoardName>();
        await group.DayAsync("ada:B ben:A cy:B di:A eve:B");
        (await choose.HandleAsync(group.Learner("di"), "di", alias: null, isHidden: true, default)).ShouldBeOk();
        (await choose.HandleAsync(group.Learner("cy"), "cy", "Blue Heron", isHidden: null, default)).ShouldBeOk();
        await group.DayAsync("ada:B ben:A cy:A di:B eve:A");
        await group.RunToAsync("2026-03-04T00:00Z");

        var words = group.Messages()[^1].Card.Words();
        words.ShouldContain("4 people took part");
        words.ShouldContain("2 | Blue Heron | 12");
        words.ShouldContain("2 | eve | 12", Case.Sensitive, "equal records share a rank");
        words.ShouldContain("Together: 8 answers");
        words.ShouldNotContain("di |");
        (await choose.HandleAsync(group.Learner("ada"), "ada", alias: null, isHidden: true, default)).ShouldBeOk();
        (await group.SeeAsync("ben", last: true)).ShouldSatisfyAllConditions(
            left => left.Board.Top.Select(line => (line.Name, line.Rank)).ShouldBe([("Blue Heron", 1), ("eve", 1), ("ben", 3)]),
            left => left.Board.Participants.ShouldBe(3),
            left => left.Effort.Answers.ShouldBe(6));
        (await group.SeeAsync("di", last: true)).Board.ShouldSatisfyAllConditions(own => own.Top.ShouldBeEmpty(), own => own.Own.ShouldNotBeNull().Points.ShouldBe(12));
    }

    [Fact]
    public async Task One_that_is_stopped_keeps_its_table_and_makes_room_for_the_next()
    {
        await using var group = await MarathonGroup.StartAsync(days: 5);
        var manage = group.Engine.Get<ManageMarathons>();
        (await manage.StartAsync(group.Channel.Key, new MarathonWish(2, "Other"), default)).ShouldBeRefused("marathon-running");
        await group.DayAsync("ada:B ben:A cy:B");

        (await manage.StopAsync(group.Channel.Key, default)).ShouldBeOk().WasCounting.ShouldBeTrue();
        await group.RunForAsync(Duration.FromSeconds(5));

        group.Told().ShouldBe(["start", "2026-03-02", "end"]);
        group.Messages()[^1].Card.Words().ShouldContain("stopped before its time");
        (await manage.StopAsync(group.Channel.Key, default)).ShouldBeRefused("marathon-none");
        (await manage.StartAsync(group.Channel.Key, new MarathonWish(2, "Other"), default)).ShouldBeOk();
        (await manage.StopAsync(group.Channel.Key, default)).ShouldBeOk().WasCounting.ShouldBeFalse("nothing was said of it");
        await group.RunToAsync("2026-03-09T00:00Z");
        group.Told().Length.ShouldBe(3);
        (await group.FinalAsync()).ShouldNotBeNull().IsStopped.ShouldBeTrue();
    }

    [Fact]
    public async Task Two_channels_have_one_each()
    {
        await using var group = await MarathonGroup.StartAsync(days: 2);
        var other = await group.AddChannelAsync("c2", "Asia/Tokyo");
        await group.ScheduleAsync("09:00", domain: "2", channel: other.Key);
        (await group.Engine.Get<ManageMarathons>().StartAsync(other.Key, new MarathonWish(2, "Tokyo"), default)).ShouldBeOk();
        await group.RunToAsync("2026-03-02T15:00Z");

        group.Messages().Select(message => message.Channel).ShouldBe([group.Channel.Key, other.Key]);
    }

    private static async Task LoseConfirmationAsync(TestGroup group, int message)
    {
        var marathon = message == 2
            ? (await group.Marathons().FindLastAsync(group.Channel.Key, default))!
            : (await group.Marathons().ActiveAsync(default)).ShouldHaveSingleItem();
        MarathonState[] intended = [MarathonState.Announcing, MarathonState.Standing, MarathonState.Telling];
        (await group.Marathons().AdvanceAsync(marathon, intended[message], marathon.Told, default)).ShouldBeTrue();
    }
}
