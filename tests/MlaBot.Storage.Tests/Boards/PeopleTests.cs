using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Boards;

public sealed class PeopleTests
{
    [Fact]
    public async Task A_rank_takes_three_answers_in_a_week_and_three_people()
    {
        await using var group = await BoardGroup.StartAsync();
        await group.DayAsync("ada:B ben:B");
        (await group.BoardAsync()).ShouldSatisfyAllConditions(two => two.HasRanks.ShouldBeFalse(), two => two.Top.ShouldAllBe(line => line.Rank == null));
        await group.DayAsync("ada:B ben:A cy:B");
        (await group.BoardAsync()).ShouldSatisfyAllConditions(
            early => early.HasRanks.ShouldBeTrue(), early => early.Top.ShouldBeEmpty(), early => early.Own.ShouldNotBeNull().Rank.ShouldBeNull());
        await group.DayAsync("ada:B ben:A cy:B");

        var board = await group.BoardAsync("ben");

        board.Top.Select(line => (line.Name, line.Rank)).ShouldBe([("ada", 1), ("ben", 2)]);
        board.Participants.ShouldBe(3);
        board.Own.ShouldNotBeNull().Rank.ShouldBe(2);
    }

    [Fact]
    public async Task Who_opts_out_is_gone_at_once_and_sees_the_own_line_alone()
    {
        await using var group = await ThreeDaysAsync();

        await ChooseAsync(group, "ada", isHidden: true);

        (await group.BoardAsync("ben")).ShouldSatisfyAllConditions(
            board => board.Participants.ShouldBe(3), board => board.Top.Select(line => (line.Name, line.Rank)).ShouldBe([("ben", 1), ("cy", 2), ("di", 3)]));
        (await group.BoardAsync("ada")).ShouldSatisfyAllConditions(
            own => own.Top.ShouldBeEmpty(), own => own.Around.ShouldBeEmpty(), own => own.Improved.ShouldBeEmpty(),
            own => own.Own.ShouldNotBeNull().ShouldSatisfyAllConditions(line => line.Points.ShouldBe(30), line => line.Rank.ShouldBeNull()));
        await ChooseAsync(group, "ada", isHidden: false);
        (await group.BoardAsync("ben")).Top[0].Name.ShouldBe("ada");
    }

    [Fact]
    public async Task An_alias_takes_the_place_of_the_name_and_is_nobody_elses()
    {
        await using var group = await ThreeDaysAsync();

        await ChooseAsync(group, "ada", "  Blue   Heron ");

        (await group.BoardAsync("ben")).Top[0].Name.ShouldBe("Blue Heron");
        foreach (var taken in new[] { "blue heron", "BlueHeron", "Ben", "ｂｅｎ" })
        {
            (await group.Engine.Get<ChooseBoardName>().HandleAsync(group.Learner("cy"), "cy", taken, isHidden: true, default)).ShouldBeRefused("alias-taken");
        }

        (await group.BoardAsync("ben")).Participants.ShouldBe(4, "a refused choice changes nothing");
        await ChooseAsync(group, "ada", "");
        (await group.BoardAsync("ben")).Top[0].Name.ShouldBe("ada");
        await ChooseAsync(group, "cy", "Blue Heron");
    }

    [Fact]
    public async Task Somebody_who_takes_an_alias_as_a_name_later_keeps_its_owner_from_no_other_choice()
    {
        await using var group = await ThreeDaysAsync();
        await ChooseAsync(group, "ada", "Heron");
        await group.DayAsync("heron:B");

        await ChooseAsync(group, "ada", isHidden: true);

        (await group.BoardAsync("ben")).Top.ShouldNotContain(line => line.Name == "Heron");
        (await group.Engine.Get<ChooseBoardName>().HandleAsync(group.Learner("cy"), "cy", "Heron", isHidden: null, default)).ShouldBeRefused("alias-taken");
    }

