using System.Net;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Tests.Rest;

public sealed class RetryTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    public enum Call
    {
        Get,
        Put,
        Patch,
        PatchWebhook,
        Post,
        PostWithNonce,
        PostWithLooseNonce,
    }

    [Theory]
    [InlineData(Call.Get, 3)]
    [InlineData(Call.Put, 3)]
    [InlineData(Call.Patch, 3)]
    [InlineData(Call.PatchWebhook, 3)]
    [InlineData(Call.PostWithNonce, 3)]
    [InlineData(Call.Post, 1)]
    [InlineData(Call.PostWithLooseNonce, 1)]
    public async Task Only_what_may_be_repeated_is_tried_again_after_a_5xx(Call call, int tries)
    {
        await using var rest = await RestHarness.StartAsync(_ => Reply.Error(503, 130000, "API overloaded"));

        var sent = SendAsync(rest, call);
        await rest.AdvanceUntilAsync(sent, Step, TimeSpan.FromSeconds(30));

        var failure = await Should.ThrowAsync<DiscordApiException>(sent);
        failure.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        failure.IsTransient.ShouldBeTrue();
        rest.Server.All.Count.ShouldBe(tries);
    }

    [Theory]
    [InlineData(Call.Get, 3)]
    [InlineData(Call.PostWithNonce, 3)]
    [InlineData(Call.Post, 1)]
    public async Task A_connection_that_is_cut_is_a_fault_like_a_5xx(Call call, int tries)
    {
        await using var rest = await RestHarness.StartAsync((_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var sent = SendAsync(rest, call);
        await rest.AdvanceUntilAsync(sent, Step, TimeSpan.FromSeconds(30));

        var failure = await Should.ThrowAsync<DiscordApiException>(sent);
        failure.Status.ShouldBeNull();
        failure.IsTransient.ShouldBeTrue();
        rest.Server.All.Count.ShouldBe(tries);
    }

    [Theory]
    [InlineData(Call.Patch, 3)]
    [InlineData(Call.Post, 1)]
    public async Task A_try_without_an_answer_ends_after_fifteen_seconds(Call call, int tries)
    {
        await using var rest = await RestHarness.StartAsync((_, context) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));

        var sent = SendAsync(rest, call);
        for (var arrived = 1; arrived <= tries; arrived++)
        {
            await AdvanceUntilArrivedAsync(rest, arrived);
            rest.Manual.Advance(TimeSpan.FromSeconds(14.9));
            sent.IsCompleted.ShouldBeFalse();
            rest.Manual.Advance(TimeSpan.FromSeconds(0.1));
        }

        (await Should.ThrowAsync<DiscordApiException>(sent)).IsTransient.ShouldBeTrue();
        rest.Server.All.Count.ShouldBe(tries);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_refusal_is_never_tried_again(int status)
    {
        await using var rest = await RestHarness.StartAsync(_ => Reply.Error(status, 0));

        var sent = SendAsync(rest, Call.Get);
        await rest.AdvanceUntilAsync(sent, Step, TimeSpan.FromSeconds(30));

        (await Should.ThrowAsync<DiscordApiException>(sent)).IsTransient.ShouldBeFalse();
        rest.Server.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_fault_that_passes_is_not_noticed_by_the_caller_and_waits_grow()
    {
        var tries = 0;
        await using var rest = await RestHarness.StartAsync(_ => ++tries < 3 ? new Reply(502, "<html>") : Reply.Message("5"));

        var sent = rest.Api.SelfAsync(CancellationToken.None);
        var waited = await rest.AdvanceUntilAsync(sent, Step, TimeSpan.FromSeconds(30));

        (await sent).Id.ShouldBe("5");
        // 1 s and 3 s, each up to half shorter or longer.
        waited.ShouldBeInRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6.5));
    }

    [Fact]
    public async Task A_nonce_that_Discord_may_have_forgotten_is_not_trusted_for_another_try()
    {
        var tries = 0;
        await using var rest = await RestHarness.StartAsync(_ => ++tries == 1 ? new Reply(500, "{}") : Reply.Limited(130));

        var sent = SendAsync(rest, Call.PostWithNonce);
        await rest.AdvanceUntilAsync(sent, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));

        (await Should.ThrowAsync<DiscordApiException>(sent)).IsTransient.ShouldBeTrue();
        // The fault, then the 429 after it; the try after 130 s is not made.
        tries.ShouldBe(2);
    }

    private static async Task AdvanceUntilArrivedAsync(RestHarness rest, int count)
    {
        for (var step = 0; rest.Server.All.Count < count; step++)
        {
            step.ShouldBeLessThan(100);
            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
            if (rest.Server.All.Count < count)
            {
                rest.Manual.Advance(Step);
            }
        }
    }

    private static Task SendAsync(RestHarness rest, Call call)
    {
        var (api, none) = (rest.Api, CancellationToken.None);
        return call switch
        {
            Call.Get => api.SelfAsync(none),
            Call.Put => api.OverwriteCommandsAsync("40", null, System.Text.Json.JsonDocument.Parse("[]").RootElement, none),
            Call.Patch => api.EditMessageAsync("1", "10", "20", RestHarness.Text, none),
            Call.PatchWebhook => api.EditOriginalAsync("40", "tok", RestHarness.Text, none),
            Call.Post => rest.PostAsync(),
            Call.PostWithNonce => api.CreateMessageAsync("1", "10", new MessagePayload { Nonce = "n", EnforceNonce = true }, none),
            _ => api.CreateMessageAsync("1", "10", new MessagePayload { Nonce = "n" }, none),
        };
    }
}
