using System.Text.Json.Nodes;
using MlaBot.SlackServer.Control;
using MlaBot.SlackServer.World;

namespace MlaBot.Slack.Tests.Server;

public sealed class ViewTests
{
    [Fact]
    public async Task A_trigger_opens_one_view_within_three_seconds()
    {
        await using var slack = await LocalSlack.StartAsync();
        var act = await slack.Control.CommandAsync(slack.Ada, slack.Daily, "/mla setup");
        var late = await slack.Control.CommandAsync(slack.Ada, slack.Daily, "/mla setup");

        (await OpenAsync(slack, act)).ShouldBe("");
        (await OpenAsync(slack, act)).ShouldBe("exchanged_trigger_id");
        slack.Clock.Advance(TimeSpan.FromSeconds(3.1));
        (await OpenAsync(slack, late)).ShouldBe("expired_trigger_id");
        (await act.ViewAsync()).ShouldBe(slack.Control.TopView(slack.Ada));
        slack.ShouldHaveNoViolations();
    }

    [Fact]
    public async Task A_submission_carries_all_values_and_an_empty_required_input_is_never_sent()
    {
        await using var slack = await LocalSlack.StartAsync();
        var view = await OpenFormAsync(slack, Kit.Input("name", Kit.TextInput("typed")), Kit.Input("parts", Kit.Checkboxes("ticks", "a", "b"), isOptional: true));
        var before = slack.Sockets.Heard.Count;

        await Should.ThrowAsync<ControlException>(() => slack.Control.SubmitAsync(slack.Ada, view));
        slack.Sockets.Heard.Count.ShouldBe(before);
        var act = await slack.Control.SubmitAsync(slack.Ada, view, new Dictionary<string, object?> { ["typed"] = "Ada", ["ticks"] = new[] { "b" } });

        var values = act.Payload["view"]!["state"]!["values"]!;
        values["name"]!["typed"]!["value"]!.ToString().ShouldBe("Ada");
        values["parts"]!["ticks"]!["selected_options"]![0]!["value"]!.ToString().ShouldBe("b");
        act.Payload["view"]!["private_metadata"]!.ToString().ShouldBe("post 7");
        view.IsOpen.ShouldBeFalse();
        slack.Control.TopView(slack.Ada).ShouldBeNull();
    }

    [Fact]
    public async Task Errors_keep_the_view_open_and_must_name_input_blocks()
    {
        await using var slack = await LocalSlack.StartAsync();
        var view = await OpenFormAsync(slack, Kit.Input("name", Kit.TextInput("typed")), Kit.Section("Words"));
        var values = new Dictionary<string, object?> { ["typed"] = "x" };

        slack.Sockets.Answer = (_, _) => new() { ["response_action"] = "errors", ["errors"] = new JsonObject { ["name"] = "Too short" } };
        var refused = await slack.Control.SubmitAsync(slack.Ada, view, values);
        slack.ShouldHaveNoViolations();
        slack.Sockets.Answer = (_, _) => new() { ["response_action"] = "errors", ["errors"] = new JsonObject { ["other"] = "Wrong" } };
        await slack.Control.SubmitAsync(slack.Ada, view, values);

        refused.Errors.ShouldHaveSingleItem().ShouldBe(new("name", "Too short"));
        view.IsOpen.ShouldBeTrue();
        slack.Server.World.Violations.ShouldContain(one => one.What.Contains("\"other\" is not the block_id"));
    }

    [Fact]
    public async Task A_submission_can_change_stack_and_clear_views_three_deep_at_most()
    {
        await using var slack = await LocalSlack.StartAsync();
        var first = await OpenFormAsync(slack, Kit.Section("One"));
        slack.Sockets.Answer = (_, _) => new() { ["response_action"] = "push", ["view"] = Kit.Modal(Kit.Section("Next")) };

        var second = await (await slack.Control.SubmitAsync(slack.Ada, first)).ViewAsync();
        var third = await (await slack.Control.SubmitAsync(slack.Ada, second)).ViewAsync();
        await slack.Control.SubmitAsync(slack.Ada, third);

        (third.PreviousId, third.RootId).ShouldBe((second.Id, first.Id));
        slack.Server.World.Violations.ShouldHaveSingleItem().What.ShouldContain("push_limit_reached");
        slack.Sockets.Answer = (_, _) => new() { ["response_action"] = "update", ["view"] = Kit.Modal(Kit.Section("Changed")) };
        (await slack.Control.SubmitAsync(slack.Ada, third)).View.ShouldBe(third);
        third.Words.ShouldContain("Changed");
        slack.Sockets.Answer = (_, _) => new() { ["response_action"] = "clear" };
        await slack.Control.SubmitAsync(slack.Ada, third);
        slack.Control.TopView(slack.Ada).ShouldBeNull();
    }

