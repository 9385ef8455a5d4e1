using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MlaBot.SlackServer;
using MlaBot.SlackServer.Control;
using MlaBot.SlackServer.World;
using MlaBot.Testing;

namespace MlaBot.Slack.Tests.Server;

/// <summary>A local Slack with one workspace, a channel with the bot in it, and an HTTP client of its own.</summary>
internal sealed class LocalSlack : IAsyncDisposable
{
    private LocalSlack(SlackTestServer server, HandSockets sockets, ManualTimeProvider clock)
    {
        (Server, Sockets, Clock) = (server, sockets, clock);
        Team = Control.AddTeam("Study group");
        Ada = Control.AddUser(Team, "ada", "Europe/London");
        Ben = Control.AddUser(Team, "ben");
        Daily = Control.AddChannel(Team, "daily", isPrivate: false, Ada, Ben);
        App = Control.AddApp(Team);
        Control.InviteBot(Daily, App, Ada);
    }

    public SlackTestServer Server { get; }

    public HandSockets Sockets { get; }

    public ManualTimeProvider Clock { get; }

    public SlackControl Control => Server.Control;

    public Team Team { get; }

    public User Ada { get; }

    public User Ben { get; }

    public Channel Daily { get; }

    public App App { get; }

    public HttpClient Http { get; } = new();

    public static async Task<LocalSlack> StartAsync(bool limitsRates = false)
    {
        var (sockets, clock) = (new HandSockets(), new ManualTimeProvider(DateTimeOffset.Parse("2026-11-21T09:00:00Z")));
        return new(await SlackTestServer.StartAsync(new() { Clock = clock, Sockets = _ => sockets, LimitsRates = limitsRates }), sockets, clock);
    }

    /// <summary>Calls a method as the bot does for writes: JSON, token in the header.</summary>
    public async Task<JsonObject> CallAsync(string method, JsonObject args, App? app = null)
    {
        using var response = await SendAsync(method, args, (app ?? App).BotToken);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public async Task<HttpResponseMessage> SendAsync(string method, JsonObject args, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Server.ApiBaseUrl + method) { Content = JsonContent.Create(args) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Http.SendAsync(request);
    }

    public async Task<JsonObject> FormAsync(string method, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var response = await Http.PostAsync(Server.ApiBaseUrl + method, content);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>Posts a message with some blocks to the channel.</summary>
    public async Task<Message> PostAsync(params JsonObject[] blocks)
    {
        var answer = await CallAsync("chat.postMessage", new() { ["channel"] = Daily.Id, ["text"] = "A question", ["blocks"] = new JsonArray([.. blocks]) });
        answer["ok"]!.GetValue<bool>().ShouldBeTrue(answer.ToJsonString());
        return Daily.Find(answer["ts"]!.GetValue<string>())!;
    }

    public async Task<(int Status, string Text)> RespondAsync(Act act, JsonObject body)
    {
        using var response = await Http.PostAsJsonAsync(act.Payload["response_url"]!.GetValue<string>(), body);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void ShouldHaveNoViolations() => Server.World.Violations.ShouldBeEmpty();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }
}
