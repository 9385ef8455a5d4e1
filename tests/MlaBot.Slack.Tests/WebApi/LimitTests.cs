using MlaBot.Slack.WebApi;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Tests.WebApi;

/// <summary>What a 429 does to the calls of a real client.</summary>
public sealed class LimitTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(4, 4)]
    [InlineData(null, 5)]
    public async Task A_post_that_is_refused_with_a_429_is_sent_again_after_the_wait(int? asked, int waited)
    {
        var tries = 0;
        await using var web = await WebHarness.StartAsync(_ => ++tries == 1 ? Reply.Limited(asked) : Reply.Posted);

        var post = web.PostAsync();
        var took = await web.AdvanceUntilAsync(post, Step, Most);

        (await post).Ts.ShouldBe("1.000100");
        took.ShouldBeInRange(TimeSpan.FromSeconds(waited), TimeSpan.FromSeconds(waited + 1));
    }

    [Fact]
    public async Task A_limit_that_comes_with_status_200_is_a_limit_too()
    {
        var tries = 0;
        await using var web = await WebHarness.StartAsync(_ => ++tries == 1 ? Reply.Error("rate_limited").With("Retry-After", "2") : Reply.Posted);

        var post = web.PostAsync();

        (await web.AdvanceUntilAsync(post, Step, Most)).ShouldBeInRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_post_that_is_always_limited_fails_in_the_end_and_surely_did_not_happen()
    {
        await using var web = await WebHarness.StartAsync(_ => Reply.Limited(2));

        var post = web.PostAsync();
        await web.AdvanceUntilAsync(post, Step, Most);

        var failure = await Should.ThrowAsync<SlackApiException>(post);
        (failure.Error, failure.IsTransient, failure.MayHaveHappened, failure.RetryAfter).ShouldBe(("ratelimited", true, false, TimeSpan.FromSeconds(2)));
        web.Server.All.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_limit_of_one_method_holds_up_no_other_and_no_answer_to_a_press()
    {
        await using var web = await WebHarness.StartAsync(received => received.Method is "users.info" ? Reply.Limited(30) : Reply.Ok);

        var person = web.Api.PersonAsync("U1", None);
        await WebHarness.UntilAsync(() => web.Api.Counters.Limited == 1, "the limit is heard of");
        await web.Api.UpdateAsync("C1", "1.0", WebHarness.Text, None);
        await web.Api.RespondAsync(web.ResponseUrl, new ResponseMessage { Text = "hello" }, None);

        person.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Answers_to_presses_wait_for_nothing()
    {
        await using var web = await WebHarness.StartAsync(_ => Reply.Ok);

        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => web.Api.RespondAsync(web.ResponseUrl, new ResponseMessage { Text = "hello" }, None)));

        web.Server.All.Count.ShouldBe(300);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(60, false)]
    public async Task A_response_URL_that_is_limited_is_tried_again_when_the_wait_is_short(int seconds, bool isAnswered)
    {
        var tries = 0;
        await using var web = await WebHarness.StartAsync(_ => ++tries == 1 ? Reply.Limited(seconds) : Reply.Ok);

        var answer = web.Api.RespondAsync(web.ResponseUrl, new ResponseMessage { Text = "hello" }, None);
        await web.AdvanceUntilAsync(answer, Step, Most);

        if (isAnswered)
        {
            await answer;
        }
        else
        {
            (await Should.ThrowAsync<SlackApiException>(answer)).RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
        }
    }

    [Fact]
    public async Task A_view_is_refused_when_its_trigger_would_be_over_and_waits_when_it_would_not()
    {
        var tries = 0;
        await using var web = await WebHarness.StartAsync(_ => ++tries == 1 ? Reply.Limited(3) : new Reply(200, """{"ok":true,"view":{"id":"V1","hash":"1.h"}}"""));

        var limited = await Should.ThrowAsync<SlackApiException>(web.Api.OpenViewAsync("1", WebHarness.Home, None));
        var hopeless = await Should.ThrowAsync<SlackApiException>(web.Api.OpenViewAsync("2", WebHarness.Home, None));
        web.Manual.Advance(TimeSpan.FromSeconds(1));
        var waiting = web.Api.OpenViewAsync("3", WebHarness.Home, None);
        await web.AdvanceUntilAsync(waiting, Step, Most);

        (limited.Error, limited.RetryAfter, limited.MayHaveHappened).ShouldBe(("ratelimited", TimeSpan.FromSeconds(3), false));
        hopeless.Error.ShouldBe(SlackErrors.ExpiredTrigger);
        (await waiting).Id.ShouldBe("V1");
        web.Server.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_view_that_waits_among_others_is_refused_once_its_trigger_is_over()
    {
        await using var web = await WebHarness.StartAsync(_ => new Reply(200, """{"ok":true,"view":{"id":"V1"}}"""), new WebTuning { Share = 0.3 });
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => web.Api.OpenViewAsync($"{number}", WebHarness.Home, None)));
        web.Manual.Advance(TimeSpan.FromSeconds(58));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => web.Api.OpenViewAsync($"{number}", WebHarness.Home, None)));

        var crowd = Enumerable.Range(0, 15).Select(number => web.Api.OpenViewAsync($"{number}", WebHarness.Home, None)).ToList();
        await web.AdvanceUntilAsync(Task.WhenAll(crowd), Step, TimeSpan.FromSeconds(4));

        crowd.Count(view => view.IsCompletedSuccessfully).ShouldBe(10);
        foreach (var late in crowd.Where(view => view.IsFaulted))
        {
            (await Should.ThrowAsync<SlackApiException>(late)).Error.ShouldBe(SlackErrors.ExpiredTrigger);
        }
    }

    [Fact]
    public async Task A_closed_client_leaves_no_call_waiting()
    {
        await using var web = await WebHarness.StartAsync(_ => Reply.Limited(20));
        var post = web.PostAsync();
        await WebHarness.UntilAsync(() => web.Api.QueueOf(SlackMethods.PostMessage).Waiting == 1, "the post waits");

        web.Api.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(post.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, TestContext.Current.CancellationToken));
    }
}
