using System.Text.Json.Nodes;
using MlaBot.SlackServer.Control;

namespace MlaBot.Slack.Tests.Server;

public sealed class ActTests
{
    [Fact]
    public async Task A_command_carries_what_Slack_sends_and_its_answer_is_seen_by_the_person_only()
    {
        await using var slack = await LocalSlack.StartAsync();
        slack.Sockets.Answer = (_, _) => new() { ["text"] = "Here you are" };

        var act = await slack.Control.CommandAsync(slack.Ada, slack.Daily, "/mla schedule list");

        var (type, payload, accepts) = slack.Sockets.Heard[^1];
        (type, accepts).ShouldBe(("slash_commands", true));
        (payload["command"]!.ToString(), payload["text"]!.ToString(), payload["channel_name"]!.ToString()).ShouldBe(("/mla", "schedule list", "daily"));
        payload["is_enterprise_install"]!.GetValue<string>().ShouldBe("false");
        act.Messages.ShouldHaveSingleItem().Reader.ShouldBe(slack.Ada);
        slack.Control.Seen(slack.Ben, slack.Daily).ShouldBeEmpty();
        slack.ShouldHaveNoViolations();
    }

    [Fact]
    public async Task A_command_works_where_the_bot_is_not_and_for_nobody_outside_a_private_channel()
    {
        await using var slack = await LocalSlack.StartAsync();
        var hidden = slack.Control.AddChannel(slack.Team, "hidden", isPrivate: true, slack.Ada);

        var act = await slack.Control.CommandAsync(slack.Ada, hidden, "/mla help");
        (await slack.RespondAsync(act, new() { ["text"] = "Help" })).ShouldBe((200, "ok"));

        (await act.MessageAsync()).Channel.ShouldBe(hidden);
        await Should.ThrowAsync<ControlException>(() => slack.Control.CommandAsync(slack.Ben, hidden, "/mla help"));
    }

    [Fact]
    public async Task An_act_that_is_not_acknowledged_times_out_for_the_person()
    {
        await using var slack = await LocalSlack.StartAsync();
        slack.Sockets.IsSilent = true;

        (await slack.Control.CommandAsync(slack.Ada, slack.Daily, "/mla help")).IsTimedOut.ShouldBeTrue();
    }

    [Fact]
    public async Task A_press_is_answered_in_private_and_its_answer_can_replace_itself()
    {
        await using var slack = await LocalSlack.StartAsync();
        var question = await slack.PostAsync(Kit.Section("Which?"), Kit.Actions(Kit.Button("answer:A", "A"), Kit.Button("answer:B", "B")));

        var press = await slack.Control.PressLabelAsync(slack.Ada, question, "B");
        await slack.RespondAsync(press, new() { ["text"] = "Right", ["response_type"] = "ephemeral", ["replace_original"] = false, ["blocks"] = new JsonArray(Kit.Actions(Kit.Button("why", "Why"))) });
        var answer = await press.MessageAsync();
        var second = await slack.Control.PressAsync(slack.Ada, answer, "why");
        await slack.RespondAsync(second, new() { ["text"] = "Because", ["replace_original"] = true });

        press.Payload["actions"]![0]!["action_id"]!.ToString().ShouldBe("answer:B");
        press.Payload["message"]!["blocks"]!.AsArray().Count.ShouldBe(2);
        press.Payload["container"]!["is_ephemeral"]!.GetValue<bool>().ShouldBeFalse();
        second.Payload["container"]!["is_ephemeral"]!.GetValue<bool>().ShouldBeTrue();
        ((JsonObject)second.Payload["message"]!).ContainsKey("blocks").ShouldBeFalse();
        slack.Control.Ephemerals(slack.Ada, slack.Daily).ShouldHaveSingleItem().Words.ShouldBe("Because");
        question.Edits.ShouldBe(0);
        slack.ShouldHaveNoViolations();
    }

