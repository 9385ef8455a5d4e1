using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MlaBot.Slack.Tests.Server;

public sealed class ControlRouteTests
{
    [Fact]
    public async Task A_script_can_do_and_see_what_people_do()
    {
        await using var slack = await LocalSlack.StartAsync();
        slack.Sockets.Answer = (_, _) => new() { ["text"] = "Here you are" };

        await ControlAsync(slack, "users", new() { ["name"] = "dora", ["zone"] = "Asia/Tokyo" });
        await ControlAsync(slack, "members", new() { ["channel"] = "daily", ["users"] = new JsonArray("dora") });
        var (status, act) = await ControlAsync(slack, "command", new() { ["user"] = "dora", ["channel"] = "daily", ["text"] = "/mla help" });
        var (_, state) = await ControlAsync(slack, "state", []);

        (status, act["timed_out"]!.GetValue<bool>(), act["messages"]![0]!["words"]!.ToString()).ShouldBe((200, false, "Here you are"));
        state["teams"]![0]!["channels"]![0]!["members"]!.AsArray().Count.ShouldBe(4);
        state["violations"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_done_is_a_sentence()
    {
        await using var slack = await LocalSlack.StartAsync();

        var (status, answer) = await ControlAsync(slack, "command", new() { ["user"] = "zoe", ["channel"] = "daily", ["text"] = "/mla help" });

        (status, answer["error"]!.ToString()).ShouldBe((400, "There is no person zoe. There are: slackbot, ada, ben, mlabot."));
    }

    [Fact]
    public async Task A_fault_can_be_switched_on_by_hand()
    {
        await using var slack = await LocalSlack.StartAsync();

        await ControlAsync(slack, "faults", new() { ["kind"] = "refuse", ["method"] = "auth.test", ["error"] = "internal_error", ["times"] = 1 });

        (await slack.CallAsync("auth.test", []))["error"]!.ToString().ShouldBe("internal_error");
        (await slack.CallAsync("auth.test", []))["ok"]!.GetValue<bool>().ShouldBeTrue();
    }

    private static async Task<(int Status, JsonNode Answer)> ControlAsync(LocalSlack slack, string path, JsonObject body)
    {
        using var response = await slack.Http.PostAsJsonAsync(new Uri(slack.Server.BaseAddress, "/control/" + path), body);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }
}
