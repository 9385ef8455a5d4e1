using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Control;
using MlaBot.DiscordServer.World;

namespace MlaBot.Discord.Tests.Server;

public sealed class InteractionTests
{
    private const string Commands = """
        [{"name":"schedule","description":"Plan","default_member_permissions":"32","options":[
            {"type":1,"name":"add","description":"Add","options":[{"type":3,"name":"time","description":"When","required":true},
                {"type":7,"name":"channel","description":"Where"}]},
            {"type":1,"name":"list","description":"List"}]},
         {"name":"lookup","description":"Look up","options":[{"type":3,"name":"words","description":"What","required":true,"autocomplete":true}]}]
        """;

    [Fact]
    public async Task A_press_is_answered_with_a_private_message_that_only_one_person_sees()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var press = await PressAsync(discord);

        var reply = await discord.AnswerAsync(press, 4, Private("Right"), "?with_response=true");

        reply.Status.ShouldBe(200);
        reply.Json!["interaction"]!["response_message_ephemeral"]!.GetValue<bool>().ShouldBeTrue();
        var response = await press.FirstResponse;
        (response.Type, response.Text).ShouldBe((4, "Right"));
        discord.Server.Control.Seen(discord.Ada, discord.Channel).Count.ShouldBe(2);
        discord.Server.Control.Seen(discord.Olga, discord.Channel).Count.ShouldBe(1);
        (await discord.SendAsync("GET", $"{discord.Messages}/{response.Message!.Id}")).ShouldBeError(404, 10008);
        discord.Server.Control.ReloadClient(discord.Ada);
        discord.Server.Control.Seen(discord.Ada, discord.Channel).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_second_answer_is_refused()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var press = await PressAsync(discord);
        (await discord.AnswerAsync(press, 4, Private("Right"))).Status.ShouldBe(204);

        (await discord.AnswerAsync(press, 4, Private("Again"))).ShouldBeError(400, 40060);
        discord.Channel.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_in_time_is_taken_and_a_late_one_is_unknown()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var (inTime, late) = (await PressAsync(discord), await PressAsync(discord));

        discord.Clock.Advance(TimeSpan.FromMilliseconds(2999));
        (await discord.AnswerAsync(inTime, 4, Private("Right"))).Status.ShouldBe(204);
        discord.Clock.Advance(TimeSpan.FromMilliseconds(2));
        (await discord.AnswerAsync(late, 4, Private("Right"))).ShouldBeError(404, 10062);

