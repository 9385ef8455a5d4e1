using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Time;

namespace MlaBot.Storage.Tests.Database;

/// <summary>Two groups with the same channel and user ids: nothing of one is seen in the other.</summary>
public sealed class TenantTests
{
    [Fact]
    public async Task Two_groups_never_see_each_others_data()
    {
        await using var store = await TestStore.OpenAsync();
        var mine = await store.PostAsync(PostState.Open, group: "g1");
        var theirs = await store.PostAsync(PostState.Open, group: "g2", day: 1);
        await store.AnswerAsync(mine, "a");
        await store.Channels.SaveRestDaysAsync(New.Group("g1"), new RestDayRule(New.Monday, Days.Weekend), default);

        (await store.Learners.FindAsync(New.Learner(group: "g2"), default)).ShouldBeNull();
        (await store.Streaks.AnsweredAsync(New.Learner(group: "g2"), default)).ShouldBeEmpty();
        (await store.Daily.FindAnswerAsync(mine.Id, New.Learner(group: "g2"), default)).ShouldBeNull();
        (await store.Daily.RecentAsync(theirs.Channel, 10, default)).ShouldBe([theirs]);
        (await store.Daily.SchedulesAsync(theirs.Channel, default)).ShouldHaveSingleItem().Id.ShouldBe(theirs.Schedule);
        (await store.Daily.UseCountsAsync(theirs.Channel, new DomainId("1"), default)).Values.Sum().ShouldBe(1);
        (await store.Streaks.MomentsAsync(New.Group("g2"), New.Nine, default)).ShouldHaveSingleItem().At.ShouldBe(theirs.DueAt);
        (await store.Channels.RestDaysAsync(New.Group("g2"), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_press_from_another_group_does_not_reach_a_post()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync(PostState.Open, group: "g1");

        (await store.AnswerAsync(post, "a", group: "g2")).Fate.ShouldBe(AnswerFate.NotOpen);

        (await store.Daily.ParticipantsAsync(post.Id, default)).ShouldBe(0);
    }

    [Fact]
    public async Task Groups_of_two_platforms_may_have_the_same_id()
    {
        await using var store = await TestStore.OpenAsync();
        var discord = New.Channel() with { Key = new ChannelKey(new GroupKey("discord", "1"), "c") };
        var slack = New.Channel() with { Key = new ChannelKey(new GroupKey("slack", "1"), "c"), Name = "other" };
        await store.Channels.SaveAsync(discord, default);
        await store.Channels.SaveAsync(slack, default);

        (await store.Channels.FindAsync(discord.Key, default)).ShouldBe(discord);
        (await store.Channels.FindAsync(slack.Key, default)).ShouldBe(slack);
    }
}
