using System.Text.Json.Nodes;
using MlaBot.SlackServer.Validation;

namespace MlaBot.Slack.Tests.Server;

public sealed class CheckTests
{
    public static TheoryData<string, string> Refused => new()
    {
        { """[{"type":"section","text":{"type":"mrkdwn","text":"LONG"}}]""", "must be less than 3001 characters [json-pointer:/blocks/0/text/text]" },
        { """[{"type":"section"}]""", "missing required field: text [json-pointer:/blocks/0]" },
        { """[{"type":"alert","text":{"type":"plain_text","text":"x"}}]""", "unsupported type: alert [json-pointer:/blocks/0]" },
        { """[{"type":"divider","colour":"red"}]""", "invalid additional property: colour [json-pointer:/blocks/0]" },
        { """[{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}]""", "block_id \"a\" already exists [json-pointer:/blocks/1/block_id]" },
        { """[{"type":"image","alt_text":"A chart","slack_file":{"id":"F1"}}]""", "invalid slack file [json-pointer:/blocks]" },
        { """[{"type":"table","rows":[[{"type":"raw_text","text":"a"}]]},{"type":"table","rows":[[{"type":"raw_text","text":"a"}]]}]""", "only_one_table_allowed" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Blocks_that_Slack_refuses_are_refused_in_its_words_and_written_down(string blocks, string message)
    {
        await using var slack = await LocalSlack.StartAsync();

        var answer = await slack.CallAsync("chat.postMessage", new() { ["channel"] = slack.Daily.Id, ["text"] = "x", ["blocks"] = JsonNode.Parse(blocks.Replace("LONG", new('x', 3001))) });

        answer["error"]!.ToString().ShouldBe("invalid_blocks");
        answer["response_metadata"]!["messages"]!.AsArray().ShouldContain(one => one!.ToString().Contains(message));
        slack.Server.World.Violations.ShouldContain(one => one.Method == "chat.postMessage" && one.What.Contains(message));
        slack.Daily.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"text":"<!channel> hello"}""", "calls everybody")]
    [InlineData("""{"text":"x","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"<!here|here>"}}]}""", "calls everybody")]
    [InlineData("""{"text":"x","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"broadcast","range":"everyone"}]}]}]}""", "calls everybody")]
    [InlineData("""{"text":"x","link_names":true}""", "makes mentions")]
    [InlineData("""{"text":"x","team_id":"T1"}""", "does not know this argument")]
    [InlineData("""{"blocks":[{"type":"divider"}]}""", "is missing")]
    public async Task What_only_our_bot_must_keep_is_done_and_written_down(string body, string what)
    {
        await using var slack = await LocalSlack.StartAsync();
        var json = (JsonObject)JsonNode.Parse(body)!;
        json["channel"] = slack.Daily.Id;

        var answer = await slack.CallAsync("chat.postMessage", json);

        answer["ok"]!.GetValue<bool>().ShouldBeTrue(answer.ToJsonString());
        slack.Server.World.Violations.ShouldHaveSingleItem().What.ShouldContain(what);
    }

    [Fact]
    public async Task Plain_text_that_only_looks_like_a_call_to_everybody_is_none()
    {
        await using var slack = await LocalSlack.StartAsync();

        await slack.PostAsync(Kit.Actions(Kit.Button("a", "<!channel>")));

        slack.ShouldHaveNoViolations();
    }

    [Fact]
    public async Task A_lenient_app_may_send_more_and_is_accused_of_nothing()
    {
        await using var slack = await LocalSlack.StartAsync();
        var bolt = slack.Control.AddApp(slack.Team, "bolt", isLenient: true);
        slack.Control.InviteBot(slack.Daily, bolt);

        var answer = await slack.CallAsync("chat.postMessage", new() { ["channel"] = slack.Daily.Id, ["text"] = "<!here>", ["team_id"] = slack.Team.Id }, bolt);

        answer["ok"]!.GetValue<bool>().ShouldBeTrue();
        slack.ShouldHaveNoViolations();
    }

    [Fact]
    public async Task A_view_with_an_input_needs_a_submit_button()
    {
        await using var slack = await LocalSlack.StartAsync();
        var act = await slack.Control.CommandAsync(slack.Ada, slack.Daily, "/mla setup");
        var view = Kit.Modal(Kit.Input("name", Kit.TextInput("typed")));
        view.Remove("submit");

        var answer = await slack.CallAsync("views.open", new() { ["trigger_id"] = act.Payload["trigger_id"]!.ToString(), ["view"] = view });

        answer["error"]!.ToString().ShouldBe("invalid_arguments");
        answer["response_metadata"]!["messages"]![0]!.ToString().ShouldBe("[ERROR] missing required field: submit [json-pointer:/view]");
    }

    [Fact]
    public async Task A_missing_argument_and_one_of_the_wrong_type_are_refused()
    {
        await using var slack = await LocalSlack.StartAsync();

        (await slack.CallAsync("conversations.info", []))["response_metadata"]!["messages"]![0]!.ToString().ShouldContain("missing required field: channel");
        (await slack.CallAsync("conversations.history", new() { ["channel"] = slack.Daily.Id, ["limit"] = "many" }))["error"]!.ToString().ShouldBe("invalid_arguments");
    }

    [Fact]
    public async Task Blocks_are_validated_without_a_token()
    {
        await using var slack = await LocalSlack.StartAsync();

        (await slack.FormAsync("blocks.validate", new() { ["blocks"] = """[{"type":"divider"}]""" }))["ok"]!.GetValue<bool>().ShouldBeTrue();
        var wrong = await slack.FormAsync("blocks.validate", new() { ["blocks"] = """[{"type":"header"}]""" });

        (wrong["error"]!.ToString(), wrong["errors"]![0]!["pointer"]!.ToString()).ShouldBe(("invalid_blocks", "/0"));
    }

    [Fact]
    public void Without_the_data_files_the_message_says_where_to_put_them()
    {
        var error = Should.Throw<FileNotFoundException>(() => SpecFile.Find("slack-blockkit.schema.json", "/nowhere", AppContext.BaseDirectory));

        error.Message.ShouldContain(SpecFile.Variable);
    }
}
