using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Pages;

/// <summary>What a person sees in a browser: guilds, channels, messages, with controls that work as a chosen user.</summary>
internal static class LandingPage
{
    public static void Map(WebApplication app, DiscordTestServer server)
    {
        app.MapGet("/", (string? user, string? channel) =>
        {
            lock (server.World.Gate)
            {
                return Results.Content(Html(server, user, channel), "text/html; charset=utf-8");
            }
        });
        app.MapGet("/page.js", () => Results.Content(PageScript.Text, "text/javascript; charset=utf-8"));
    }

    private static string Html(DiscordTestServer server, string? userId, string? channelId)
    {
        var world = server.World;
        var people = world.Users.Values.Where(user => !user.IsBot).ToList();
        var user = people.Find(user => user.Id.ToString() == userId) ?? (people.Count > 0 ? people[0] : null);
        var channel = world.Channels.Values.FirstOrDefault(channel => channel.Id.ToString() == channelId) ?? world.Channels.Values.FirstOrDefault();
        var html = new StringBuilder("""
            <!doctype html><meta charset="utf-8"><title>Discord test server</title>
            <style>body{font:16px sans-serif;max-width:60em;margin:1em auto;padding:0 1em}article{border:1px solid #999;border-radius:.5em;padding:.5em 1em;margin:.7em 0}
            pre{white-space:pre-wrap;font:inherit}button,select,input{font:inherit;margin:.2em}.private{background:#eef}small{color:#555}.box{border-left:4px solid #888;padding-left:.7em}</style>
            <h1>Discord test server</h1><form id="who"><label>You are <select name="user">
            """);
        foreach (var person in people)
        {
            html.Append($"<option value=\"{person.Id}\"{(person == user ? " selected" : "")}>{E(person.Username)}</option>");
        }

        html.Append("</select></label> <label>in <select name=\"channel\">");
        foreach (var place in world.Channels.Values)
        {
            var name = $"{place.Guild?.Name ?? "Private"} / {place.Name ?? string.Join(", ", place.Recipients.Select(person => person.Username))}";
            html.Append($"<option value=\"{place.Id}\"{(place == channel ? " selected" : "")}>{E(name)}</option>");
        }

        html.Append("</select></label></form><form id=\"command\"><label>Command <input name=\"command\" size=\"20\" placeholder=\"schedule add\"></label> ")
            .Append("<label>options <input name=\"options\" size=\"30\" placeholder=\"time=09:00 exam=mla-c01\"></label><button>Run</button></form>")
            .Append("<p id=\"result\" role=\"status\"></p><main>");
        if (user is not null && channel is not null)
        {
            foreach (var message in server.Control.Seen(user, channel))
            {
                AddMessage(html, message);
            }
        }

        return html.Append("</main><div id=\"modal\"></div><script src=\"/page.js\"></script>").ToString();
    }

    private static void AddMessage(StringBuilder html, Message message)
    {
        html.Append($"<article data-message=\"{message.Id}\"{(message.IsEphemeral ? " class=\"private\"" : "")}><small>{E(message.Author.Username)}, ")
            .Append($"{message.SentAt:yyyy-MM-dd HH:mm:ss}{(message.EditedAt is null ? "" : ", edited")}{(message.IsEphemeral ? ", only you see this" : "")}</small>");
        if (message.Content.Length > 0)
        {
            html.Append($"<pre>{E(message.Content)}</pre>");
        }

        foreach (var component in message.Components.OfType<JsonObject>())
        {
            ComponentHtml.Add(html, component);
        }

        html.Append("</article>");
    }

    private static string E(string? text) => WebUtility.HtmlEncode(text ?? "");
}
