using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MlaBot.DiscordServer;
using MlaBot.DiscordServer.Gateway;
using MlaBot.DiscordServer.Validation;
using MlaBot.DiscordServer.World;

namespace MlaBot.Discord.Tests.Server;

/// <summary>A happy client proves flows, not shapes; these hold the answers against the response schemas of the spec.</summary>
public sealed class ServerAnswerTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private DiscordTestServer _server = null!;
    private Guild _guild = null!;
    private Channel _channel = null!;
    private User _user = null!;
    private Bot _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await DiscordTestServer.StartAsync();
        _user = _server.Control.AddUser("ada");
        _guild = _server.Control.AddGuild("Study group", _user);
        _channel = _server.Control.AddChannel(_guild, "daily");
        _bot = _server.Control.AddBot();
        _server.Control.JoinBot(_guild, _bot);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", _bot.Token);
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://a.example, 1)");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", Route.Gateway)]
    [InlineData("GET", Route.GatewayBot)]
    [InlineData("GET", Route.Self)]
    [InlineData("GET", Route.Application)]
    [InlineData("GET", Route.Guild)]
    [InlineData("GET", Route.GuildChannels)]
    [InlineData("GET", Route.GuildRoles)]
    [InlineData("GET", Route.Member)]
    [InlineData("GET", Route.Channel)]
    public Task What_is_read_has_the_shape_of_the_spec(string method, string route) => AskAsync(method, route);

    [Fact]
    public async Task Messages_and_threads_have_the_shape_of_the_spec()
    {
        var message = await AskAsync("POST", Route.Messages, """
            {"flags":32768,"nonce":"n","enforce_nonce":true,"allowed_mentions":{"parse":[]},"components":[
              {"type":17,"accent_color":5,"components":[{"type":10,"content":"text"},{"type":14}]},
              {"type":1,"components":[{"type":2,"style":1,"label":"A","custom_id":"a"}]},
              {"type":1,"components":[{"type":3,"custom_id":"s","options":[{"label":"1","value":"1"}]}]}]}
            """);
        var id = message.GetProperty("id").GetString()!;

        await AskAsync("GET", Route.Messages);
        await AskAsync("PATCH", Route.Message, """{"flags":32768,"allowed_mentions":{"parse":[]},"components":[{"type":10,"content":"new"}]}""", id);
        await AskAsync("POST", Route.MessageThreads, """{"name":"talk","auto_archive_duration":1440}""", id);
        await AskAsync("POST", Route.Messages, "{}");
        await AskAsync("POST", Route.PrivateChannels, $$"""{"recipient_id":"{{_user.Id}}"}""");
        // The empty message alone: nothing in it, and nothing said about mentions.
        _server.World.Violations.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Commands_and_answers_to_them_have_the_shape_of_the_spec()
    {
        await AskAsync("PUT", Route.Commands, """[{"name":"quiz","description":"d","default_member_permissions":"32","options":[{"type":3,"name":"words","description":"d","autocomplete":true}]}]""");
        await AskAsync("GET", Route.Commands);
        var interaction = _server.Control.Command(_user, _channel, "quiz");

        var callback = $"/interactions/{interaction.Id}/{interaction.Token}/callback?with_response=true";
        await SendAsync("POST", Route.Callback, callback, """{"type":4,"data":{"content":"hello","flags":64,"allowed_mentions":{"parse":[]}}}""");
        await SendAsync("POST", Route.Callback, callback, """{"type":4,"data":{"content":"twice","allowed_mentions":{"parse":[]}}}""");
        var webhook = $"/webhooks/{_bot.ApplicationId}/{interaction.Token}";
        await SendAsync("PATCH", Route.OriginalMessage, $"{webhook}/messages/@original", """{"content":"edited","allowed_mentions":{"parse":[]}}""");
        await SendAsync("POST", Route.Webhook, $"{webhook}?wait=true", """{"content":"more","allowed_mentions":{"parse":[]}}""");
        _server.World.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_gateway_of_the_whole_server_brings_what_happens()
    {
        await using var client = await GatewayClient.ConnectAsync(_server.World.GatewayUrl, "v=10&encoding=json");
        await client.IdentifyAsync(1 | Intents.GuildMessages, token: _bot.Token);
        await client.UntilAsync("GUILD_CREATE");

        _server.Control.Say(_user, _channel, "hi");

        (await client.UntilAsync("MESSAGE_CREATE")).Data.GetProperty("content").GetString().ShouldBe("");
        _server.GatewayControl().Of(Opcode.Identify).ShouldHaveSingleItem();
        (await AskAsync("GET", Route.GatewayBot)).GetProperty("session_start_limit").GetProperty("remaining").GetInt32().ShouldBe(999);
    }

    private Task<JsonElement> AskAsync(string method, string route, string? body = null, string message = "0") => SendAsync(
        method,
        route,
        route.Replace("{guild_id}", $"{_guild.Id}").Replace("{channel_id}", $"{_channel.Id}").Replace("{user_id}", $"{_bot.User.Id}")
            .Replace("{application_id}", $"{_bot.ApplicationId}").Replace("{message_id}", message),
        body);

    private async Task<JsonElement> SendAsync(string method, string route, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), _server.ApiBaseUrl + path);
        request.Content = body is null ? null : new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        BodyCheck.Default.CheckResponse(method, route, (int)response.StatusCode, answer).ShouldBeEmpty($"{(int)response.StatusCode} {answer}");
        return answer;
    }
}