        (await late.FirstResponse).IsFailed.ShouldBeTrue();
        (await inTime.FirstResponse).Delay.ShouldBe(TimeSpan.FromMilliseconds(2999));
    }

    [Fact]
    public async Task A_made_up_interaction_is_unknown()
    {
        await using var discord = await LocalDiscord.StartAsync();

        (await discord.SendAsync("POST", "/interactions/1234567890123456789/none/callback", new JsonObject { ["type"] = 6 })).ShouldBeError(404, 10062);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(1)]
    [InlineData(99)]
    public async Task A_press_takes_no_callback_of_another_kind(int type)
    {
        await using var discord = await LocalDiscord.StartAsync();
        var press = await PressAsync(discord);

        (await discord.AnswerAsync(press, type, new JsonObject())).Status.ShouldBe(400);
        press.AnsweredWith.ShouldBeNull();
    }

    [Fact]
    public async Task A_command_has_no_message_to_update_and_an_autocomplete_takes_only_choices()
    {
        await using var discord = await LocalDiscord.StartAsync();
        await discord.RegisterAsync(Commands);
        var command = discord.Server.Control.Command(discord.Ada, discord.Channel, "lookup", new Dictionary<string, object> { ["words"] = "s3" });
        var typing = discord.Server.Control.AutocompleteAsync(discord.Ada, discord.Channel, "lookup", "words", "s");
        var typed = discord.Server.World.Interactions.Values.Single(interaction => interaction.Type == Interaction.AutocompleteType);

        (await discord.AnswerAsync(command, 7, LocalDiscord.Card("No"))).Status.ShouldBe(400);
        (await discord.AnswerAsync(typed, 4, Private("No"))).Status.ShouldBe(400);
        var choices = new JsonObject { ["choices"] = new JsonArray(new JsonObject { ["name"] = "Amazon S3", ["value"] = "s3" }) };
        (await discord.AnswerAsync(typed, 8, choices)).Status.ShouldBe(204);

        typed.Data["options"]![0]!["focused"]!.GetValue<bool>().ShouldBeTrue();
        (await typing).Choices.ShouldBe([new AutocompleteChoice("Amazon S3", "s3")]);
    }

    [Fact]
    public async Task An_update_changes_the_message_of_the_button()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var press = await PressAsync(discord);

        (await discord.AnswerAsync(press, 7, LocalDiscord.Card("After"))).Status.ShouldBe(204);

        (await press.FirstResponse).Message.ShouldBe(press.Source);
        press.Source!.Text.ShouldStartWith("After");
        discord.Channel.Messages.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("/messages/@original")]
    [InlineData("/messages/%40original")]
    public async Task A_thinking_message_is_filled_by_an_edit(string path)
    {
        await using var discord = await LocalDiscord.StartAsync();
        var press = await PressAsync(discord);
        await discord.AnswerAsync(press, 5, new JsonObject { ["flags"] = 64 });
        var original = (await press.FirstResponse).Message!;
        (original.Flags & Message.Loading).ShouldBe(Message.Loading);

        var reply = await discord.WebhookAsync("PATCH", press, path, LocalDiscord.Card("Done"));

        reply.Status.ShouldBe(200, reply.Json?.ToJsonString());
        (original.Flags & Message.Loading).ShouldBe(0);
        original.Text.ShouldStartWith("Done");
        press.FollowUps.ShouldBe(0);
    }

    [Fact]
    public async Task A_follow_up_fills_a_thinking_message_and_is_counted_otherwise()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var press = await PressAsync(discord);
        await discord.AnswerAsync(press, 5);

        var filled = await discord.WebhookAsync("POST", press, "?wait=true", LocalDiscord.Card("Done"));
        var more = await discord.WebhookAsync("POST", press, "?wait=1", LocalDiscord.Card("More"));

        filled.Id.ShouldBe(press.Original!.Id);
        more.Id.ShouldNotBe(filled.Id);
        press.FollowUps.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_works_for_fifteen_minutes_and_only_after_the_first_answer()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var press = await PressAsync(discord);
        (await discord.WebhookAsync("PATCH", press, "/messages/@original", LocalDiscord.Card("Early"))).ShouldBeError(404, 10015);
        await discord.AnswerAsync(press, 4, Private("Right"));

        discord.Clock.Advance(TimeSpan.FromMinutes(14));
        (await discord.WebhookAsync("GET", press, "/messages/@original")).Status.ShouldBe(200);
        discord.Clock.Advance(TimeSpan.FromMinutes(2));
        (await discord.WebhookAsync("GET", press, "/messages/@original")).ShouldBeError(401, 50027);
    }

    [Fact]
    public async Task A_modal_is_opened_filled_in_and_sent()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var press = await PressAsync(discord);
        var modal = JsonNode.Parse("""
            {"custom_id":"form","title":"Form","components":[{"type":18,"label":"Name","component":{"type":4,"custom_id":"name","style":1,"max_length":5}},
             {"type":18,"label":"Order","component":{"type":3,"custom_id":"first","options":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}}]}
            """);
        await discord.AnswerAsync(press, 9, modal);
        var control = discord.Server.Control;

        (await press.FirstResponse).Text.ShouldStartWith("Form\nName");
        Should.Throw<ControlException>(() => control.Submit(press, Fields(("name", "too long"), ("first", "a"))));
        Should.Throw<ControlException>(() => control.Submit(press, Fields(("name", "Ada"), ("first", "c"))));
        Should.Throw<ControlException>(() => control.Submit(press, Fields(("name", "Ada"), ("other", "a"))));
        var submit = control.Submit(press, Fields(("name", "Ada"), ("first", "b")));

        submit.Data["components"]![0]!["component"]!["value"]!.GetValue<string>().ShouldBe("Ada");
        submit.Data["components"]![1]!["component"]!["values"]!.ToJsonString().ShouldBe("""["b"]""");
        (await discord.AnswerAsync(submit, 9, modal!.DeepClone())).Status.ShouldBe(400);
        (await discord.AnswerAsync(submit, 7, LocalDiscord.Card("Thanks"))).Status.ShouldBe(204);
        press.Source!.Text.ShouldStartWith("Thanks");
    }

    [Fact]
    public async Task Discords_client_refuses_what_the_message_does_not_offer()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var control = discord.Server.Control;
        var open = await discord.PostAsync(LocalDiscord.Card("Open"));
        var closed = await discord.PostAsync(LocalDiscord.Card("Closed", isDisabled: true));
        var stranger = control.AddUser("eve");

        Should.Throw<ControlException>(() => control.Press(discord.Ada, open, "other"));
        Should.Throw<ControlException>(() => control.Press(discord.Ada, closed, "answer:A"));
        Should.Throw<ControlException>(() => control.Press(stranger, open, "answer:A"));
        control.DeleteMessage(open);
        Should.Throw<ControlException>(() => control.Press(discord.Ada, open, "answer:A"));
    }

    [Fact]
    public async Task A_menu_takes_only_as_many_values_as_it_asks_for()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var menu = JsonNode.Parse("""
            {"content":"Pick two","components":[{"type":1,"components":[{"type":3,"custom_id":"pick","min_values":2,"max_values":2,
             "options":[{"label":"A","value":"a"},{"label":"B","value":"b"},{"label":"C","value":"c"}]}]}]}
            """)!;
        var message = await discord.PostAsync(menu);
        var control = discord.Server.Control;

        Should.Throw<ControlException>(() => control.Choose(discord.Ada, message, "pick", "a"));
        Should.Throw<ControlException>(() => control.Choose(discord.Ada, message, "pick", "a", "d"));
        control.Choose(discord.Ada, message, "pick", "a", "c").Data["values"]!.ToJsonString().ShouldBe("""["a","c"]""");
    }

    [Fact]
    public async Task A_command_is_checked_against_the_registered_table()
    {
        await using var discord = await LocalDiscord.StartAsync();
        await discord.RegisterAsync(Commands);
        var control = discord.Server.Control;
        var at = Fields(("time", "09:00"));

        Should.Throw<ControlException>(() => control.Command(discord.Olga, discord.Channel, "unknown"));
        Should.Throw<ControlException>(() => control.Command(discord.Olga, discord.Channel, "schedule"));
        Should.Throw<ControlException>(() => control.Command(discord.Olga, discord.Channel, "schedule add"));
        Should.Throw<ControlException>(() => control.Command(discord.Ada, discord.Channel, "schedule add", at));
        var command = control.Command(discord.Olga, discord.Channel, "schedule add", Fields(("time", "09:00"), ("channel", discord.Channel)));

        command.Data["options"]![0]!["options"]![0]!["value"]!.GetValue<string>().ShouldBe("09:00");
        command.Data["resolved"]!["channels"]![discord.Channel.Id.ToString()].ShouldNotBeNull();
    }

    [Fact]
    public async Task Overwriting_commands_keeps_the_ids_of_equal_names()
    {
        await using var discord = await LocalDiscord.StartAsync();
        await discord.RegisterAsync(Commands);
        var path = $"/applications/{discord.Bot.ApplicationId}/commands";
        var before = (await discord.SendAsync("GET", path)).Json!.AsArray();

        await discord.RegisterAsync("""[{"name":"lookup","description":"New words"},{"name":"help","description":"Help"}]""");

        var after = (await discord.SendAsync("GET", path)).Json!.AsArray();
        after.Select(command => command!["name"]!.GetValue<string>()).ShouldBe(["lookup", "help"]);
        after[0]!["id"]!.GetValue<string>().ShouldBe(before[1]!["id"]!.GetValue<string>());
    }

    private static Dictionary<string, object> Fields(params (string Name, object Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value);

    private static JsonObject Private(string text) => new()
    {
        ["flags"] = Message.ComponentsV2 | Message.Ephemeral,
        ["components"] = new JsonArray(new JsonObject { ["type"] = 10, ["content"] = text }),
    };

    private static async Task<Interaction> PressAsync(LocalDiscord discord)
    {
        var message = discord.Channel.Messages.FirstOrDefault() ?? await discord.PostAsync(LocalDiscord.Card("Question"));
        return discord.Server.Control.Press(discord.Ada, message, "answer:A");
    }
}
