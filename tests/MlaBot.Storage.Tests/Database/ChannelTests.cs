using MlaBot.Core.Channels;
using MlaBot.Core.Exams;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Storage.Tests.Database;

public sealed class ChannelTests
{
    [Fact]
    public async Task A_channel_comes_back_whole_and_can_be_replaced()
    {
        await using var store = await TestStore.OpenAsync();
        var channel = New.Channel();
        (await store.Channels.FindAsync(channel.Key, default)).ShouldBeNull();

        await store.Channels.SaveAsync(channel, default);
        (await store.Channels.FindAsync(channel.Key, default)).ShouldBe(channel);

        var changed = channel with
        {
            Name = "Lernen 📚",
            Exam = new ExamId("MLA-C02"),
            Zone = "Asia/Tokyo",
            Feedback = FeedbackMode.AtClose,
            OpenFor = Duration.FromDays(7),
            Posting = new PostingStyle(OpensThread: true, IsSilent: true, MentionRole: "1234567890"),
            SetUpBy = "u7",
            PicksColdest = true,
        };
        await store.Channels.SaveAsync(changed, default);
        await store.ReopenAsync();
        (await store.Channels.AllAsync(default)).ShouldBe([changed]);
    }

    [Fact]
    public async Task All_channels_of_all_groups_are_listed()
    {
        await using var store = await TestStore.OpenAsync();
        Channel[] channels = [New.Channel("g1", "c1"), New.Channel("g1", "c2"), New.Channel("g2", "c1")];
        foreach (var channel in channels)
        {
            await store.Channels.SaveAsync(channel, default);
        }

        (await store.Channels.AllAsync(default)).ShouldBe(channels);
    }

    [Fact]
    public async Task Rest_days_are_kept_by_date_and_the_same_date_is_replaced()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Channels.SaveRestDaysAsync(New.Group(), new RestDayRule(New.Monday.PlusDays(7), new HashSet<IsoDayOfWeek>()), default);
        await store.Channels.SaveRestDaysAsync(New.Group(), new RestDayRule(New.Monday, Days.EveryDay), default);
        await store.Channels.SaveRestDaysAsync(New.Group(), new RestDayRule(New.Monday, Days.Weekend), default);

        var rules = await store.Channels.RestDaysAsync(New.Group(), default);

        rules.Select(rule => rule.From).ShouldBe([New.Monday, New.Monday.PlusDays(7)]);
        rules[0].Days.ShouldBe(Days.Weekend, ignoreOrder: true);
        rules[1].Days.ShouldBeEmpty();
        (await store.Channels.RestDaysAsync(New.Group("g2"), default)).ShouldBeEmpty();
    }
}
