using System.Net;
using Microsoft.Extensions.Logging;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Wire;
using MlaBot.Testing;

namespace MlaBot.Discord.Tests.Rest;

public sealed class RefusalTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    public async Task A_429_is_sent_again_after_exactly_the_wait_that_the_body_names(string scope)
    {
        var tries = 0;
        await using var rest = await RestHarness.StartAsync(_ => ++tries == 1 ? Reply.Limited(3.2, scope) : Reply.Message());

        var post = rest.PostAsync();

        (await rest.AdvanceUntilAsync(post, Step, TimeSpan.FromSeconds(20))).ShouldBeInRange(TimeSpan.FromSeconds(3.2), TimeSpan.FromSeconds(3.4));
        (await post).Id.ShouldBe("1");
        (scope == "user" ? rest.Api.Counters.LimitedUser : rest.Api.Counters.LimitedShared).ShouldBe(1);
        rest.Logs.Lines.ShouldContain(line => line.Id == 3001 && line.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task A_429_whose_body_names_no_wait_goes_by_its_header()
    {
        var tries = 0;
        await using var rest = await RestHarness.StartAsync(_ => ++tries == 1 ? new Reply(429, "{}").With("Via", "1.1 x").With("Retry-After", "4") : Reply.Message());

        var post = rest.PostAsync();

        (await rest.AdvanceUntilAsync(post, Step, TimeSpan.FromSeconds(20))).ShouldBeInRange(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(4.2));
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    [InlineData("global")]
    public async Task A_429_holds_the_other_requests_of_its_bucket_and_goes_before_them(string scope)
    {
        var tries = 0;
        await using var rest = await RestHarness.StartAsync(_ => ++tries == 1 ? Reply.Limited(3, scope).InBucket("b", 1, 0, 3) : Reply.Message().InBucket("b", 1, 0, 1, 1_800_000_100 + tries));
        var first = rest.Api.EditMessageAsync("1", "10", "1", RestHarness.Text, CancellationToken.None);
        var second = rest.Api.EditMessageAsync("1", "10", "2", RestHarness.Text, CancellationToken.None);

        await rest.AdvanceUntilAsync(Task.WhenAll(first, second), Step, TimeSpan.FromSeconds(20));

        rest.Server.All.Select(received => received.Path[^1]).ShouldBe(['1', '1', '2']);
    }

    [Fact]
    public async Task A_request_that_is_always_limited_fails_in_the_end_and_says_how_long_to_wait()
    {
        await using var rest = await RestHarness.StartAsync(_ => Reply.Limited(2));

        var post = rest.PostAsync();
        await rest.AdvanceUntilAsync(post, Step, TimeSpan.FromSeconds(30));

        var failure = await Should.ThrowAsync<DiscordApiException>(post);
        failure.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        failure.IsTransient.ShouldBeTrue();
        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(2));
        rest.Server.All.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_caller_may_give_up_during_the_wait_of_a_429()
    {
        await using var rest = await RestHarness.StartAsync(_ => Reply.Limited(600));
        using var giveUp = new CancellationTokenSource();
        var post = rest.PostAsync(cancellationToken: giveUp.Token);
        await RestHarness.UntilAsync(() => rest.Api.Counters.LimitedUser == 1, "no 429");

        await giveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(post);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_429_that_is_not_from_Discord_stops_counted_requests_for_minutes_and_is_told_once(bool hasJson)
    {
        var tries = 0;
        await using var rest = await RestHarness.StartAsync(_ => ++tries > 2 ? Reply.Message() : hasJson ? new Reply(429, """{"retry_after":1}""") : new Reply(429, "<html>").With("Via", "1.1 x"));

        var posts = Task.WhenAll(rest.PostAsync("10"), rest.PostAsync("11"));

        (await rest.AdvanceUntilAsync(posts, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(20))).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(5));
        rest.Logs.Lines.Count(line => line.Text.Contains("Cloudflare")).ShouldBe(1);
        rest.Api.Counters.LimitedCloudflare.ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_token_stops_every_authorised_call_for_good_also_those_that_wait()
    {
        await using var rest = await RestHarness.StartAsync(received => received.Path.StartsWith("/users") ? Reply.Error(401, 0, "401: Unauthorized") : Reply.Message().InBucket("b", 1, 0, 600));
        await rest.PostAsync();
        var waiting = rest.PostAsync();

        var failure = await Should.ThrowAsync<DiscordApiException>(rest.Api.SelfAsync(CancellationToken.None));

        failure.IsTransient.ShouldBeFalse();
        failure.Message.ShouldContain("Discord:Token");
        (await Should.ThrowAsync<DiscordApiException>(waiting)).IsTransient.ShouldBeFalse();
        (await Should.ThrowAsync<DiscordApiException>(rest.PostAsync("11"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        rest.Server.All.Count.ShouldBe(2);
        rest.TokenRefused.ShouldBe([failure.Message]);
        await rest.Api.EditOriginalAsync("40", "tok", RestHarness.Text, CancellationToken.None);
    }

    [Fact]
    public async Task Too_many_refusals_in_ten_minutes_stop_the_sending_until_they_are_past()
    {
        var isRefusing = true;
        await using var rest = await RestHarness.StartAsync(_ => isRefusing ? Reply.Error(403, DiscordErrorCode.MissingAccess) : Reply.Message(), new RestTuning { RefusedInTenMinutes = 4 });
        for (var refusal = 0; refusal < 4; refusal++)
        {
            (await Should.ThrowAsync<DiscordApiException>(rest.PostAsync($"{refusal}"))).Code.ShouldBe(DiscordErrorCode.MissingAccess);
        }

        isRefusing = false;
        var failure = await Should.ThrowAsync<DiscordApiException>(rest.PostAsync("9"));
        failure.IsTransient.ShouldBeTrue();
        failure.RetryAfter!.Value.ShouldBeInRange(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10.2));
        rest.Server.All.Count.ShouldBe(4);
        rest.Logs.Lines.Count(line => line.Id == 3002).ShouldBe(1);

        rest.Manual.Advance(failure.RetryAfter.Value);
        await rest.PostAsync("9");
    }

    [Fact]
    public async Task Shared_limits_and_missing_things_do_not_count_as_invalid_requests()
    {
        var tries = 0;
        await using var rest = await RestHarness.StartAsync(_ => ++tries <= 3 ? Reply.Limited(0.1, "shared") : Reply.Error(404, DiscordErrorCode.UnknownChannel), new RestTuning { RefusedInTenMinutes = 1 });

        var post = rest.PostAsync();
        await rest.AdvanceUntilAsync(post, Step, TimeSpan.FromSeconds(10));

        (await Should.ThrowAsync<DiscordApiException>(post)).Code.ShouldBe(DiscordErrorCode.UnknownChannel);
        rest.Logs.Lines.ShouldNotContain(line => line.Id == 3002);
    }

    [Fact]
    public void The_guard_forgets_what_is_older_than_ten_minutes()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var guard = new InvalidRequestGuard(8000, clock);

        // 700 a minute are 7,000 in ten minutes for ever.
        for (var minute = 0; minute < 60; minute++)
        {
            for (var refusal = 0; refusal < 700; refusal++)
            {
                guard.Count().ShouldBeNull();
            }

            clock.Advance(TimeSpan.FromMinutes(1));
        }

        var refused = 0;
        TimeSpan? wait = null;
        while (wait is null)
        {
            wait = guard.Count();
            (++refused).ShouldBeLessThan(2000);
        }

        refused.ShouldBeInRange(1000, 1700);
        guard.Wait.ShouldBe(wait.Value);
        clock.Advance(wait.Value);
        guard.Wait.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_long_wait_is_told_and_a_short_one_only_to_those_who_look_closely()
    {
        var waits = new Queue<double>([2, 30]);
        await using var rest = await RestHarness.StartAsync(_ => Reply.Message().InBucket("b", 1, 0, waits.TryDequeue(out var wait) ? wait : 1, 1_800_000_000 - (waits.Count * 100)));

        await rest.PostAsync();
        await rest.AdvanceUntilAsync(rest.PostAsync(), Step, TimeSpan.FromSeconds(5));
        await rest.AdvanceUntilAsync(rest.PostAsync(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40));

        rest.Logs.Lines.Where(line => line.Id is 3011 or 3012).Select(line => line.Level).ShouldBe([LogLevel.Debug, LogLevel.Warning]);
    }

    [Fact]
    public async Task No_token_is_in_any_log_or_exception_even_when_Discord_sends_it_back()
    {
        await using var rest = await RestHarness.StartAsync(received => new Reply(received.Path.Contains("/channels/11") ? 500 : 400, $$"""{"code":1,"message":"{{RestHarness.Token}} {{received.Path}}"}"""));
        List<string> texts = [];
        async Task FailAsync(Task call)
        {
            await rest.AdvanceUntilAsync(call, Step, TimeSpan.FromSeconds(30));
            var failure = await Should.ThrowAsync<DiscordApiException>(call);
            texts.Add(failure.ToString());
        }

        await FailAsync(rest.PostAsync());
        await FailAsync(rest.Api.EditMessageAsync("1", "11", "1", RestHarness.Text, CancellationToken.None));
        await FailAsync(rest.Api.AnswerAsync("900", RestHarness.InteractionToken, new InteractionAnswer.DeferUpdate(), CancellationToken.None));
        await FailAsync(rest.Api.EditOriginalAsync("40", RestHarness.InteractionToken, RestHarness.Text, CancellationToken.None));
        await rest.Server.DisposeAsync();
        await FailAsync(rest.Api.SelfAsync(CancellationToken.None));
        await FailAsync(rest.Api.AnswerAsync("900", RestHarness.InteractionToken, new InteractionAnswer.DeferUpdate(), CancellationToken.None));
        await FailAsync(rest.Api.EditOriginalAsync("40", RestHarness.InteractionToken, RestHarness.Text, CancellationToken.None));

        texts.AddRange(rest.Logs.Lines.Select(line => line.Text));
        texts.Count.ShouldBeGreaterThan(10);
        texts.ShouldAllBe(text => !text.Contains(RestHarness.Token) && !text.Contains(RestHarness.InteractionToken));
        texts.ShouldContain(text => text.Contains("PATCH /webhooks/40/…/messages/@original"));
    }
}
