using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.Discord.Tests.Server;

public sealed class ControlRouteTests
{
    [Fact]
    public async Task A_script_presses_and_reads_what_a_person_sees()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var message = await discord.PostAsync(LocalDiscord.Card("Question"));
        using var http = new HttpClient { BaseAddress = discord.Server.BaseAddress };

        var pressing = PostAsync(http, "press", new() { ["user"] = "ada", ["message"] = message.Id.ToString(), ["custom_id"] = "answer:A" });
        await discord.Server.Control.WaitUntilAsync(() => discord.Server.World.Interactions.Count == 1, "the press arrived", cancellationToken: TestContext.Current.CancellationToken);
        var press = discord.Server.World.Interactions.Values.Single();
        await discord.AnswerAsync(press, 4, new JsonObject { ["content"] = "Right", ["flags"] = Message.Ephemeral });

        var (status, response) = await pressing;
        (status, (int)response["type"]!, (string)response["text"]!).ShouldBe((200, 4, "Right"));
        var seen = (await PostAsync(http, "seen", new() { ["user"] = "ada", ["channel"] = discord.Channel.Id.ToString() })).Json.AsArray();
        seen.Select(entry => (string)entry!["text"]!).ShouldBe(["Question\n[A]", "Right"]);
    }

    [Fact]
    public async Task What_a_person_cannot_do_is_a_sentence()
    {
        await using var discord = await LocalDiscord.StartAsync();
        using var http = new HttpClient { BaseAddress = discord.Server.BaseAddress };

        var (status, json) = await PostAsync(http, "press", new() { ["user"] = "nobody", ["message"] = "1", ["custom_id"] = "x" });

        (status, (string)json["error"]!).ShouldBe((400, "There is no user \"nobody\"."));
    }

    private static async Task<(int Status, JsonNode Json)> PostAsync(HttpClient http, string path, JsonObject body)
    {
        using var response = await http.PostAsJsonAsync("/control/" + path, body, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!);
    }
}