    [Theory]
    [InlineData("x", "alias-length")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", "alias-length")]
    [InlineData("@everyone", "alias-form")]
    [InlineData("<@U123>", "alias-form")]
    [InlineData("**bold**", "alias-form")]
    [InlineData("http://x.y", "alias-form")]
    [InlineData("....", "alias-form")]
    public async Task An_alias_that_could_mention_or_mark_is_refused(string alias, string code)
    {
        await using var group = await TestGroup.StartAsync();

        (await group.Engine.Get<ChooseBoardName>().HandleAsync(group.Learner(), "ada", alias, isHidden: null, default)).ShouldBeRefused(code);
    }

    [Fact]
    public async Task The_most_improved_are_measured_against_their_own_week_before()
    {
        await using var group = await BoardGroup.StartAsync();
        for (var day = 0; day < 7; day++)
        {
            await group.DayAsync("ada:B ben:A cy:B");
        }

        for (var day = 0; day < 5; day++)
        {
            await group.DayAsync("ada:B ben:B cy:A");
        }

        (await group.BoardAsync("cy")).Improved.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            best => best.Name.ShouldBe("ben"), best => best.Before.ShouldBe(0), best => best.Now.ShouldBe(100));
    }

    [Fact]
    public async Task The_group_streak_counts_days_with_a_quorum_and_skips_excused_ones()
    {
        await using var group = await BoardGroup.StartAsync();
        await group.DayAsync("ada:B ben:A cy:B");
        await group.DayAsync("ada:B ben:A");
        (await group.BoardAsync()).GroupStreak.ShouldBe(new GroupStreak(2, 2));

        var schedule = (await group.Engine.Store.SchedulesAsync(group.Channel.Key, default))[0];
        (await group.Engine.Schedules.SkipAsync(group.Channel.Key, schedule.Id, default)).ShouldBeOk();
        await group.DayAsync("ben:A cy:A");
        (await group.BoardAsync()).GroupStreak.ShouldBe(new GroupStreak(3, 3));
        await group.DayAsync("ada:B");
        (await group.BoardAsync()).GroupStreak.ShouldBe(new GroupStreak(3, 3), "the day is not over");
        await group.RunToAsync("2026-03-07T07:30Z");

        (await group.BoardAsync()).GroupStreak.ShouldBe(new GroupStreak(0, 3));
    }

