using MlaBot.Slack.WebApi;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Tests.WebApi;

/// <summary>Searches everything that is logged or thrown for what must stay secret, also when Slack sends it back.</summary>
public sealed class SecretTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("refused")]
    [InlineData("limited")]
    [InlineData("broken")]
    [InlineData("status")]
    [InlineData("cut")]
    [InlineData("gone")]
    [InlineData("warned")]
    public async Task No_failure_and_no_log_line_holds_a_token_or_a_secret_address(string fault)
    {
        ScriptedSlack? server = null;
        var isUploading = fault is "warned" or "status";
        await using var web = await WebHarness.StartAsync((received, context) => AnswerAsync(received, context, fault, isUploading, server!.Root), new WebTuning { FaultDelays = [TimeSpan.FromSeconds(1)], LimitedTries = 2 });
        server = web.Server;
        if (fault == "gone")
        {
            await web.Server.DisposeAsync();
        }

        List<string> said = [];
        foreach (var call in Calls(web))
        {
            await web.AdvanceUntilAsync(call, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2));
            await call.ContinueWith(ended => said.Add($"{ended.Exception}"), None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        said.AddRange(web.Logs.Lines.Select(line => line.Text));
        said.ShouldContain(text => text.Contains("chat.postMessage", StringComparison.Ordinal), "the search must have something to find");
        string[] secrets = [WebHarness.BotToken, WebHarness.AppToken, "sEcReT", "aBcDeFgHi", "0123456789abcdef"];
        foreach (var secret in secrets)
        {
            said.ShouldAllBe(text => !text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Options_and_tokens_do_not_show_themselves()
    {
        var options = new SlackOptions { Workspaces = [WebHarness.Tokens] };

        $"{options} {WebHarness.Tokens}".ShouldNotContain("xox");
        $"{options} {WebHarness.Tokens}".ShouldNotContain("xapp");
    }

    private static IEnumerable<Task> Calls(WebHarness web)
    {
        yield return web.Api.OpenConnectionAsync(None);
        yield return web.Api.IntroduceAsync(None);
        yield return web.PostAsync();
        yield return web.Api.UpdateAsync("C1", "1.0", WebHarness.Text, None);
        yield return web.Api.RespondAsync(web.ResponseUrl, new ResponseMessage { Text = "hello" }, None);
        yield return web.Api.UploadAsync("a.png", new byte[] { 1 }, "A", None);
    }

    private static async Task AnswerAsync(Received received, Microsoft.AspNetCore.Http.HttpContext context, string fault, bool isUploading, Uri root)
    {
        var echo = $"{received.Authorization} {root}{received.Path[1..]} {received.Path} {WebHarness.BotToken} {WebHarness.AppToken} wss://x.example/?ticket=sEcReTtIcKeT {root}upload/sEcReTuPlOaD";
        if (isUploading && received.Method is "files.getUploadURLExternal")
        {
            await new Reply(200, $$"""{"ok":true,"upload_url":"{{root}}upload/sEcReTuPlOaD","file_id":"F1"}""").WriteAsync(context);
            return;
        }

        var reply = fault switch
        {
            "refused" => new Reply(200, $$$"""{"ok":false,"error":"invalid_arguments","errors":["{{{echo}}}"],"response_metadata":{"messages":["[ERROR] {{{echo}}}"]}}"""),
            "limited" => new Reply(429, $$$"""{"ok":false,"error":"ratelimited","response_metadata":{"messages":["{{{echo}}}"]}}""").With("Retry-After", "1"),
            "broken" => new Reply(200, echo),
            "status" => new Reply(500, echo),
            "warned" => new Reply(200, $$"""{"ok":true,"warning":"{{echo}}","response_metadata":{"warnings":["{{echo}}"],"messages":["{{echo}}"]},"url":"https://sEcReTtIcKeT.example/","channel":5}"""),
            _ => null,
        };
        if (reply is null)
        {
            context.Abort();
            return;
        }

        await reply.WriteAsync(context);
    }
}
