using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Daily;

/// <summary>Product rule 4.1, steps 6 and 8: closing, drain, reveal.</summary>
public sealed class ClosingTests
{
    private static readonly Instant Opens = New.Instant("2026-03-02T08:00Z");
    private static readonly Instant Closes = New.Instant("2026-03-02T18:00Z");

    [Fact]
    public async Task Controls_go_first_and_the_key_follows_after_the_drain()
    {
        await using var group = await OpenAsync();
        var post = group.Platform.Shown[0].Post;

        group.Clock.SetUtcNow(Closes.ToDateTimeOffset());
        await group.RunDueAsync();
        group.Platform.Of(post).ClosedAt.ShouldBe(Closes);
        group.Platform.Of(post).RevealedAt.ShouldBeNull();
        group.Clock.Advance(TimeSpan.FromSeconds(2));
        await group.RunDueAsync();
        group.Platform.Of(post).RevealedAt.ShouldBeNull("the drain is three seconds");
        group.Clock.Advance(TimeSpan.FromSeconds(1));
        await group.RunDueAsync();

        group.Platform.Of(post).RevealedAt.ShouldBe(Closes + Duration.FromSeconds(3));
        (await group.ReadAsync(post)).State.ShouldBe(PostState.Settled);
    }

    [Fact]
    public async Task A_question_that_closes_late_still_has_its_drain()
    {
        await using var group = await OpenAsync();
        var post = group.Platform.Shown[0].Post;

        group.Clock.SetUtcNow((Closes + Duration.FromHours(1)).ToDateTimeOffset());
        await group.RunDueAsync();

        (await group.ReadAsync(post)).State.ShouldBe(PostState.Closing);
        group.Platform.Of(post).RevealedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(PublishStep.Close, false)]
    [InlineData(PublishStep.Close, true)]
    [InlineData(PublishStep.Reveal, false)]
    [InlineData(PublishStep.Reveal, true)]
    public async Task A_crash_while_closing_or_revealing_ends_in_one_reveal(PublishStep step, bool afterwards)
    {
        await using var group = await OpenAsync();
        var post = group.Platform.Shown[0].Post;
        (await group.AnswerAsync(post)).ShouldBeOk();
        group.DieAt(step, afterwards);
        await Should.ThrowAsync<OperationCanceledException>(() => group.RunToAsync(Closes + Duration.FromMinutes(1)));

        await group.RestartAsync(down: Duration.FromMinutes(5));
        await group.RunForAsync(Duration.FromSeconds(5));
        await group.RunForAsync(Duration.FromSeconds(5));

        (await group.ReadAsync(post)).State.ShouldBe(PostState.Settled);
        group.Platform.Of(post).Revealed.ShouldHaveSingleItem();
        group.Platform.Shown.ShouldHaveSingleItem();
        group.Log.Lines.Count(line => line == $"revealed {post.Id}").ShouldBe(1);
    }

