using System.Text.Json.Nodes;
using MlaBot.SlackServer.Faults;

namespace MlaBot.Slack.Tests.Server;

public sealed class FaultTests
{
    [Theory]
    [InlineData(FaultKind.DropBefore, 0)]
    [InlineData(FaultKind.DropAfter, 1)]
    public async Task A_lost_answer_leaves_the_message_or_does_not(FaultKind kind, int posted)
    {
        await using var slack = await LocalSlack.StartAsync();
        slack.Server.Faults.Add(new(kind) { Method = "chat.postMessage", Times = 1 });

        await Should.ThrowAsync<HttpRequestException>(() => slack.CallAsync("chat.postMessage", new() { ["channel"] = slack.Daily.Id, ["text"] = "x" }));

        slack.Daily.Messages.Count.ShouldBe(posted);
        slack.Server.Requests.Last().Status.ShouldBe(0);
    }

    [Fact]
    public async Task An_internal_error_may_come_after_the_message_was_posted()
    {
        await using var slack = await LocalSlack.StartAsync();
        slack.Server.Faults.Add(new(FaultKind.RefuseAfter) { Method = "chat.postMessage", Times = 1, Error = "fatal_error" });

        var answer = await slack.CallAsync("chat.postMessage", new() { ["channel"] = slack.Daily.Id, ["text"] = "x" });

        answer["error"]!.ToString().ShouldBe("fatal_error");
        slack.Daily.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_block_that_is_not_rolled_out_yet_is_refused_and_classic_ones_pass()
    {
        await using var slack = await LocalSlack.StartAsync();
        slack.Server.Faults.Add(new(FaultKind.InvalidBlock) { BlockType = "table" });
        var table = new JsonObject { ["type"] = "table", ["rows"] = new JsonArray(new JsonArray(new JsonObject { ["type"] = "raw_text", ["text"] = "a" })) };
        var body = new JsonObject { ["channel"] = slack.Daily.Id, ["text"] = "x", ["blocks"] = new JsonArray(table) };

        (await slack.CallAsync("chat.postMessage", body))["error"]!.ToString().ShouldBe("invalid_blocks");
        await slack.PostAsync(Kit.Section("classic"));
        slack.Server.Faults.Clear();
        (await slack.CallAsync("chat.postMessage", body))["ok"]!.GetValue<bool>().ShouldBeTrue();
        slack.ShouldHaveNoViolations();
    }

    [Fact]
    public async Task A_server_error_is_no_JSON_and_nothing_was_done()
    {
        await using var slack = await LocalSlack.StartAsync();
        slack.Server.Faults.Add(new(FaultKind.ServerError) { Status = 503, Times = 1 });

        using var answer = await slack.SendAsync("chat.postMessage", new() { ["channel"] = slack.Daily.Id, ["text"] = "x" }, slack.App.BotToken);

        ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType).ShouldBe((503, "text/html"));
        slack.Daily.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_was_away_comes_back_on_its_port_with_all_it_knew()
    {
        await using var slack = await LocalSlack.StartAsync();
        var (address, post) = (slack.Server.ApiBaseUrl, await slack.PostAsync(Kit.Section("kept")));

        await slack.Server.StopAsync();
        await Should.ThrowAsync<HttpRequestException>(() => slack.CallAsync("auth.test", []));
        await slack.Server.StartAgainAsync();

        slack.Server.ApiBaseUrl.ShouldBe(address);
        (await slack.CallAsync("chat.getPermalink", new() { ["channel"] = slack.Daily.Id, ["message_ts"] = post.Ts }))["permalink"]!.ToString().ShouldEndWith("/p" + post.Ts.Replace(".", ""));
    }
}
