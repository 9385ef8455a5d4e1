using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MlaBot.Slack.Tests.Sockets;
using MlaBot.SlackServer.World;

namespace MlaBot.Slack.Tests.Pages;

/// <summary>A local Slack whose page is looked at: two people and the bot in one channel.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly HttpClient _http;

    private PageHost(SocketHost slack)
    {
        Slack = slack;
        Ada = slack.Server.Control.AddUser(slack.Team, "ada");
        Ben = slack.Server.Control.AddUser(slack.Team, "ben");
        Channel = slack.Server.Control.AddChannel(slack.Team, "daily", isPrivate: false, Ada, Ben, slack.App.Bot);
        _http = new() { BaseAddress = slack.Server.BaseAddress };
    }

    public SocketHost Slack { get; }

    public User Ada { get; }

    public User Ben { get; }

    public Channel Channel { get; }

    public static async Task<PageHost> StartAsync() => new(await SocketHost.StartAsync());

    public static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text };

    public static JsonObject Button(string actionId, string label) => new() { ["type"] = "button", ["action_id"] = actionId, ["text"] = Plain(label) };

    public Task<string> GetAsync(string path) => _http.GetStringAsync(new Uri(path, UriKind.Relative), Slack.Limit);

    /// <summary>Calls a method of the Web API as the bot; in the channel, unless it says otherwise.</summary>
    public async Task CallAsync(string method, JsonObject args)
    {
        if (method.StartsWith("chat.", StringComparison.Ordinal))
        {
            args["channel"] = Channel.Id;
        }

        var answer = await PostAsync($"/api/{method}", args);
        answer["ok"]!.GetValue<bool>().ShouldBeTrue(answer.ToJsonString());
    }

    public async Task<JsonNode> PostAsync(string path, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Slack.App.BotToken) } };
        using var response = await _http.SendAsync(request, Slack.Limit);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Slack.Limit))!;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Slack.DisposeAsync();
    }
}
