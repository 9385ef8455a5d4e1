using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MlaBot.Slack.Tests.Server;

public sealed class TokenTests
{
    [Fact]
    public async Task Every_answer_names_the_scopes_and_an_unknown_method_itself()
    {
        await using var slack = await LocalSlack.StartAsync();

        using var test = await slack.SendAsync("auth.test", [], slack.App.BotToken);
        var unknown = await slack.CallAsync("chat.sing", []);

        test.Headers.GetValues("x-oauth-scopes").Single().Split(',').ShouldContain("chat:write");
        test.Content.Headers.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");
        var body = (await test.Content.ReadFromJsonAsync<JsonObject>())!;
        (body["team_id"]!.ToString(), body["user_id"]!.ToString(), body["bot_id"]!.ToString()).ShouldBe((slack.Team.Id, slack.App.Bot.Id, slack.App.BotId));
        (unknown["error"]!.ToString(), unknown["req_method"]!.ToString()).ShouldBe(("unknown_method", "chat.sing"));
    }

    [Fact]
    public async Task A_token_may_come_in_a_form_and_one_in_the_query_is_a_violation()
    {
        await using var slack = await LocalSlack.StartAsync();

        var inForm = await slack.FormAsync("users.info", new() { ["token"] = slack.App.BotToken, ["user"] = slack.Ada.Id });
        slack.ShouldHaveNoViolations();
        using var inQuery = await slack.Http.PostAsync($"{slack.Server.ApiBaseUrl}auth.test?token={slack.App.BotToken}", content: null);

        (inForm["user"]!["tz"]!.ToString(), inForm["user"]!["tz_offset"]!.GetValue<int>()).ShouldBe(("Europe/London", 0));
        slack.Server.World.Violations.ShouldHaveSingleItem().What.ShouldBe("a token in the query");
    }

    [Theory]
    [InlineData("", "not_authed")]
    [InlineData("xoxb-wrong", "invalid_auth")]
    public async Task A_missing_or_wrong_token_is_refused(string token, string error)
    {
        await using var slack = await LocalSlack.StartAsync();

        var answer = await slack.FormAsync("auth.test", new() { ["token"] = token });

        answer["error"]!.ToString().ShouldBe(error);
    }

    [Fact]
    public async Task Only_the_app_token_opens_a_socket_and_it_opens_nothing_else()
    {
        await using var slack = await LocalSlack.StartAsync();

        (await slack.CallAsync("apps.connections.open", []))["error"]!.ToString().ShouldBe("not_allowed_token_type");
        (await slack.FormAsync("apps.connections.open", new() { ["token"] = slack.App.AppToken }))["url"]!.ToString().ShouldStartWith("ws://");
        (await slack.FormAsync("auth.test", new() { ["token"] = slack.App.AppToken }))["error"]!.ToString().ShouldBe("not_allowed_token_type");
    }

    [Fact]
    public async Task A_missing_scope_is_named_with_those_that_are_there()
    {
        await using var slack = await LocalSlack.StartAsync();
        slack.Control.RemoveScope(slack.App, "channels:history");

        var answer = await slack.CallAsync("conversations.history", new() { ["channel"] = slack.Daily.Id });

        (answer["error"]!.ToString(), answer["needed"]!.ToString()).ShouldBe(("missing_scope", "channels:history"));
        answer["provided"]!.ToString().Split(',').ShouldContain("chat:write");
    }

    [Fact]
    public async Task After_the_app_was_removed_it_hears_of_it_and_no_token_works()
    {
        await using var slack = await LocalSlack.StartAsync();

        slack.Control.Uninstall(slack.App);

        slack.Sockets.Events.TakeLast(2).Select(one => one["type"]!.ToString()).ShouldBe(["tokens_revoked", "app_uninstalled"]);
        (await slack.CallAsync("auth.test", []))["error"]!.ToString().ShouldBe("account_inactive");
    }

    [Fact]
    public async Task A_revoked_token_says_so()
    {
        await using var slack = await LocalSlack.StartAsync();

        slack.Control.RevokeTokens(slack.App);

        slack.Sockets.Events[^1]["tokens"]!["bot"]![0]!.ToString().ShouldBe(slack.App.Bot.Id);
        (await slack.CallAsync("auth.test", []))["error"]!.ToString().ShouldBe("token_revoked");
    }
}
