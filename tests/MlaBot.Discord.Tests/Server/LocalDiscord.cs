using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer;
using MlaBot.DiscordServer.World;
using MlaBot.Testing;

namespace MlaBot.Discord.Tests.Server;

/// <summary>A test server with one guild, one channel, one bot and two people, on a clock that stands still.</summary>
internal sealed class LocalDiscord : IAsyncDisposable
{
    private readonly HttpClient _http = new();

    private LocalDiscord(DiscordTestServer server, ManualTimeProvider clock, bool isStrict)
    {
        (Server, Clock) = (server, clock);
        Olga = server.Control.AddUser("olga");
        Ada = server.Control.AddUser("ada");
        Guild = server.Control.AddGuild("Study group", Olga);
        Channel = server.Control.AddChannel(Guild, "daily");
        server.Control.AddMember(Guild, Ada);
        Bot = server.Control.AddBot(isStrict: isStrict);
        server.Control.JoinBot(Guild, Bot);
    }

    public DiscordTestServer Server { get; }

    public ManualTimeProvider Clock { get; }

    public User Olga { get; }

    public User Ada { get; }

    public Guild Guild { get; }

    public Channel Channel { get; }

    public Bot Bot { get; }

    public string Messages => $"/channels/{Channel.Id}/messages";

    /// <param name="check">Replaces the real body check; the bot is then a strict one. Without it the bot may send what Discord allows and our bot never does.</param>
    public static async Task<LocalDiscord> StartAsync(IBodyCheck? check = null)
    {
        var clock = new ManualTimeProvider(DateTimeOffset.Parse("2026-03-02T09:00:00Z", CultureInfo.InvariantCulture));
        var options = new DiscordServerOptions { Clock = clock };
        return new(await DiscordTestServer.StartAsync(check is null ? options : options with { BodyCheck = check }, TestContext.Current.CancellationToken), clock, check is not null);
    }

    public static JsonObject Card(string text, string customId = "answer:A", bool isDisabled = false) => new()
    {
        ["flags"] = Message.ComponentsV2,
        ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        ["components"] = new JsonArray(
            new JsonObject { ["type"] = 10, ["content"] = text },
            new JsonObject
            {
                ["type"] = 1,
                ["components"] = new JsonArray(new JsonObject { ["type"] = 2, ["style"] = 1, ["label"] = "A", ["custom_id"] = customId, ["disabled"] = isDisabled }),
            }),
    };

    public async Task<Reply> SendAsync(string method, string path, JsonNode? body = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = Request(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        change?.Invoke(request);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var json = response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text) : null;
        return new((int)response.StatusCode, json, response.Headers);
    }

    public async Task<Message> PostAsync(JsonNode body, Channel? channel = null)
    {
        var reply = await SendAsync("POST", $"/channels/{(channel ?? Channel).Id}/messages", body);
        reply.Status.ShouldBe(200, reply.Json?.ToJsonString());
        return Server.World.Messages[reply.Id];
    }

    public Task<Reply> AnswerAsync(Interaction interaction, int type, JsonNode? data = null, string query = "")
    {
        var body = new JsonObject { ["type"] = type };
        if (data is not null)
        {
            body["data"] = data;
        }

        return SendAsync("POST", $"/interactions/{interaction.Id}/{interaction.Token}/callback{query}", body, Anonymous);
    }

    public Task<Reply> WebhookAsync(string method, Interaction interaction, string rest, JsonNode? body = null) =>
        SendAsync(method, $"/webhooks/{Bot.ApplicationId}/{interaction.Token}{rest}", body, Anonymous);

    public async Task RegisterAsync(string commands) =>
        (await SendAsync("PUT", $"/applications/{Bot.ApplicationId}/commands", JsonNode.Parse(commands))).Status.ShouldBe(200);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }

    private static void Anonymous(HttpRequestMessage request) => request.Headers.Authorization = null;

    private HttpRequestMessage Request(string method, string path)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), Server.ApiBaseUrl + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bot", Bot.Token);
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1.0)");
        return request;
    }
}

/// <summary>What the server answered.</summary>
internal sealed record Reply(int Status, JsonNode? Json, HttpResponseHeaders Headers)
{
    public int Code => (int?)Json?["code"] ?? 0;

    public ulong Id => ulong.Parse((string)Json!["id"]!, CultureInfo.InvariantCulture);

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.Single() : null;

    public void ShouldBeError(int status, int code)
    {
        Status.ShouldBe(status, Json?.ToJsonString(JsonSerializerOptions.Default));
        Code.ShouldBe(code, Json?.ToJsonString(JsonSerializerOptions.Default));
    }
}