    [Fact]
    public async Task A_milestone_is_told_once_and_to_the_channel_only_when_both_want_it()
    {
        await using var group = await BoardGroup.StartAsync();
        await group.Boards().SaveSettingsAsync(group.Channel.Key, BoardSettings.Default with { TellsMilestones = true }, default);
        await ChooseAsync(group, "ben", isHidden: true);
        for (var day = 0; day < 3; day++)
        {
            await group.DayAsync("ada:B ben:B");
            foreach (var user in new[] { "ada", "ben" })
            {
                var find = group.Engine.Get<FindMilestones>();
                var streak = await group.StreakAsync(user);
                (await find.NewAsync(group.Learner(user), group.Channel.Key, streak, default)).ShouldBe(day == 2 ? [new Milestone(MilestoneKind.Streak, 3)] : []);
                (await find.NewAsync(group.Learner(user), group.Channel.Key, streak, default)).ShouldBeEmpty();
            }
        }

        await group.RunForAsync(Duration.FromMinutes(1));
        await group.RestartAsync();
        await group.RunForAsync(Duration.FromMinutes(1));

        Testing.Chat.CardWords.Words(group.ChatPlatform.Messages.ShouldHaveSingleItem().Card).ShouldBe("**ada** reached 3 days in a row.");
        (await group.Engine.Get<IRecordStore>().MilestonesAsync(group.Learner("ben"), default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_channel_hears_of_many_milestones_in_one_message_an_hour()
    {
        await using var group = await BoardGroup.StartAsync();
        string[] people = ["ada", "ben", "cy", "di", "eve", "fay", "gus", "hal"];
        await group.Boards().SaveSettingsAsync(group.Channel.Key, BoardSettings.Default with { TellsMilestones = true }, default);
        await ThreeDaysOfAllAsync(group, people);

        await ReachAsync(group, people[..1]);
        await group.RunForAsync(Duration.FromSeconds(10));
        await ReachAsync(group, people[1..]);
        await group.RunForAsync(Duration.FromMinutes(50));
        Milestones(group).ShouldBe(["**ada** reached 3 days in a row."]);
        await group.RunForAsync(Duration.FromMinutes(15));

        Milestones(group).ShouldBe(["**ada** reached 3 days in a row.", "**ben**, **cy**, **di**, **eve**, **fay** and 2 others reached 3 days in a row."]);
    }

    [Fact]
    public async Task A_milestone_waits_for_a_platform_that_is_away_but_not_for_months()
    {
        await using var group = await BoardGroup.StartAsync();
        await group.Boards().SaveSettingsAsync(group.Channel.Key, BoardSettings.Default with { TellsMilestones = true }, default);
        await ThreeDaysOfAllAsync(group, ["ada", "ben"]);
        group.ChatPlatform.IsReady = false;
        await ReachAsync(group, ["ada"]);
        await group.RunForAsync(Duration.FromMinutes(5));
        Milestones(group).ShouldBeEmpty();

        group.ChatPlatform.IsReady = true;
        await group.RunForAsync(Duration.FromMinutes(5));
        Milestones(group).ShouldBe(["**ada** reached 3 days in a row."]);
        group.ChatPlatform.IsReady = false;
        await ReachAsync(group, ["ben"]);
        await group.RestartAsync(down: Duration.FromDays(60));
        group.ChatPlatform.IsReady = true;
        await group.RunForAsync(Duration.FromMinutes(5));
        Milestones(group).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_record_keeps_results_that_are_told_at_close_a_secret()
    {
        await using var group = await BoardGroup.StartAsync(feedback: FeedbackMode.AtClose);
        await group.RunToAsync("2026-03-02T08:00Z");
        (await group.AnswerAsync(group.Platform.Shown[0].Post)).ShouldBeOk();
        (await RecordAsync(group)).ShouldSatisfyAllConditions(record => record.Domains.ShouldBeEmpty(), record => record.Answered.ShouldBe(1));

        await group.RunToAsync("2026-03-02T18:05Z");

        (await RecordAsync(group)).Domains.ShouldHaveSingleItem().Right.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_of_another_channel_or_group_is_on_a_board()
    {
        await using var group = await ThreeDaysAsync();
        var other = await group.AddChannelAsync("other");

        var board = (await group.Engine.Get<ShowBoard>().HandleAsync(group.Learner(), other.Key, new BoardWish(BoardKind.All), default)).ShouldBeOk();

        board.Participants.ShouldBe(0);
        (await group.Boards().FindMemberAsync(new LearnerKey(new GroupKey("local", "elsewhere"), "ada"), default)).ShouldBeNull();
        (await group.Engine.Get<ShowBoard>().HandleAsync(group.Learner(), other.Key, new BoardWish(BoardKind.Week) { IsLast = true }, default)).ShouldBeRefused("board-none");
        (await group.Engine.Get<ShowBoard>().HandleAsync(group.Learner(), other.Key, new BoardWish(BoardKind.All) { IsLast = true }, default)).ShouldBeRefused("board-all");
        (await group.Engine.Get<ShowBoard>().HandleAsync(group.Learner(), other.Key, new BoardWish(BoardKind.Week) { On = new(2027, 1, 1) }, default)).ShouldBeRefused("board-future");
    }

    private static async Task ThreeDaysOfAllAsync(TestGroup group, string[] people)
    {
        for (var day = 0; day < 3; day++)
        {
            await group.DayAsync(string.Join(' ', people.Select(person => $"{person}:B")));
        }
    }

    private static async Task ReachAsync(TestGroup group, string[] people)
    {
        foreach (var person in people)
        {
            (await group.Engine.Get<FindMilestones>().NewAsync(group.Learner(person), group.Channel.Key, await group.StreakAsync(person), default)).ShouldHaveSingleItem();
        }
    }

    private static string[] Milestones(TestGroup group) =>
    [
        .. group.ChatPlatform.Messages.Where(message => message.Marker.StartsWith("milestone:", StringComparison.Ordinal)).Select(message => Testing.Chat.CardWords.Words(message.Card)),
    ];

    private static async Task<PersonalRecord> RecordAsync(TestGroup group) =>
        (await group.Engine.Get<ShowRecord>().HandleAsync(group.Learner(), group.Channel.Key, default)).ShouldBeOk();

    private static async Task ChooseAsync(TestGroup group, string user, string? alias = null, bool? isHidden = null) =>
        (await group.Engine.Get<ChooseBoardName>().HandleAsync(group.Learner(user), user, alias, isHidden, default)).ShouldBeOk();

    private static async Task<TestGroup> ThreeDaysAsync()
    {
        var group = await BoardGroup.StartAsync();
        foreach (var day in new[] { "ada:B ben:B cy:A di:A", "ada:B ben:B cy:B di:A", "ada:B ben:A cy:A di:A" })
        {
            await group.DayAsync(day);
        }

        return group;
    }
}
