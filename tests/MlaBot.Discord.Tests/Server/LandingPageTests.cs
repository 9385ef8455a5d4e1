using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.Discord.Tests.Server;

public sealed class LandingPageTests
{
    [Fact]
    public async Task The_page_shows_messages_as_the_chosen_person_sees_them()
    {
        await using var discord = await LocalDiscord.StartAsync();
        await discord.PostAsync(LocalDiscord.Card("Is **1 < 2**?"));

        var html = await GetAsync(discord, $"/?user={discord.Ada.Id}&channel={discord.Channel.Id}");

        html.ShouldContain("<p>Is <b>1 &lt; 2</b>?</p>");
        html.ShouldContain("data-press=\"answer:A\"");
    }

    [Fact]
    public async Task Menus_of_channels_and_roles_offer_what_the_server_has()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var role = discord.Server.Control.AddRole(discord.Guild, "study");
        var thread = discord.Server.Control.AddThread(discord.Channel, "talk");
        var card = LocalDiscord.Card("Choose");
        card["components"]!.AsArray().Add(Row(new() { ["type"] = ComponentType.ChannelSelect, ["custom_id"] = "channel", ["channel_types"] = new JsonArray(0) }));
        card["components"]!.AsArray().Add(Row(new() { ["type"] = ComponentType.RoleSelect, ["custom_id"] = "role", ["placeholder"] = "Whom to call" }));
        await discord.PostAsync(card);

        var html = await GetAsync(discord, $"/?user={discord.Ada.Id}&channel={discord.Channel.Id}");

        var menus = html[html.IndexOf("data-menu", StringComparison.Ordinal)..];
        menus.ShouldContain($"<option value=\"{discord.Channel.Id}\">#daily</option>");
        menus.ShouldNotContain($"value=\"{thread.Id}\"");
        menus.ShouldContain("hidden>Whom to call</option>");
        menus.ShouldContain($"<option value=\"{role.Id}\">@study</option>");
    }

    [Fact]
    public async Task A_form_is_shown_with_what_is_filled_in_and_no_text_of_it_is_a_tag()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var message = await discord.PostAsync(LocalDiscord.Card("Question"));
        var press = discord.Server.Control.Press(discord.Ada, message, "answer:A");
        await discord.AnswerAsync(press, 9, new JsonObject
        {
            ["custom_id"] = "form",
            ["title"] = "<script>",
            ["components"] = new JsonArray(new JsonObject
            {
                ["type"] = ComponentType.Label,
                ["label"] = "Zone",
                ["component"] = new JsonObject { ["type"] = ComponentType.TextInput, ["custom_id"] = "zone", ["style"] = 1, ["value"] = "\"><b>", ["required"] = false },
            }),
        });

        var html = await GetAsync(discord, $"/modal?interaction={press.Id}");

        html.ShouldStartWith("<h2>&lt;script&gt;</h2>");
        html.ShouldContain("<legend>Zone (optional)</legend><input value=\"&quot;&gt;&lt;b&gt;\"");
    }

    [Fact]
    public async Task No_script_but_the_pages_own_may_run()
    {
        await using var discord = await LocalDiscord.StartAsync();
        using var http = new HttpClient { BaseAddress = discord.Server.BaseAddress };

        using var page = await http.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self';");
        (await GetAsync(discord, "/page.js")).ShouldContain("async function act");
        (await GetAsync(discord, "/page.css")).ShouldContain("article");
    }

    [Fact]
    public async Task A_person_is_offered_the_commands_that_they_may_use()
    {
        await using var discord = await LocalDiscord.StartAsync();
        (await discord.SendAsync("PUT", $"/applications/{discord.Bot.ApplicationId}/commands", new JsonArray(
            new JsonObject { ["name"] = "why", ["description"] = "Explain" },
            new JsonObject
            {
                ["name"] = "schedule",
                ["description"] = "Schedules",
                ["default_member_permissions"] = "32",
                ["options"] = new JsonArray(new JsonObject { ["type"] = 1, ["name"] = "now", ["description"] = "Post" }),
            }))).Status.ShouldBe(200);

        (await CommandsAsync(discord, "ada")).ShouldBe(["why"]);
        (await CommandsAsync(discord, "olga")).ShouldBe(["why", "schedule now"]);
    }

    private static async Task<IReadOnlyList<string>> CommandsAsync(LocalDiscord discord, string user)
    {
        using var http = new HttpClient { BaseAddress = discord.Server.BaseAddress };
        using var response = await http.PostAsJsonAsync("/control/commands", new JsonObject { ["user"] = user, ["channel"] = discord.Channel.Id.ToString() }, TestContext.Current.CancellationToken);
        var json = await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);
        return [.. json.List("commands")!.Select(command => command.Text("name")!)];
    }

    private static async Task<string> GetAsync(LocalDiscord discord, string path)
    {
        using var http = new HttpClient { BaseAddress = discord.Server.BaseAddress };
        return await http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private static JsonObject Row(JsonObject component) => new() { ["type"] = ComponentType.ActionRow, ["components"] = new JsonArray(component) };
}
