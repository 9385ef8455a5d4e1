using System.Globalization;
using System.Net;
using System.Text;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Pages;

/// <summary>What a person sees in a browser: channels, messages, Homes and modals, with controls that work as a chosen person.</summary>
internal static class LandingPage
{
    private const string HomePrefix = "home:";

    public static void Map(WebApplication app, SlackTestServer server)
    {
        app.MapGet("/", (string? user, string? channel) => Page(server, () => Html(server, user, channel)));
        app.MapGet("/view", (string user) => Page(server, () => server.World.Users.GetValueOrDefault(user)?.Views.LastOrDefault() is { } view ? Modal(view) : ""));
        app.MapGet("/file/{id}", (string id) => server.World.Files.GetValueOrDefault(id) is { Bytes: { } bytes } file
            ? Results.Bytes(bytes, file.Name.EndsWith(".png", StringComparison.OrdinalIgnoreCase) ? "image/png" : "application/octet-stream")
            : Results.NotFound());
        app.MapGet("/page.js", () => Results.Stream(Part("page.js"), "text/javascript; charset=utf-8"));
        app.MapGet("/page.css", () => Results.Stream(Part("page.css"), "text/css; charset=utf-8"));
        app.MapGet("/favicon.ico", () => Results.NoContent());
    }

    private static Stream Part(string name) => typeof(LandingPage).Assembly.GetManifestResourceStream(name)!;

    private static HtmlResult Page(SlackTestServer server, Func<string> html)
    {
        lock (server.World.Gate)
        {
            // The page shows text of people and of a bot: no script but the page's own runs, whatever that text is.
            return new(html(), "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; connect-src 'self'");
        }
    }

    private static string Html(SlackTestServer server, string? userId, string? channelId)
    {
        var people = server.World.Teams.Values.SelectMany(team => team.Users.Values).Where(user => !user.IsBot).ToList();
        var html = new StringBuilder("""
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Local Slack</title>
            <link rel="stylesheet" href="/page.css"><header><h1>Local Slack</h1><form id="who"><label>You are <select name="user">
            """);
        var user = people.Find(person => person.Id == userId) ?? (people.Count > 0 ? people[0] : null);
        AddOptions(html, people.Select(person => (person.Id, $"{person.Name} ({person.Team.Name})")), user?.Id);
        html.Append("</select></label> <label>in <select name=\"channel\">");
        var places = user is null ? [] : Places(user).ToList();
        var place = places.Exists(entry => entry.Id == channelId) ? channelId : places.Count > 0 ? places[0].Id : null;
        AddOptions(html, places, place);
        html.Append("</select></label></form></header><main>");
        if (user is not null && place is not null)
        {
            AddPlace(html, server, user, place);
        }

        return html.Append("""
            </main><footer><p id="result" role="status"></p>
            <form id="say"><label>Message or /command <input name="text" autocomplete="off" placeholder="/mla help"></label> <button class="primary">Send</button></form></footer>
            <dialog id="modal"><form method="dialog"></form></dialog><script src="/page.js"></script>
            """).ToString();
    }

    private static IEnumerable<(string Id, string Name)> Places(User user) =>
        user.Team.Channels.Values.Where(channel => !channel.IsDeleted && (!channel.IsPrivate || channel.Members.Contains(user.Id))).OrderBy(channel => channel.IsDirect)
            .Select(channel => (channel.Id, channel.IsDirect
                ? "Direct messages with " + string.Join(", ", channel.Members.Where(id => id != user.Id).Select(id => user.Team.Users.GetValueOrDefault(id)?.Name))
                : $"#{channel.Name}{(channel.IsArchived ? " (archived)" : "")}"))
            .Concat(user.Team.Apps.Where(app => app.IsInstalled).Select(app => (HomePrefix + app.Id, $"Home of {app.Name}")));

    private static void AddOptions(StringBuilder html, IEnumerable<(string Id, string Name)> entries, string? chosen)
    {
        foreach (var (id, name) in entries)
        {
            html.Append($"<option value=\"{E(id)}\"{(id == chosen ? " selected" : "")}>{E(name)}</option>");
        }
    }

