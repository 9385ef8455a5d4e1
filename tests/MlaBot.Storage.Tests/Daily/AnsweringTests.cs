using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Daily;

/// <summary>Product rules 4.1 and 4.2: what an answer becomes, and what its author sees.</summary>
public sealed class AnsweringTests
{
    private static readonly Instant Opens = New.Instant("2026-03-02T08:00Z");
    private static readonly Instant Closes = New.Instant("2026-03-02T18:00Z");

    [Fact]
    public async Task An_answer_during_the_drain_counts()
    {
        await using var group = await OpenAsync();
        var post = group.Platform.Shown[0].Post;
        group.Clock.SetUtcNow(Closes.ToDateTimeOffset());
        await group.RunDueAsync();

        var receipt = (await group.AnswerAsync(post)).ShouldBeOk();
        await group.RunForAsync(Duration.FromSeconds(10));

        receipt.Fate.ShouldBe(AnswerFate.Recorded);
        receipt.Standing.IsPractice.ShouldBeFalse();
        group.Platform.Of(post).Revealed.ShouldHaveSingleItem().Learner.ShouldBe(group.Learner());
    }

    [Fact]
    public async Task An_answer_after_the_reveal_is_practice_and_counts_nowhere()
    {
        await using var group = await OpenAsync();
        var post = group.Platform.Shown[0].Post;
        await group.RunToAsync(Closes + Duration.FromMinutes(1));

        var receipt = (await group.AnswerAsync(post)).ShouldBeOk();

        receipt.Fate.ShouldBe(AnswerFate.Practice);
        receipt.ShowsKey.ShouldBeTrue();
        (await group.Engine.Store.AnswersAsync(post.Id, CancellationToken.None)).ShouldBeEmpty();
        (await group.Engine.Store.ParticipantsAsync(post.Id, CancellationToken.None)).ShouldBe(0);
        (await group.StreakAsync()).Current.ShouldBe(0);
    }

    [Fact]
    public async Task A_late_answer_never_touches_the_one_that_counted()
    {
        await using var group = await OpenAsync();
        var post = group.Platform.Shown[0].Post;
        (await group.AnswerAsync(post, "B")).ShouldBeOk();
        await group.RunToAsync(Closes + Duration.FromMinutes(1));

        var receipt = (await group.AnswerAsync(post, "A")).ShouldBeOk();

        receipt.Fate.ShouldBe(AnswerFate.AlreadyAnswered);
        receipt.Standing.First.Canonical.ShouldBe("b");
        receipt.Standing.IsPractice.ShouldBeFalse();
    }

    [Fact]
    public async Task With_immediate_feedback_the_first_answer_is_final_and_shows_the_key()
    {
        await using var group = await OpenAsync();
        var post = group.Platform.Shown[0].Post;

        var first = (await group.AnswerAsync(post, "A")).ShouldBeOk();
        var second = (await group.AnswerAsync(post, "B")).ShouldBeOk();

        first.ShowsKey.ShouldBeTrue();
        first.Grade.IsCorrect.ShouldBeFalse();
        second.Fate.ShouldBe(AnswerFate.AlreadyAnswered);
        second.Standing.Last.Canonical.ShouldBe("a");
    }

    [Fact]
    public async Task With_feedback_at_close_a_change_keeps_the_first_attempt_and_tells_nothing()
    {
        await using var group = await OpenAsync(FeedbackMode.AtClose);
        var post = group.Platform.Shown[0].Post;

        var first = (await group.AnswerAsync(post, "A")).ShouldBeOk();
        var same = (await group.AnswerAsync(post, "A")).ShouldBeOk();
        var changed = (await group.AnswerAsync(post, "B")).ShouldBeOk();

        first.ShowsKey.ShouldBeFalse();
        same.Fate.ShouldBe(AnswerFate.AlreadyAnswered);
        changed.Fate.ShouldBe(AnswerFate.Changed);
        changed.ShowsKey.ShouldBeFalse();
        changed.Standing.ShouldSatisfyAllConditions(
            standing => standing.First.Canonical.ShouldBe("a"),
            standing => standing.IsFirstCorrect.ShouldBeFalse(),
            standing => standing.Last.Canonical.ShouldBe("b"),
            standing => standing.IsLastCorrect.ShouldBeTrue(),
            standing => standing.Changes.ShouldBe(1));
    }

    [Fact]
    public async Task The_mode_of_a_question_is_the_one_that_held_when_it_was_posted()
    {
        await using var group = await OpenAsync(FeedbackMode.AtClose);
        var post = group.Platform.Shown[0].Post;
        (await group.AnswerAsync(post, "A")).ShouldBeOk();

        await group.Engine.Channels.SaveAsync(group.Channel with { Feedback = FeedbackMode.Immediate }, CancellationToken.None);
        var changed = (await group.AnswerAsync(post, "B")).ShouldBeOk();

        changed.Fate.ShouldBe(AnswerFate.Changed);
        changed.ShowsKey.ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_answers_a_question_of_another_group_or_one_that_is_not_out()
    {
        await using var group = await OpenAsync();
        var post = group.Platform.Shown[0].Post;
        var next = (await group.Engine.Schedules.ListAsync(group.Channel.Key, CancellationToken.None))[0].Next!;

        (await group.AnswerAsync(post, group: new GroupKey("local", "strangers"))).ShouldBeRefused("post-unknown");
        (await group.AnswerAsync(next)).ShouldBeRefused("post-unknown");
        (await group.Engine.Store.ParticipantsAsync(post.Id, CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_to_a_message_whose_confirmation_is_under_way_counts()
    {
        await using var group = await TestGroup.StartAsync();
        await group.ScheduleAsync("09:00");
        group.Platform.Fail(PublishStep.Publish, () => new ExternalFaultException("no answer", isTransient: true), times: 1, afterwards: true);
        group.Clock.SetUtcNow(Opens.ToDateTimeOffset());
        await group.RunDueAsync();

        var receipt = (await group.AnswerAsync(group.Platform.Shown[0].Post)).ShouldBeOk();

        receipt.Post.State.ShouldBe(PostState.Intended);
        receipt.Fate.ShouldBe(AnswerFate.Recorded);
    }

    private static async Task<TestGroup> OpenAsync(FeedbackMode feedback = FeedbackMode.Immediate)
    {
        var group = await TestGroup.StartAsync(feedback: feedback);
        await group.ScheduleAsync("09:00");
        await group.RunToAsync(Opens);
        return group;
    }
}