    [Fact]
    public async Task An_update_keeps_what_was_typed_and_minds_the_hash()
    {
        await using var slack = await LocalSlack.StartAsync();
        var view = await OpenFormAsync(slack, Kit.Input("name", Kit.TextInput("typed")));
        slack.Control.Fill(slack.Ada, view, new Dictionary<string, object?> { ["typed"] = "kept" });
        var stale = view.Hash;
        JsonObject Update(string hash) => new() { ["view_id"] = view.Id, ["hash"] = hash, ["view"] = Kit.Modal(Kit.Section("Page 2"), Kit.Input("name", Kit.TextInput("typed"))) };

        (await slack.CallAsync("views.update", Update(stale)))["ok"]!.GetValue<bool>().ShouldBeTrue();
        (await slack.CallAsync("views.update", Update(stale)))["error"]!.ToString().ShouldBe("hash_conflict");

        var act = await slack.Control.SubmitAsync(slack.Ada, view);
        act.Payload["view"]!["state"]!["values"]!["name"]!["typed"]!["value"]!.ToString().ShouldBe("kept");
    }

    [Fact]
    public async Task A_press_in_a_view_pushes_another_and_closing_is_told_to_those_who_asked()
    {
        await using var slack = await LocalSlack.StartAsync();
        var view = await OpenFormAsync(slack, Kit.Actions(Kit.Button("more", "More")));

        var press = await slack.Control.PressAsync(slack.Ada, view, "more");
        var pushed = await slack.CallAsync("views.push", new() { ["trigger_id"] = press.Payload["trigger_id"]!.ToString(), ["view"] = Kit.Modal(Kit.Section("Deeper")) });
        var top = slack.Control.TopView(slack.Ada)!;
        var closed = await slack.Control.CloseAsync(slack.Ada, top);

        press.Payload.ContainsKey("response_url").ShouldBeFalse();
        press.Payload["container"]!["view_id"]!.ToString().ShouldBe(view.Id);
        pushed["view"]!["id"]!.ToString().ShouldBe(top.Id);
        closed!.Payload["is_cleared"]!.GetValue<bool>().ShouldBeFalse();
        slack.Control.TopView(slack.Ada).ShouldBe(view);
    }

    [Fact]
    public async Task An_external_menu_offers_what_the_bot_answers_and_only_that_can_be_chosen()
    {
        await using var slack = await LocalSlack.StartAsync();
        var view = await OpenFormAsync(slack, Kit.Input("service", new() { ["type"] = "external_select", ["action_id"] = "find", ["min_query_length"] = 2 }));
        slack.Sockets.Answer = (_, payload) => payload["type"]?.ToString() is "block_suggestion" ? new() { ["options"] = new JsonArray(Kit.Option("sagemaker")) } : null;

        (await slack.Control.SuggestAsync(slack.Ada, view, "find", "s")).ShouldBeNull();
        var act = await slack.Control.SuggestAsync(slack.Ada, view, "find", "sa");
        Should.Throw<ControlException>(() => slack.Control.Fill(slack.Ada, view, new Dictionary<string, object?> { ["find"] = "s3" }));
        var sent = await slack.Control.SubmitAsync(slack.Ada, view, new Dictionary<string, object?> { ["find"] = "sagemaker" });

        act!.Options.ShouldBe([("sagemaker", "SAGEMAKER")]);
        sent.Payload["view"]!["state"]!["values"]!["service"]!["find"]!["selected_option"]!["value"]!.ToString().ShouldBe("sagemaker");
        slack.ShouldHaveNoViolations();
    }

    [Fact]
    public async Task A_home_is_published_for_one_person_and_told_when_it_is_opened()
    {
        await using var slack = await LocalSlack.StartAsync();
        var home = new JsonObject { ["type"] = "home", ["blocks"] = new JsonArray(Kit.Section("Your streak: 3"), Kit.Actions(Kit.Button("refresh", "Refresh"))) };

        (await slack.CallAsync("views.publish", new() { ["user_id"] = slack.Ada.Id, ["view"] = home }))["ok"]!.GetValue<bool>().ShouldBeTrue();
        slack.Control.OpenHome(slack.Ada, slack.App);
        var act = await slack.Control.PressAsync(slack.Ada, slack.Control.Home(slack.Ada, slack.App)!, "refresh");

        slack.Sockets.Events[^1]["view"]!["id"]!.ToString().ShouldBe(act.SourceView!.Id);
        slack.Control.Home(slack.Ben, slack.App).ShouldBeNull();
        slack.Control.Home(slack.Ada, slack.App)!.Words.ShouldContain("Your streak: 3");
    }

    private static async Task<View> OpenFormAsync(LocalSlack slack, params JsonObject[] blocks)
    {
        var act = await slack.Control.CommandAsync(slack.Ada, slack.Daily, "/mla setup");
        (await OpenAsync(slack, act, blocks)).ShouldBe("");
        return await act.ViewAsync();
    }

    private static async Task<string> OpenAsync(LocalSlack slack, Act act, params JsonObject[] blocks)
    {
        var view = Kit.Modal(blocks.Length > 0 ? blocks : [Kit.Section("Words")]);
        return (await slack.CallAsync("views.open", new() { ["trigger_id"] = act.Payload["trigger_id"]!.ToString(), ["view"] = view }))["error"]?.ToString() ?? "";
    }
}