    private static void AddPlace(StringBuilder html, SlackTestServer server, User user, string place)
    {
        if (place.StartsWith(HomePrefix, StringComparison.Ordinal))
        {
            if (user.Homes.GetValueOrDefault(place[HomePrefix.Length..]) is { } home)
            {
                html.Append($"<article data-view=\"{home.Id}\">");
                new BlockHtml(html, home.State, user).Add(home.Blocks);
                html.Append("</article>");
            }
            else
            {
                html.Append("<p>The app has published nothing here yet. Is it running?</p>");
            }

            return;
        }

        var seen = server.Control.Seen(user, user.Team.Channels[place]);
        if (seen.Count == 0)
        {
            html.Append("<p>Nothing here yet. Type a command below, such as <b>/mla help</b>.</p>");
        }

        // Replies stand under the head of their thread, whenever they came.
        foreach (var message in seen.OrderBy(message => message.ThreadTs ?? message.Ts, StringComparer.Ordinal).ThenBy(message => message.Ts, StringComparer.Ordinal))
        {
            AddMessage(html, message, user);
        }
    }

    private static void AddMessage(StringBuilder html, Message message, User user)
    {
        var isReply = message.ThreadTs is { } head && head != message.Ts;
        html.Append($"<article data-message=\"{message.Ts}\" class=\"{(message.IsEphemeral ? "private" : "")}{(isReply ? " reply" : "")}\"><p class=\"by\"><b>{E(message.Author.Name)}</b>{(message.App is null ? "" : " (app)")} ")
            .Append(CultureInfo.InvariantCulture, $"{DateTimeOffset.FromUnixTimeSeconds(long.Parse(message.Ts.Split('.')[0], CultureInfo.InvariantCulture)):d MMM HH:mm:ss}{(message.Edits > 0 ? ", edited" : "")}{(isReply ? ", in a thread" : "")}</p>");
        if (message.Blocks.Count > 0)
        {
            new BlockHtml(html, message.States.GetValueOrDefault(user.Id) ?? new(), user).Add(message.Blocks);
            html.Append($"<details><summary>As a notification</summary><p class=\"words\">{MrkdwnHtml.E(message.Text)}</p></details>");
        }
        else
        {
            html.Append($"<p>{new MrkdwnHtml(user.Team).Of(message.Text)}</p>");
        }

        foreach (var file in message.Files)
        {
            html.Append(file.Name.EndsWith(".png", StringComparison.OrdinalIgnoreCase)
                ? $"<img src=\"/file/{file.Id}\" alt=\"{E(file.AltText.Length > 0 ? file.AltText : file.Name)}\">"
                : $"<p><a href=\"/file/{file.Id}\">{E(file.Name)}</a></p>");
        }

        html.Append(message.IsEphemeral ? "<p class=\"by\">Only you can see this. <button data-dismiss>Dismiss</button></p></article>" : "</article>");
    }

    private static string Modal(View view)
    {
        var html = new StringBuilder($"<div data-view=\"{view.Id}\" data-hash=\"{E(view.Hash)}\"><h2>{E(view.Title)}</h2>");
        new BlockHtml(html, view.State, view.User).Add(view.Blocks, view.Errors);
        html.Append("<p class=\"error\" id=\"problem\" role=\"alert\"></p>");
        return html.Append(view.SubmitLabel is { } submit ? $"<button class=\"primary\">{E(submit)}</button> " : "")
            .Append($"<button type=\"button\" data-cancel>{E(view.Content["close"].Text("text") ?? "Cancel")}</button></div>").ToString();
    }

    private static string E(string? text) => WebUtility.HtmlEncode(text ?? "");

    private sealed class HtmlResult(string html, string policy) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentSecurityPolicy = policy;
            return Results.Content(html, "text/html; charset=utf-8").ExecuteAsync(httpContext);
        }
    }
}
