using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Control;

/// <summary>The control API over HTTP, for use by hand and from scripts. Bodies and answers are JSON.</summary>
internal static class ControlRoutes
{
    public static void Map(WebApplication app, SlackTestServer server)
    {
        var (world, control) = (server.World, server.Control);
        var routes = new (string Path, Func<ControlBody, Task<JsonNode>> Act)[]
        {
            ("teams", body => Done(PlaceJson.Team(control.AddTeam(body.Need("name"))))),
            ("apps", body => Done(ControlJson.App(control.AddApp(
                body.Team(), body.Text("name") ?? "mlabot", body.Has("scopes") ? body.Texts("scopes") : null, body.Flag("lenient"), body.Text("bot_token"), body.Text("app_token"))))),
            ("users", body => Done(ControlJson.User(control.AddUser(
                body.Team(), body.Need("name"), body.Text("zone") ?? "America/Los_Angeles", body.Flag("admin"), body.Flag("owner"))))),
            ("channels", body => Done(ControlJson.Channel(control.AddChannel(body.Team(), body.Need("name"), body.Flag("private"), [.. body.Users("members")])))),
            ("members", body => Do(() => control.AddMembers(body.Channel(), [.. body.Users("users")]))),
            ("invite", body => Do(() => control.InviteBot(body.Channel(), body.App()))),
            ("remove", body => Do(() => control.RemoveBot(body.Channel(), body.App()))),
            ("archive", body => Do(() => control.SetArchived(body.Channel(), body.Flag("archived", standard: true)))),
            ("delete-channel", body => Do(() => control.DeleteChannel(body.Channel()))),
            ("delete-message", body => Do(() => control.DeleteMessage(body.Message()))),
            ("revoke", body => Do(() => control.RevokeTokens(body.App()))),
            ("uninstall", body => Do(() => control.Uninstall(body.App()))),
            ("zone", body => Do(() => control.SetZone(body.User(), body.Need("zone")))),
            ("reload", body => Do(() => control.ReloadClient(body.User()))),
            ("direct", body => Done(ControlJson.Channel(control.Direct(body.User(), body.App().Bot)))),
            ("say", body => Done(ControlJson.Message(control.Say(body.User(), body.Channel(), body.Need("text"))))),
            ("mention", body => Done(ControlJson.Message(control.Mention(body.User(), body.Channel(), body.App(), body.Need("text"))))),
            ("home", body => Do(() => control.OpenHome(body.User(), body.App(), body.Text("tab") ?? "home"))),
            ("command", body => WaitAsync(control.CommandAsync(body.User(), body.Channel(), body.Need("text")))),
            ("press", body => WaitAsync(body.Has("view")
                ? control.PressAsync(body.User(), body.View(), body.Need("action_id"))
                : control.PressAsync(body.User(), body.Message(), body.Need("action_id")))),
            ("choose", body => WaitAsync(body.Has("view")
                ? control.ChooseAsync(body.User(), body.View(), body.Need("action_id"), body.Texts("values"))
                : control.ChooseAsync(body.User(), body.Message(), body.Need("action_id"), body.Texts("values")))),
            ("submit", body => WaitAsync(control.SubmitAsync(body.User(), body.View(), body.Values("values")))),
            ("close", async body => ControlJson.Act(await control.CloseAsync(body.User(), body.View(), body.Flag("all")))),
            ("suggest", async body => ControlJson.Act(body.Has("view")
                ? await control.SuggestAsync(body.User(), body.View(), body.Need("action_id"), body.Need("text"))
                : await control.SuggestAsync(body.User(), body.Message(), body.Need("action_id"), body.Need("text")))),
            ("shortcut", body => WaitAsync(body.Has("message")
                ? control.MessageShortcutAsync(body.User(), body.App(), body.Message(), body.Need("callback_id"))
                : control.ShortcutAsync(body.User(), body.App(), body.Need("callback_id")))),
            ("seen", body => Done(new JsonArray([.. control.Seen(body.User(), body.Channel()).Select(ControlJson.Message)]))),
            ("views", body => Done(ControlJson.Views(world, body.User()))),
            ("faults", body => Do(() => server.Faults.Add(body.Fault()))),
            ("faults/clear", _ => Do(server.Faults.Clear)),
            ("state", _ => Done(ControlJson.State(server))),
        };
        foreach (var (path, act) in routes)
        {
            app.MapPost("/control/" + path, http => AnswerAsync(http, world, act));
        }
    }

    private static async Task AnswerAsync(HttpContext http, SlackWorld world, Func<ControlBody, Task<JsonNode>> act)
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

        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(answer.ToJsonString(), http.RequestAborted);
    }

    private static Task<JsonNode> Done(JsonNode json) => Task.FromResult(json);

    private static Task<JsonNode> Do(Action act)
    {
        act();
        return Done(new JsonObject { ["ok"] = true });
    }

    private static async Task<JsonNode> WaitAsync(Task<Act> act) => ControlJson.Act(await act);
}
