using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MlaBot.DiscordServer.World;

namespace MlaBot.Discord.Tests.Server;

public sealed class DoorTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bot wrong")]
    [InlineData("Bearer x")]
    public async Task A_missing_or_wrong_token_is_refused(string? authorization)
    {
        await using var discord = await LocalDiscord.StartAsync();

        var reply = await discord.SendAsync("GET", "/users/@me", change: request =>
            request.Headers.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization));

        reply.ShouldBeError(401, 0);
        reply.Json!["message"]!.GetValue<string>().ShouldBe("401: Unauthorized");
        discord.Server.Limits.InvalidRequests.ShouldBe(1);
    }

    [Fact]
    public async Task A_user_agent_that_is_not_a_bots_is_blocked()
    {
        await using var discord = await LocalDiscord.StartAsync();

        var reply = await discord.SendAsync("GET", "/users/@me", change: request =>
        {
            request.Headers.Remove("User-Agent");
            request.Headers.TryAddWithoutValidation("User-Agent", "curl/8");
        });

        reply.ShouldBeError(403, 40333);
    }

    [Theory]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("DELETE", "/users/@me", 405)]
    public async Task Unknown_routes_and_methods_get_discords_own_words(string method, string path, int status)
    {
        await using var discord = await LocalDiscord.StartAsync();

        var reply = await discord.SendAsync(method, path);

        reply.ShouldBeError(status, 0);
        reply.Json!["message"]!.GetValue<string>().ShouldStartWith($"{status}: ");
    }

    [Theory]
    [InlineData("text/plain", "{}", 50035)]
    [InlineData("application/json", "{", 50109)]
    public async Task A_body_that_cannot_be_read_is_refused(string mediaType, string body, int code)
    {
        await using var discord = await LocalDiscord.StartAsync();

        var reply = await discord.SendAsync("POST", discord.Messages, change: request => request.Content = new StringContent(body, Encoding.UTF8, mediaType));

        reply.ShouldBeError(400, code);
    }

    [Fact]
    public async Task A_strict_bots_bad_body_is_refused_with_its_path_and_written_down()
    {
        await using var discord = await LocalDiscord.StartAsync(new RefuseAll());

        var reply = await discord.SendAsync("POST", discord.Messages, LocalDiscord.Card("Hello"));

        reply.ShouldBeError(400, 50035);
        reply.Json!["errors"]!["components"]!["0"]!["custom_id"]!["_errors"]![0]!["message"]!.GetValue<string>().ShouldBe("too long");
        discord.Server.World.Violations.ShouldHaveSingleItem().ShouldBe(new("POST", Route.Messages, "components.0.custom_id: too long"));
    }

    [Fact]
    public async Task The_bot_reads_itself_its_application_and_the_gateway()
    {
        await using var discord = await LocalDiscord.StartAsync();

        (await discord.SendAsync("GET", "/users/@me")).Id.ShouldBe(discord.Bot.User.Id);
        (await discord.SendAsync("GET", "/applications/@me")).Id.ShouldBe(discord.Bot.ApplicationId);
        (await discord.SendAsync("GET", "/oauth2/applications/@me")).Id.ShouldBe(discord.Bot.ApplicationId);
        var gateway = (await discord.SendAsync("GET", "/gateway/bot")).Json!;
        gateway["url"]!.GetValue<string>().ShouldStartWith("ws://127.0.0.1:");
        gateway["session_start_limit"]!["max_concurrency"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_restart_keeps_port_and_state()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var message = await discord.PostAsync(LocalDiscord.Card("Hello"));
        var address = discord.Server.BaseAddress;

        await discord.Server.StopAsync(TestContext.Current.CancellationToken);
        await Should.ThrowAsync<HttpRequestException>(() => discord.SendAsync("GET", "/users/@me"));
        await discord.Server.StartAgainAsync(TestContext.Current.CancellationToken);

        discord.Server.BaseAddress.ShouldBe(address);
        (await discord.SendAsync("GET", $"{discord.Messages}/{message.Id}")).Id.ShouldBe(message.Id);
    }

    private sealed class RefuseAll : IBodyCheck
    {
        public IReadOnlyList<string> Check(string method, string routeTemplate, JsonElement body, bool isStrict) => ["components.0.custom_id: too long"];
    }
}