    [Fact]
    public async Task Only_what_stands_on_a_message_can_be_used()
    {
        await using var slack = await LocalSlack.StartAsync();
        var post = await slack.PostAsync(Kit.Actions(Kit.Button("go", "Go"), Kit.Checkboxes("ticks", "a", "b")));

        await Should.ThrowAsync<ControlException>(() => slack.Control.PressAsync(slack.Ada, post, "gone"));
        await Should.ThrowAsync<ControlException>(() => slack.Control.ChooseAsync(slack.Ada, post, "ticks", "c"));
        var act = await slack.Control.ChooseAsync(slack.Ada, post, "ticks", "a", "b");
        var press = await slack.Control.PressAsync(slack.Ada, post, "go");
        var other = await slack.Control.PressAsync(slack.Ben, post, "go");

        var block = post.Blocks[0]!["block_id"]!.ToString();
        act.Payload["actions"]![0]!["selected_options"]!.AsArray().Count.ShouldBe(2);
        press.Payload["state"]!["values"]![block]!["ticks"]!["selected_options"]![1]!["value"]!.ToString().ShouldBe("b");
        other.Payload["state"]!["values"]![block]!["ticks"]!["selected_options"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_response_url_is_good_for_five_uses_and_thirty_minutes()
    {
        await using var slack = await LocalSlack.StartAsync();
        var first = await slack.Control.CommandAsync(slack.Ada, slack.Daily, "/mla help");
        var late = await slack.Control.CommandAsync(slack.Ada, slack.Daily, "/mla help");

        for (var use = 0; use < 5; use++)
        {
            (await slack.RespondAsync(first, new() { ["text"] = "Again" })).Status.ShouldBe(200);
        }

        (await slack.RespondAsync(first, new() { ["text"] = "Again" })).ShouldBe((404, "used_url"));
        slack.Server.World.Violations.ShouldHaveSingleItem().Method.ShouldBe("response_url");
        slack.Clock.Advance(TimeSpan.FromMinutes(31));
        (await slack.RespondAsync(late, new() { ["text"] = "Late" })).ShouldBe((404, "expired_url"));
    }

    [Fact]
    public async Task People_who_write_are_heard_in_private_and_when_they_mention_the_bot()
    {
        await using var slack = await LocalSlack.StartAsync();

        slack.Control.Say(slack.Ada, slack.Daily, "nothing to hear");
        slack.Control.Mention(slack.Ada, slack.Daily, slack.App, "a <b> & c");
        slack.Control.SayDirect(slack.Ada, slack.App, "help");

        var heard = slack.Sockets.Events.Where(one => one["type"]!.ToString() is "message" or "app_mention").ToList();
        heard.Select(one => one["type"]!.ToString()).ShouldBe(["app_mention", "message"]);
        heard[0]["text"]!.ToString().ShouldBe($"<@{slack.App.Bot.Id}> a &lt;b&gt; &amp; c");
        heard[1]["channel_type"]!.ToString().ShouldBe("im");
    }

    [Fact]
    public async Task A_bot_hears_of_its_own_messages_in_private_too()
    {
        await using var slack = await LocalSlack.StartAsync();

        var posted = await slack.CallAsync("chat.postMessage", new() { ["channel"] = slack.Ada.Id, ["text"] = "A reminder" });
        await slack.CallAsync("chat.update", new() { ["channel"] = posted["channel"]!.ToString(), ["ts"] = posted["ts"]!.ToString(), ["text"] = "Later" });

        var heard = slack.Sockets.Events.Where(one => one["type"]!.ToString() is "message").ToList();
        heard[0]["bot_id"]!.ToString().ShouldBe(slack.App.BotId);
        (heard[1]["subtype"]!.ToString(), heard[1]["previous_message"]!["text"]!.ToString()).ShouldBe(("message_changed", "A reminder"));
    }

    [Fact]
    public async Task A_change_of_a_message_that_a_reload_took_away_is_seen_by_nobody()
    {
        await using var slack = await LocalSlack.StartAsync();
        slack.Sockets.Answer = (type, _) => type == "slash_commands" ? new() { ["text"] = "x", ["blocks"] = new JsonArray(Kit.Actions(Kit.Button("next", "Next"))) } : null;
        var command = await slack.Control.CommandAsync(slack.Ada, slack.Daily, "/mla quiz");
        var press = await slack.Control.PressAsync(slack.Ada, await command.MessageAsync(), "next");

        slack.Control.ReloadClient(slack.Ada);
        (await slack.RespondAsync(press, new() { ["text"] = "Next", ["replace_original"] = true })).Status.ShouldBe(200);

        slack.Control.Seen(slack.Ada, slack.Daily).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_happens_to_a_channel_and_a_profile_is_told()
    {
        await using var slack = await LocalSlack.StartAsync();

        slack.Control.SetZone(slack.Ada, "Asia/Tokyo");
        slack.Control.SetArchived(slack.Daily);
        slack.Control.SetArchived(slack.Daily, isArchived: false);
        slack.Control.RemoveBot(slack.Daily, slack.App);

        slack.Sockets.Events.Select(one => one["type"]!.ToString()).ShouldBe(["member_joined_channel", "user_change", "channel_archive", "channel_unarchive", "channel_left"]);
        slack.Sockets.Events[1]["user"]!["tz"]!.ToString().ShouldBe("Asia/Tokyo");
    }
}
