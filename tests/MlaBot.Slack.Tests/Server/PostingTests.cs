using System.Text.Json.Nodes;

namespace MlaBot.Slack.Tests.Server;

public sealed class PostingTests
{
    [Fact]
    public async Task A_message_is_posted_found_by_its_metadata_changed_and_deleted()
    {
        await using var slack = await LocalSlack.StartAsync();
        var metadata = new JsonObject { ["event_type"] = "mlabot_post", ["event_payload"] = new JsonObject { ["key"] = "5-1" } };
        var posted = await slack.CallAsync("chat.postMessage", new() { ["channel"] = slack.Daily.Id, ["text"] = "One", ["blocks"] = new JsonArray(Kit.Section("One")), ["metadata"] = metadata });
        var ts = posted["ts"]!.GetValue<string>();

        var reply = await slack.CallAsync("chat.postMessage", new() { ["channel"] = slack.Daily.Id, ["text"] = "Why", ["thread_ts"] = ts });
        var history = await slack.CallAsync("conversations.history", new() { ["channel"] = slack.Daily.Id, ["include_all_metadata"] = true, ["limit"] = 15 });
        var replies = await slack.CallAsync("conversations.replies", new() { ["channel"] = slack.Daily.Id, ["ts"] = ts });

        reply["message"]!["thread_ts"]!.GetValue<string>().ShouldBe(ts);
        history["messages"]!.AsArray().Count.ShouldBe(1);
        history["messages"]![0]!["metadata"]!["event_payload"]!["key"]!.GetValue<string>().ShouldBe("5-1");
        history["messages"]![0]!["reply_count"]!.GetValue<int>().ShouldBe(1);
        replies["messages"]!.AsArray().Select(message => message!["ts"]!.GetValue<string>()).ShouldBe([ts, reply["ts"]!.GetValue<string>()]);

        await slack.CallAsync("chat.update", new() { ["channel"] = slack.Daily.Id, ["ts"] = ts, ["text"] = "Closed" });
        slack.Daily.Find(ts)!.Blocks.ShouldBeEmpty();
        slack.Daily.Find(ts)!.Words.ShouldBe("Closed");
        await slack.CallAsync("chat.delete", new() { ["channel"] = slack.Daily.Id, ["ts"] = ts });
        slack.Daily.Find(ts).ShouldBeNull();
        slack.ShouldHaveNoViolations();
    }

    [Fact]
    public async Task Where_the_bot_may_not_write_the_error_says_why()
    {
        await using var slack = await LocalSlack.StartAsync();
        var elsewhere = slack.Control.AddChannel(slack.Control.AddTeam("Other"), "daily");
        var hidden = slack.Control.AddChannel(slack.Team, "hidden", isPrivate: true, slack.Ada);
        var open = slack.Control.AddChannel(slack.Team, "open");

        (await PostErrorAsync(slack, elsewhere.Id)).ShouldBe("channel_not_found");
        (await PostErrorAsync(slack, hidden.Id)).ShouldBe("channel_not_found");
        (await PostErrorAsync(slack, open.Id)).ShouldBe("not_in_channel");
        slack.Control.SetArchived(slack.Daily);
        (await PostErrorAsync(slack, slack.Daily.Id)).ShouldBe("is_archived");
        (await PostErrorAsync(slack, slack.Ada.Id)).ShouldBe("");
        slack.Control.DirectMessages(slack.Ada, slack.App).ShouldHaveSingleItem().Text.ShouldBe("Hello");
    }

    [Fact]
    public async Task An_ephemeral_message_is_seen_by_one_person_and_stored_for_nobody()
    {
        await using var slack = await LocalSlack.StartAsync();

        var answer = await slack.CallAsync("chat.postEphemeral", new() { ["channel"] = slack.Daily.Id, ["user"] = slack.Ada.Id, ["text"] = "For you" });
        var update = await slack.CallAsync("chat.update", new() { ["channel"] = slack.Daily.Id, ["ts"] = answer["message_ts"]!.GetValue<string>(), ["text"] = "No" });
        var history = await slack.CallAsync("conversations.history", new() { ["channel"] = slack.Daily.Id });

        slack.Control.Ephemerals(slack.Ada, slack.Daily).ShouldHaveSingleItem().Text.ShouldBe("For you");
        slack.Control.Ephemerals(slack.Ben, slack.Daily).ShouldBeEmpty();
        update["error"]!.GetValue<string>().ShouldBe("message_not_found");
        history["messages"]!.AsArray().ShouldBeEmpty();
        slack.Control.ReloadClient(slack.Ada);
        slack.Control.Ephemerals(slack.Ada, slack.Daily).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_channels_may_hold_the_same_timestamp_but_one_never_does()
    {
        await using var slack = await LocalSlack.StartAsync();
        var other = slack.Control.AddChannel(slack.Team, "other", isPrivate: false, slack.Ada);

        var stamps = Enumerable.Range(0, 3).Select(_ => slack.Control.Say(slack.Ada, slack.Daily, "x").Ts).ToList();

        stamps.ShouldBeUnique();
        slack.Control.Say(slack.Ada, other, "x").Ts.ShouldBe(stamps[0]);
    }

    [Fact]
    public async Task A_known_client_message_id_is_refused()
    {
        await using var slack = await LocalSlack.StartAsync();
        JsonObject Body() => new() { ["channel"] = slack.Daily.Id, ["text"] = "Once", ["client_msg_id"] = "2f8f7f5e-0000-4000-8000-000000000001" };

        await slack.CallAsync("chat.postMessage", Body());
        var second = await slack.CallAsync("chat.postMessage", Body());

        second["error"]!.GetValue<string>().ShouldBe("duplicate_client_msg_id");
        slack.Control.Seen(slack.Ada, slack.Daily).Count.ShouldBe(1);
        slack.ShouldHaveNoViolations();
    }

    private static async Task<string> PostErrorAsync(LocalSlack slack, string channel) =>
        (await slack.CallAsync("chat.postMessage", new() { ["channel"] = channel, ["text"] = "Hello" }))["error"]?.GetValue<string>() ?? "";
}
