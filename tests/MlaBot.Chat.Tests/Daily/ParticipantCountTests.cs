using MlaBot.Core;
using MlaBot.Core.Daily;
using MlaBot.Testing;
using MlaBot.Testing.Daily;

namespace MlaBot.Chat.Tests.Daily;

/// <summary>Product rule 4.5: counts are edited on a timer, the last value wins.</summary>
public sealed class ParticipantCountTests
{
    [Fact]
    public async Task A_channel_that_hangs_does_not_hold_up_another_and_its_message_is_edited_once_at_a_time()
    {
        await using var group = await TestGroup.StartAsync();
        var other = await group.AddChannelAsync("other");
        await group.ScheduleAsync("09:00");
        await group.ScheduleAsync("09:00", channel: other.Key);
        await group.RunToAsync("2026-03-02T08:00Z");
        var slow = group.Platform.Shown.Single(shown => shown.Post.Channel == group.Channel.Key).Post.Id;
        var quick = group.Platform.Shown.Single(shown => shown.Post.Channel == other.Key).Post.Id;
        var counts = group.Engine.Counts;
        var held = group.Platform.Hold(PublishStep.Count, group.Channel.Key);

        counts.Changed(slow);
        var first = counts.ShowAsync(TestContext.Current.CancellationToken);
        await held.Begun.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        counts.Changed(slow);
        counts.Changed(quick);
        await counts.ShowAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Edits(group, quick).ShouldBe(1);
        Edits(group, slow).ShouldBe(1);
        held.Release();
        await first;
        await counts.ShowAsync(TestContext.Current.CancellationToken);
        Edits(group, slow).ShouldBe(2);
        await counts.ShowAsync(TestContext.Current.CancellationToken);
        Edits(group, slow).ShouldBe(2);
    }

    [Fact]
    public async Task A_count_that_could_not_be_shown_is_shown_the_next_time()
    {
        await using var group = await TestGroup.StartAsync();
        await group.ScheduleAsync("09:00");
        await group.RunToAsync("2026-03-02T08:00Z");
        var post = group.Platform.Shown[0].Post.Id;
        group.Platform.Fail(PublishStep.Count, () => new ExternalFaultException("busy", isTransient: true), times: 1);

        group.Engine.Counts.Changed(post);
        await group.Engine.Counts.ShowAsync(TestContext.Current.CancellationToken);
        await group.Engine.Counts.ShowAsync(TestContext.Current.CancellationToken);
        await group.Engine.Counts.ShowAsync(TestContext.Current.CancellationToken);

        Edits(group, post).ShouldBe(2);
    }

    [Fact]
    public async Task A_start_shows_the_counts_of_open_questions_once_their_platform_is_there()
    {
        await using var group = await TestGroup.StartAsync();
        await group.ScheduleAsync("09:00");
        await group.ScheduleAsync("10:00");
        await group.RunToAsync("2026-03-02T08:00Z");
        var post = group.Platform.Shown.ShouldHaveSingleItem().Post;
        (await group.AnswerAsync(post)).ShouldBeOk();
        await group.RestartAsync();
        group.Platform.IsUp = false;

        await group.Engine.Counts.StartAsync(TestContext.Current.CancellationToken);
        await group.Engine.Counts.ShowAsync(TestContext.Current.CancellationToken);
        Edits(group, post.Id).ShouldBe(0);
        group.Platform.IsUp = true;
        await group.Engine.Counts.ShowAsync(TestContext.Current.CancellationToken);
        await group.Engine.Counts.ShowAsync(TestContext.Current.CancellationToken);

        group.Platform.Calls.Where(call => call.Step == PublishStep.Count).ShouldBe([(PublishStep.Count, post.Id)]);
    }

    private static int Edits(TestGroup group, PostId post) => group.Platform.Calls.Count(call => call.Step == PublishStep.Count && call.Post == post);
}