    [Fact]
    public async Task Once_the_key_may_be_public_no_answer_counts_even_if_the_reveal_is_delayed()
    {
        await using var group = await OpenAsync();
        var post = group.Platform.Shown[0].Post;
        group.Platform.Fail(PublishStep.Reveal, () => new ExternalFaultException("busy", isTransient: true));
        await group.RunToAsync(Closes + Duration.FromMinutes(1));

        (await group.ReadAsync(post)).State.ShouldBe(PostState.Revealed);
        (await group.AnswerAsync(post)).ShouldBeOk().Standing.IsPractice.ShouldBeTrue();
        group.Platform.Heal();
        await group.RunForAsync(Duration.FromSeconds(5));

        (await group.ReadAsync(post)).State.ShouldBe(PostState.Settled);
        group.Platform.Of(post).Revealed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_settled_question_is_never_revealed_again()
    {
        await using var group = await OpenAsync();
        await group.RunToAsync(Closes + Duration.FromMinutes(1));
        group.Platform.Calls.Clear();

        await group.RestartAsync();
        await group.RunForAsync(Duration.FromHours(1));

        group.Platform.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reveal_that_a_lost_right_refuses_pauses_its_channel_and_comes_when_an_admin_resumes()
    {
        await using var group = await OpenAsync();
        var post = group.Platform.Shown[0].Post;
        (await group.AnswerAsync(post)).ShouldBeOk();
        LoseTheRight();

        await group.RunToAsync(Closes + Duration.FromHours(1));
        await group.RunForAsync(Duration.FromSeconds(5));
        await group.RestartAsync();
        LoseTheRight();
        await group.RunForAsync(Duration.FromHours(1));
        await group.RunForAsync(Duration.FromSeconds(5));
        group.Platform.Told.ShouldHaveSingleItem().Sentence.ShouldContain("Give me Read Message History.");
        group.Platform.Calls.Count(call => call.Step == PublishStep.Reveal).ShouldBe(2, "one try in each run of the program");
        (await group.ReadAsync(post)).State.ShouldBe(PostState.Revealed);

        group.Platform.Heal();
        (await group.Engine.Schedules.ResumeAllAsync(group.Channel.Key, CancellationToken.None)).ShouldBeOk();
        await group.RunForAsync(Duration.FromSeconds(5));

        group.Platform.Of(post).Revealed.ShouldHaveSingleItem();
        (await group.ReadAsync(post)).State.ShouldBe(PostState.Settled);
        group.Log.Lines.ShouldNotContain(line => line.StartsWith("failed") || line.StartsWith("unrevealed"));

        void LoseTheRight() => group.Platform.Fail(PublishStep.Reveal, () => new ChannelGoneException("Give me Read Message History."));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_reveal_that_no_admin_can_bring_back_does_not_wait_for_ever(bool isDeleted, int told)
    {
        await using var group = await OpenAsync();
        var post = group.Platform.Shown[0].Post;
        group.Platform.Fail(PublishStep.Reveal, () => new ChannelGoneException("The channel was deleted.") { IsDeleted = isDeleted });
        if (!isDeleted)
        {
            // Without a schedule there is nothing to resume.
            (await group.Engine.Schedules.RemoveAsync(group.Channel.Key, post.Schedule, CancellationToken.None)).ShouldBeOk();
        }

        await group.RunToAsync(Closes + Duration.FromMinutes(1));

        (await group.ReadAsync(post)).State.ShouldBe(PostState.Settled);
        group.Platform.Told.Count.ShouldBe(told);
        group.Log.Lines.ShouldContain($"unrevealed {post.Id}");
    }

    [Fact]
    public async Task Controls_that_could_not_be_taken_away_hold_up_no_reveal_and_go_as_soon_as_the_platform_lets_them()
    {
        await using var group = await OpenAsync();
        var post = group.Platform.Shown[0].Post;
        group.Platform.Fail(PublishStep.Close, () => new ExternalFaultException("busy", isTransient: true));

        await group.RunToAsync(Closes + Duration.FromMinutes(1));
        await group.RunForAsync(Duration.FromSeconds(5));
        group.Platform.Of(post).RevealedAt.ShouldBe(Closes + group.Rules.Drain);
        (await group.AnswerAsync(post)).ShouldBeOk().Fate.ShouldBe(AnswerFate.Practice);
        group.Platform.Of(post).ClosedAt.ShouldBeNull();
        group.Platform.Heal();
        await group.RunForAsync(Duration.FromSeconds(5));

        group.Platform.Of(post).ClosedAt.ShouldBe(group.Now);
        (await group.ReadAsync(post)).State.ShouldBe(PostState.Settled);
        group.Platform.Calls.Count(call => call.Step == PublishStep.Reveal).ShouldBe(1);
    }

    [Fact]
    public async Task Controls_that_went_are_not_taken_away_again()
    {
        await using var group = await OpenAsync();

        await group.RunToAsync(Closes + Duration.FromMinutes(1));

        group.Platform.Calls.Count(call => call.Step == PublishStep.Close).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Controls_go_after_a_start_when_closing_time_passed_without_the_bot_or_the_platform(bool wasKilled)
    {
        await using var group = await OpenAsync();
        var post = group.Platform.Shown[0].Post;
        if (wasKilled)
        {
            group.DieAt(PublishStep.Close);
            await Should.ThrowAsync<OperationCanceledException>(() => group.RunToAsync(Closes));
            await group.RestartAsync(down: Duration.FromMinutes(5));
        }
        else
        {
            group.Platform.IsUp = false;
            await group.RunToAsync(Closes + Duration.FromMinutes(5));
            group.Platform.Calls.ShouldNotContain(call => call.Step == PublishStep.Close);
            group.Platform.IsUp = true;
        }

        await group.RunForAsync(Duration.FromSeconds(5));

        group.Platform.Of(post).ClosedAt.ShouldBe(group.Now);
        group.Platform.Of(post).RevealedAt.ShouldBe(group.Now);
        (await group.ReadAsync(post)).State.ShouldBe(PostState.Settled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_question_that_was_taken_back_shows_it_once_the_platform_lets_it(bool restarts)
    {
        await using var group = await OpenAsync();
        var post = await group.ReadAsync(group.Platform.Shown[0].Post);
        group.Platform.Fail(PublishStep.Close, () => new ExternalFaultException("busy", isTransient: true));
        (await group.Engine.Close.WithdrawAsync(post, "The key was wrong.", CancellationToken.None)).ShouldBeOk();
        group.Platform.Of(post).ClosedAt.ShouldBeNull();
        group.Platform.Heal();
        if (restarts)
        {
            await group.RestartAsync(down: Duration.FromHours(12));
        }

        await group.RunForAsync(Duration.FromSeconds(5));
        var shown = group.Now;
        await group.RestartAsync();
        await group.RunForAsync(Duration.FromSeconds(5));

        group.Platform.Of(post).ClosedAt.ShouldBe(shown);
        (await group.ReadAsync(post)).State.ShouldBe(PostState.Withdrawn);
    }

    [Fact]
    public async Task A_message_that_may_not_be_changed_is_left_as_it_is()
    {
        await using var group = await OpenAsync();
        var post = await group.ReadAsync(group.Platform.Shown[0].Post);
        group.Platform.Fail(PublishStep.Close, () => new ChannelGoneException("I may not edit."));
        (await group.Engine.Close.WithdrawAsync(post, "The key was wrong.", CancellationToken.None)).ShouldBeOk();

        await group.RunForAsync(Duration.FromSeconds(5));
        await group.RunForAsync(Duration.FromSeconds(5));

        group.Platform.Calls.Count(call => call.Step == PublishStep.Close).ShouldBe(1);
        group.Log.Lines.ShouldContain($"unclosed {post.Id}");
        group.Platform.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_that_was_taken_back_takes_no_answers_and_is_never_revealed()
    {
        await using var group = await OpenAsync();
        var post = await group.ReadAsync(group.Platform.Shown[0].Post);
        (await group.AnswerAsync(post)).ShouldBeOk();

        (await group.Engine.Close.WithdrawAsync(post, "The key was wrong.", CancellationToken.None)).ShouldBeOk();
        var refusal = (await group.AnswerAsync(post, user: "bob")).ShouldBeRefused("post-closed");
        await group.RunToAsync(Closes + Duration.FromMinutes(1));

        refusal.Sentence.ShouldContain("The key was wrong");
        group.Platform.Of(post).ClosedAt.ShouldNotBeNull();
        group.Platform.Of(post).RevealedAt.ShouldBeNull();
        (await group.Engine.Close.WithdrawAsync(post, "Again.", CancellationToken.None)).ShouldBeRefused("withdraw-late");
    }

    [Fact]
    public async Task Who_read_a_question_before_it_stood_cannot_take_it_back_and_it_keeps_its_message()
    {
        await using var group = await OpenAsync();
        var early = group.Platform.Shown[0].Post;
        early.State.ShouldBe(PostState.Intended);

        (await group.Engine.Close.WithdrawAsync(early, "The key was wrong.", CancellationToken.None)).ShouldBeRefused("withdraw-early");

        var post = await group.ReadAsync(early);
        (post.State, post.MessageId).ShouldBe((PostState.Open, group.Platform.Of(early).MessageId));
        (await group.Engine.Close.WithdrawAsync(post, "The key was wrong.", CancellationToken.None)).ShouldBeOk();
        group.Platform.Of(post).ClosedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_cannot_be_taken_back_is_named_by_the_number_that_people_see()
    {
        await using var group = await TestGroup.StartAsync();
        var other = group.Channel with { Key = new ChannelKey(new GroupKey("local", "elsewhere"), "study") };
        await group.Engine.Channels.SaveAsync(other, CancellationToken.None);
        await group.ScheduleAsync("08:30", channel: other.Key);
        await group.ScheduleAsync("09:00");
        await group.RunToAsync(Opens);
        var post = await group.ReadAsync(group.Platform.Shown.Single(shown => shown.Post.Channel == group.Channel.Key).Post);
        (post.Id.Value, post.Number).ShouldBe((2, 1));

        (await group.Engine.Close.WithdrawAsync(post, "The key was wrong.", CancellationToken.None)).ShouldBeOk();
        (await group.Engine.Close.WithdrawAsync(post, "Again.", CancellationToken.None)).ShouldBeRefused("withdraw-late").Sentence.ShouldBe("Question 1 is not open.");
        (await group.Engine.Close.WithdrawAsync(post with { Round = new RoundId(7) }, "Again.", CancellationToken.None))
            .ShouldBeRefused("withdraw-round").Sentence.ShouldBe("Question 1 belongs to a live round.");
    }

    private static async Task<TestGroup> OpenAsync(FeedbackMode feedback = FeedbackMode.Immediate)
    {
        var group = await TestGroup.StartAsync(feedback: feedback);
        await group.ScheduleAsync("09:00");
        await group.RunToAsync(Opens);
        return group;
    }
}
