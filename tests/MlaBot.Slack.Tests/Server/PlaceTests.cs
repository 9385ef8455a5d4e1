using System.Text.Json.Nodes;

namespace MlaBot.Slack.Tests.Server;

public sealed class PlaceTests
{
    [Fact]
    public async Task A_bot_joins_public_channels_only()
    {
        await using var slack = await LocalSlack.StartAsync();
        var open = slack.Control.AddChannel(slack.Team, "open");
        var hidden = slack.Control.AddChannel(slack.Team, "hidden", isPrivate: true, slack.Ada, slack.App.Bot);

        var joined = await slack.CallAsync("conversations.join", new() { ["channel"] = open.Id });
        var refused = await slack.CallAsync("conversations.join", new() { ["channel"] = hidden.Id });

        joined["channel"]!["is_member"]!.GetValue<bool>().ShouldBeTrue();
        refused["error"]!.ToString().ShouldBe("method_not_supported_for_channel_type");
    }

    [Fact]
    public async Task Lists_come_in_pages_and_show_what_the_bot_may_see()
    {
        await using var slack = await LocalSlack.StartAsync();
        slack.Control.AddChannel(slack.Team, "open");
        slack.Control.AddChannel(slack.Team, "hidden", isPrivate: true, slack.Ada);
        var args = new JsonObject { ["types"] = "public_channel,private_channel", ["limit"] = 1 };

        var first = await slack.CallAsync("conversations.list", args);
        args["cursor"] = first["response_metadata"]!["next_cursor"]!.ToString();
        var second = await slack.CallAsync("conversations.list", args);

        new[] { first, second }.Select(page => page["channels"]!.AsArray().Single()!["name"]!.ToString()).ShouldBe(["daily", "open"]);
        second["response_metadata"]!["next_cursor"]!.ToString().ShouldBe("");
    }

    [Fact]
    public async Task A_direct_conversation_is_opened_once()
    {
        await using var slack = await LocalSlack.StartAsync();

        var first = await slack.CallAsync("conversations.open", new() { ["users"] = slack.Ada.Id });
        var second = await slack.CallAsync("conversations.open", new() { ["users"] = slack.Ada.Id });

        second["channel"]!["id"]!.ToString().ShouldBe(first["channel"]!["id"]!.ToString());
        first["channel"]!["id"]!.ToString().ShouldStartWith("D");
    }

    [Fact]
    public async Task Workspaces_know_nothing_of_each_other()
    {
        await using var slack = await LocalSlack.StartAsync();
        var other = slack.Control.AddApp(slack.Control.AddTeam("Other"), "other");

        (await slack.CallAsync("conversations.info", new() { ["channel"] = slack.Daily.Id }, other))["error"]!.ToString().ShouldBe("channel_not_found");
        (await slack.CallAsync("users.info", new() { ["user"] = slack.Ada.Id }, other))["error"]!.ToString().ShouldBe("user_not_found");
    }
}
