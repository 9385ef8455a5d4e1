using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Control;

/// <summary>The control API over HTTP, for use by hand and from scripts. Bodies and answers are JSON; ids are strings.</summary>
internal static class ControlRoutes
{
    public static void Map(WebApplication app, DiscordTestServer server)
    {
        var (world, control) = (server.World, server.Control);
        var routes = new (string Path, Func<ControlBody, Task<JsonNode>> Act)[]
        {
            ("bots", body => Done(Bot(control.AddBot(body.Text("name") ?? "mlabot", body.Text("token"), body.Flag("strict") ?? true)))),
            ("users", body => Done(PlaceJson.User(control.AddUser(body.Need("name"), body.Text("locale") ?? "en-US")))),
            ("guilds", body => Done(PlaceJson.Guild(control.AddGuild(body.Need("name"), body.User("owner"))))),
            ("channels", body => Done(PlaceJson.Channel(control.AddChannel(body.Guild(), body.Need("name"), body.Number("type") ?? 0)))),
            ("roles", body => Done(PlaceJson.Role(control.AddRole(body.Guild(), body.Need("name"), body.Permission("permissions"), body.Flag("mentionable") ?? false)))),
            ("members", body => Do(() => control.AddMember(body.Guild(), body.User("user"), body.Roles()))),
            ("join", body => Do(() => control.JoinBot(body.Guild(), body.Bot(), body.Has("permissions") ? body.Permission("permissions") : Permission.BotInvite))),
            ("remove", body => Do(() => control.RemoveBot(body.Guild(), body.Bot()))),
            ("outage", body => Do(() => control.SetOutage(body.Guild(), body.Flag("out") ?? true))),
            ("overwrites", body => Do(() => Overwrite(control, body))),
            ("delete-channel", body => Do(() => control.DeleteChannel(body.Channel()))),
            ("delete-message", body => Do(() => control.DeleteMessage(body.Message()))),
            ("thread", body => Do(() => control.SetThread(body.Channel(), body.Flag("archived") ?? false, body.Flag("locked") ?? false))),
            ("say", body => Done(MessageJson.Of(control.Say(body.User("user"), body.Channel(), body.Need("text"))))),
            ("reload", body => Do(() => control.ReloadClient(body.User("user")))),
            ("command", body => Wait(world, control.Command(body.User("user"), body.Channel(), body.Need("command"), body.Options("options")))),
            ("commands", body => Done(CommandOffer.Of(world, body.User("user"), body.Channel()))),
            ("press", body => Wait(world, control.Press(body.User("user"), body.Message(), body.Need("custom_id")))),
            ("choose", body => Wait(world, control.Choose(body.User("user"), body.Message(), body.Need("custom_id"), body.Texts("values")))),
            ("submit", body => Wait(world, control.Submit(body.Interaction(), body.Options("fields")))),
            ("autocomplete", body => SuggestAsync(control, body)),
            ("seen", body => Done(new JsonArray([.. control.Seen(body.User("user"), body.Channel()).Select(MessageView)]))),
            ("faults", body => Do(() => server.Faults.Add(body.Fault()))),
            ("faults/clear", _ => Do(server.Faults.Clear)),
            ("state", _ => Done(State(server))),
        };
        foreach (var (path, act) in routes)
        {
            app.MapPost("/control/" + path, http => AnswerAsync(http, world, act));
        }
    }

    private static async Task AnswerAsync(HttpContext http, DiscordWorld world, Func<ControlBody, Task<JsonNode>> act)
    {
        JsonNode answer;
        try
        {
            var json = http.Request.ContentLength is > 0 || http.Request.Headers.TransferEncoding.Count > 0
                ? await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted)
                : null;
            answer = await act(new(world, json as JsonObject ?? []));
        }
        catch (Exception error) when (error is ControlException or FormatException or System.Text.Json.JsonException)
        {
            http.Response.StatusCode = 400;
            answer = new JsonObject { ["error"] = error.Message };
        }

        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer.ToJsonString(), http.RequestAborted);
    }

    private static Task<JsonNode> Done(JsonNode json) => Task.FromResult(json);

    private static Task<JsonNode> Do(Action act)
    {
        act();
        return Done(new JsonObject { ["ok"] = true });
    }

    private static void Overwrite(DiscordControl control, ControlBody body)
    {
        var (allow, deny) = (body.Permission("allow"), body.Permission("deny"));
        if (body.Has("role"))
        {
            control.SetOverwrite(body.Channel(), body.Role("role"), allow, deny);
        }
        else
        {
            control.SetOverwrite(body.Channel(), body.User("user"), allow, deny);
        }
    }

    private static async Task<JsonNode> Wait(DiscordWorld world, Interaction interaction)
    {
        var response = await interaction.FirstResponse;
        lock (world.Gate)
        {
            return new JsonObject
            {
                ["interaction"] = interaction.Id.ToString(),
                ["type"] = response.Type,
                ["failed"] = response.IsFailed,
                ["delay_ms"] = response.Delay.TotalMilliseconds,
                ["message"] = response.Message is { } message ? MessageView(message) : null,
                ["modal"] = response.Modal?.DeepClone(),
                ["text"] = response.Text,
            };
        }
    }

    private static async Task<JsonNode> SuggestAsync(DiscordControl control, ControlBody body)
    {
        var response = await control.AutocompleteAsync(
            body.User("user"), body.Channel(), body.Need("command"), body.Need("option"), body.Text("typed") ?? "", body.Options("options"));
        return new JsonArray([.. response.Choices.Select(choice => new JsonObject { ["name"] = choice.Name, ["value"] = choice.Value })]);
    }

    internal static JsonNode MessageView(Message message)
    {
        var json = MessageJson.Of(message);
        json["text"] = message.Text;
        json["ephemeral"] = message.IsEphemeral;
        json["pinged"] = new JsonArray([.. message.Pinged.Select(who => (JsonNode)who)]);
        return json;
    }

    private static JsonObject Bot(Bot bot) => new() { ["id"] = bot.ApplicationId.ToString(), ["token"] = bot.Token };

    private static JsonObject State(DiscordTestServer server)
    {
        var world = server.World;
        lock (world.Gate)
        {
            return new()
            {
                ["api"] = server.ApiBaseUrl,
                ["guilds"] = new JsonArray([.. world.Guilds.Values.Select(guild =>
                {
                    var json = PlaceJson.Guild(guild);
                    json["channels"] = new JsonArray([.. guild.Channels.Values.Select(PlaceJson.Channel)]);
                    json["members"] = new JsonArray([.. guild.Members.Values.Select(member => PlaceJson.Member(member))]);
                    return json;
                })]),
                ["violations"] = new JsonArray([.. world.Violations.Select(entry => new JsonObject { ["method"] = entry.Method, ["route"] = entry.Route, ["what"] = entry.What })]),
                ["limit_hits"] = new JsonArray([.. server.Limits.Hits.Select(hit => new JsonObject
                {
                    ["method"] = hit.Method,
                    ["route"] = hit.Route,
                    ["cause"] = hit.Cause.ToString(),
                    ["scope"] = hit.Scope,
                    ["retry_after"] = hit.RetryAfter.TotalSeconds,
                })]),
                ["requests"] = server.Requests.Count,
                ["now"] = world.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            };
        }
    }
}
