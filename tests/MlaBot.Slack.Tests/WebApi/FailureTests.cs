using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MlaBot.Slack.WebApi;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Tests.WebApi;

public sealed class FailureTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>The calls, by what may be repeated.</summary>
    public enum Call
    {
        Read,
        Update,
        Post,
        Ephemeral,
        OpenView,
        UpdateView,
        Publish,
        OpenConnection,
        Respond,
    }

    [Fact]
    public async Task A_refusal_names_the_code_the_place_and_what_to_do()
    {
        await using var web = await WebHarness.StartAsync(received => received.Method is "conversations.join"
            ? new Reply(200, """{"ok":false,"error":"missing_scope","needed":"channels:join","provided":"chat:write"}""")
            : new Reply(200, """{"ok":false,"error":"invalid_blocks","errors":["too many"],"response_metadata":{"messages":["[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"]}}"""));

        var blocks = await Should.ThrowAsync<SlackApiException>(web.PostAsync());
        var scope = await Should.ThrowAsync<SlackApiException>(web.Api.JoinAsync("C1", None));

        (blocks.Error, blocks.IsTransient, blocks.MayHaveHappened).ShouldBe((SlackErrors.InvalidBlocks, false, false));
        blocks.Message.ShouldBe("""chat.postMessage: invalid_blocks ([ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]; ["too many"])""");
        (scope.Error, scope.Needed).ShouldBe((SlackErrors.MissingScope, "channels:join"));
        scope.Message.ShouldContain("install the app again");
        web.Logs.Lines.ShouldContain(line => line.Text.Contains("json-pointer:/blocks/0/text/text", StringComparison.Ordinal));
        web.Server.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_refusal_in_another_form_than_the_methods_keeps_its_code()
    {
        await using var web = await WebHarness.StartAsync(_ => new Reply(200, """{"ok":false,"error":"channel_not_found","channel":"C1"}"""));

        (await Should.ThrowAsync<SlackApiException>(web.Api.ConversationAsync("C1", None))).Error.ShouldBe(SlackErrors.ChannelNotFound);
    }

    [Fact]
    public async Task A_warning_is_logged()
    {
        await using var web = await WebHarness.StartAsync(_ => new Reply(200, """{"ok":true,"ts":"1.0","channel":"C1","warning":"missing_charset","response_metadata":{"warnings":["missing_charset"]}}"""));

        await web.PostAsync();

        web.Logs.Lines.ShouldContain(line => line.Level == LogLevel.Warning && line.Text.Contains("chat.postMessage and warns: missing_charset", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Call.Read, 3, false)]
    [InlineData(Call.Update, 3, true)]
    [InlineData(Call.Publish, 3, true)]
    [InlineData(Call.Post, 1, true)]
    [InlineData(Call.Ephemeral, 1, true)]
    [InlineData(Call.OpenView, 1, true)]
    [InlineData(Call.UpdateView, 1, true)]
    [InlineData(Call.OpenConnection, 1, false)]
    [InlineData(Call.Respond, 1, true)]
    public async Task After_a_5xx_only_what_does_no_harm_twice_is_sent_again(Call call, int tries, bool mayHaveHappened) =>
        await FailAsync(_ => new Reply(503, "<html>"), call, tries, mayHaveHappened);

    [Theory]
    [InlineData("internal_error", Call.Read, 3, false)]
    [InlineData("fatal_error", Call.Update, 3, true)]
    [InlineData("internal_error", Call.Post, 1, true)]
    [InlineData("fatal_error", Call.Post, 1, true)]
    [InlineData("service_unavailable", Call.Post, 3, false)]
    [InlineData("request_timeout", Call.Post, 3, false)]
    [InlineData("service_unavailable", Call.OpenView, 1, false)]
    public async Task An_error_of_Slacks_own_tells_whether_something_may_be_done(string error, Call call, int tries, bool mayHaveHappened) =>
        (await FailAsync(_ => Reply.Error(error), call, tries, mayHaveHappened)).Error.ShouldBe(error);

    [Theory]
    [InlineData(Call.Read, 3, false)]
    [InlineData(Call.Post, 1, true)]
    public async Task An_answer_that_is_not_JSON_is_a_clear_fault(Call call, int tries, bool mayHaveHappened)
    {
        var failure = await FailAsync(_ => new Reply(200, "<html>Please log in to the network.</html>"), call, tries, mayHaveHappened);

        failure.Message.ShouldContain("200, but the answer (text/html) is not the JSON");
    }

    [Theory]
    [InlineData(404, "Slack:ApiBaseUrl")]
    [InlineData(302, "Slack:ApiBaseUrl")]
    public async Task A_wrong_place_is_named(int status, string words)
    {
        await using var web = await WebHarness.StartAsync(_ => new Reply(status, "<html>").With("Location", "/elsewhere"));

        var failure = await Should.ThrowAsync<SlackApiException>(web.Api.IntroduceAsync(None));

        failure.IsTransient.ShouldBeFalse();
        failure.Message.ShouldContain(words);
        web.Server.All.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(Call.Read, 3, false)]
    [InlineData(Call.Post, 1, true)]
    [InlineData(Call.Respond, 1, true)]
    public async Task A_connection_that_is_cut_loses_the_answer(Call call, int tries, bool mayHaveHappened)
    {
        await using var web = await WebHarness.StartAsync((_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var sent = SendAsync(web, call);
        await web.AdvanceUntilAsync(sent, Step, Most);

        var failure = await Should.ThrowAsync<SlackApiException>(sent);
        (failure.Error, failure.IsTransient, failure.MayHaveHappened).ShouldBe(("", true, mayHaveHappened));
        web.Server.All.Count.ShouldBe(tries);
    }

    [Theory]
    [InlineData(Call.Post)]
    [InlineData(Call.Respond)]
    [InlineData(Call.OpenView)]
    public async Task A_refused_connection_surely_did_nothing(Call call)
    {
        await using var web = await WebHarness.StartAsync(_ => Reply.Posted);
        await web.Server.DisposeAsync();

        var sent = SendAsync(web, call);
        await web.AdvanceUntilAsync(sent, Step, Most);

        var failure = await Should.ThrowAsync<SlackApiException>(sent);
        (failure.Error, failure.IsTransient, failure.MayHaveHappened).ShouldBe(("", true, false));
        (web.Api.Counters.Requests + web.Api.Counters.Responses).ShouldBe(call == Call.OpenView ? 1 : 3);
    }

    [Fact]
    public async Task A_post_without_an_answer_ends_after_fifteen_seconds_and_may_have_happened()
    {
        await using var web = await WebHarness.StartAsync((_, context) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));

        var post = web.PostAsync();
        await WebHarness.UntilAsync(() => web.Server.All.Count == 1, "the request arrives");
        web.Manual.Advance(TimeSpan.FromSeconds(14.9));
        post.IsCompleted.ShouldBeFalse();
        web.Manual.Advance(TimeSpan.FromSeconds(0.2));

        (await Should.ThrowAsync<SlackApiException>(post)).MayHaveHappened.ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_not_read()
    {
        await using var web = await WebHarness.StartAsync(
            (_, context) => context.Response.WriteAsync($$"""{"ok":true,"x":"{{new string('a', 5000)}}"}"""),
            new WebTuning { AnswerLimit = 4000 });
        await using var chunked = await WebHarness.StartAsync(
            async (_, context) =>
            {
                for (var part = 0; part < 10; part++)
                {
                    await context.Response.WriteAsync(new string(' ', 1000));
                    await context.Response.Body.FlushAsync();
                }
            },
            new WebTuning { AnswerLimit = 4000 });

        foreach (var api in new[] { web.Api, chunked.Api })
        {
            (await Should.ThrowAsync<SlackApiException>(api.PersonAsync("U1", None))).Message.ShouldContain("longer than");
        }
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"duplicate_client_msg_id","channel":"C1","ts":"9.000100"}""")]
    [InlineData("""{"ok":false,"error":"duplicate_client_msg_id","message":{"ts":"9.000100"}}""")]
    public async Task A_double_that_Slack_knows_is_the_message_that_was_posted(string body)
    {
        await using var web = await WebHarness.StartAsync(_ => new Reply(200, body));

        (await web.PostAsync(message: WebHarness.Marked("1@2"))).ShouldBe(new PostedMessage("C1", "9.000100", null));
    }

    [Fact]
    public async Task A_double_without_its_message_may_have_happened()
    {
        await using var web = await WebHarness.StartAsync(_ => Reply.Error("duplicate_client_msg_id"));

        (await Should.ThrowAsync<SlackApiException>(web.PostAsync(message: WebHarness.Marked("1@2")))).MayHaveHappened.ShouldBeTrue();
    }

    [Theory]
    [InlineData(404, "used_url", "used_url")]
    [InlineData(410, "expired_url", "expired_url")]
    [InlineData(200, """{"ok":false,"error":"invalid_blocks"}""", "invalid_blocks")]
    [InlineData(500, "<html>", "")]
    public async Task A_response_URL_tells_why_it_refuses(int status, string body, string error)
    {
        await using var web = await WebHarness.StartAsync(_ => new Reply(status, body));

        var failure = await Should.ThrowAsync<SlackApiException>(SendAsync(web, Call.Respond));

        (failure.Error, failure.IsTransient, failure.MayHaveHappened).ShouldBe((error, status == 500, status == 500));
        web.Server.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_its_own_end()
    {
        await using var web = await WebHarness.StartAsync((_, context) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        using var source = new CancellationTokenSource();

        var post = web.PostAsync(cancellationToken: source.Token);
        await WebHarness.UntilAsync(() => web.Server.All.Count == 1, "the request arrives");
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(post);
    }

    private static async Task<SlackApiException> FailAsync(Func<Received, Reply> answer, Call call, int tries, bool mayHaveHappened)
    {
        await using var web = await WebHarness.StartAsync(answer);

        var sent = SendAsync(web, call);
        await web.AdvanceUntilAsync(sent, Step, Most);

        var failure = await Should.ThrowAsync<SlackApiException>(sent);
        failure.IsTransient.ShouldBeTrue();
        failure.MayHaveHappened.ShouldBe(mayHaveHappened);
        web.Server.All.Count.ShouldBe(tries);
        return failure;
    }

    private static Task SendAsync(WebHarness web, Call call) => call switch
    {
        Call.Read => web.Api.PersonAsync("U1", None),
        Call.Update => web.Api.UpdateAsync("C1", "1.5", WebHarness.Text, None),
        Call.Post => web.PostAsync(),
        Call.Ephemeral => web.Api.PostEphemeralAsync("C1", "U1", WebHarness.Text, threadTs: null, None),
        Call.OpenView => web.Api.OpenViewAsync("1.2.3", WebHarness.Home, None),
        Call.UpdateView => web.Api.UpdateViewAsync("V1", null, WebHarness.Home, None),
        Call.Publish => web.Api.PublishHomeAsync("U1", WebHarness.Home, None),
        Call.OpenConnection => web.Api.OpenConnectionAsync(None),
        _ => web.Api.RespondAsync(web.ResponseUrl, new ResponseMessage { Text = "hello" }, None),
    };
}
