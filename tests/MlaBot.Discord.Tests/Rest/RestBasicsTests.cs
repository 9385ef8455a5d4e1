using System.Net;
using System.Text.Json;
using MlaBot.Discord.Rest;

namespace MlaBot.Discord.Tests.Rest;

public sealed class RestBasicsTests
{
    [Fact]
    public async Task A_call_says_who_the_bot_is_and_that_its_body_is_JSON()
    {
        await using var rest = await RestHarness.StartAsync(_ => Reply.Message("77"));

        var message = await rest.PostAsync("10");

        message.Id.ShouldBe("77");
        var received = rest.Server.All.ShouldHaveSingleItem();
        received.Route.ShouldBe("POST /channels/10/messages");
        received.Headers["Authorization"].ShouldBe($"Bot {RestHarness.Token}");
        received.Headers["User-Agent"].ShouldMatch(@"^DiscordBot \(https://\S+, \d+\.\d+\.\d+\)$");
        received.Headers["Content-Type"].ShouldBe("application/json");
        received.Text.ShouldBe("""{"components":[{"type":10,"content":"hello"}],"allowed_mentions":{"parse":[]}}""");
    }

    [Fact]
    public async Task Every_call_goes_to_its_documented_route()
    {
        await using var rest = await RestHarness.StartAsync(received => received.Path switch
        {
            "/gateway/bot" => new Reply(200, """{"url":"ws://x","shards":1,"session_start_limit":{"total":1000,"remaining":999,"reset_after":1,"max_concurrency":1}}"""),
            _ when received.Path.Contains("?limit") => new Reply(200, """[{"id":"1"},{"id":"2"}]"""),
            _ when received.Path.EndsWith("/commands") => new Reply(200, "[]"),
            _ when received.Path.Contains("@original") => Reply.Message(),
            _ => new Reply(200, """{"id":"5"}"""),
        });
        var (api, none) = (rest.Api, CancellationToken.None);

        (await api.GatewayAsync(none)).SessionStartLimit.Remaining.ShouldBe(999);
        await api.ApplicationAsync(none);
        await api.SelfAsync(none);
        await api.EditMessageAsync("1", "10", "20", RestHarness.Text, none);
        (await api.MessagesAsync("1", "10", 50, null, none)).Count.ShouldBe(2);
        await AfterPauseAsync(rest, () => api.MessagesAsync("1", "10", 50, "9", none));
        await AfterPauseAsync(rest, () => api.StartThreadAsync("1", "10", "20", "Talk", 1440, none));
        await AfterPauseAsync(rest, () => api.ChannelAsync("1", "10", none));
        await AfterPauseAsync(rest, () => api.GuildAsync("1", none));
        await AfterPauseAsync(rest, () => api.MemberAsync("1", "30", none));
        await AfterPauseAsync(rest, () => api.PrivateChannelAsync("30", none));
        await AfterPauseAsync(rest, () => api.CommandsAsync("40", null, none));
        await AfterPauseAsync(rest, () => api.CommandsAsync("40", "1", none));
        await AfterPauseAsync(rest, () => api.OverwriteCommandsAsync("40", null, JsonDocument.Parse("""[{"name":"help"}]""").RootElement, none));
        await AfterPauseAsync(rest, () => api.OverwriteCommandsAsync("40", "1", JsonDocument.Parse("[]").RootElement, none));
        await api.EditOriginalAsync("40", "tok", RestHarness.Text, none);

        rest.Server.All.Select(received => received.Route).ShouldBe(
        [
            "GET /gateway/bot", "GET /applications/@me", "GET /users/@me", "PATCH /channels/10/messages/20", "GET /channels/10/messages?limit=50",
            "GET /channels/10/messages?limit=50&before=9", "POST /channels/10/messages/20/threads", "GET /channels/10", "GET /guilds/1", "GET /guilds/1/members/30",
            "POST /users/@me/channels", "GET /applications/40/commands", "GET /applications/40/guilds/1/commands", "PUT /applications/40/commands",
            "PUT /applications/40/guilds/1/commands", "PATCH /webhooks/40/tok/messages/@original",
        ]);
        rest.Server.All[6].Text.ShouldBe("""{"name":"Talk","auto_archive_duration":1440}""");
        rest.Server.All[10].Text.ShouldBe("""{"recipient_id":"30"}""");
        rest.Server.All[13].Text.ShouldBe("""[{"name":"help"}]""");
    }

    [Fact]
    public async Task An_invalid_body_is_refused_with_the_path_of_each_fault()
    {
        await using var rest = await RestHarness.StartAsync(_ => new Reply(400,
            """
            {"code":50035,"message":"Invalid Form Body","errors":{"components":{"0":{"custom_id":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 100 or fewer in length."}]},
            "label":{"_errors":[{"code":"BASE_TYPE_REQUIRED","message":"This field is required"}]}}},"_errors":[{"code":"X","message":"whole"}]}}
            """));

        var failure = await Should.ThrowAsync<DiscordApiException>(rest.PostAsync());

        failure.Status.ShouldBe(HttpStatusCode.BadRequest);
        failure.Code.ShouldBe(DiscordErrorCode.InvalidBody);
        failure.IsTransient.ShouldBeFalse();
        failure.Message.ShouldBe(
            "POST /channels/10/messages: 400, code 50035, Invalid Form Body (components.0.custom_id: BASE_TYPE_MAX_LENGTH Must be 100 or fewer in length.; components.0.label: BASE_TYPE_REQUIRED This field is required; body: X whole)");
        rest.Server.All.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task A_success_without_the_documented_JSON_is_a_failure_and_not_a_crash(string body)
    {
        await using var rest = await RestHarness.StartAsync(_ => new Reply(200, body));

        var failure = await Should.ThrowAsync<DiscordApiException>(rest.Api.SelfAsync(CancellationToken.None));

        failure.IsTransient.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    public void A_token_that_cannot_be_one_is_refused_at_the_start_without_being_shown(string token)
    {
        var options = new DiscordOptions { Token = token, DataFolder = "" };

        var fault = Should.Throw<ArgumentException>(() => new DiscordApi(options, TimeProvider.System, new Random(1), new LogBook()));

        fault.Message.ShouldContain("Discord:Token");
        fault.Message.ShouldNotContain("two words");
    }

    // The manual clock gives the pace room; what is sent is what this test is about.
    private static async Task AfterPauseAsync(RestHarness rest, Func<Task> call)
    {
        rest.Manual.Advance(TimeSpan.FromSeconds(1));
        await call();
    }
}
