using System.Globalization;
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
                return Page(Html(server, user, channel));
            }
        });
        app.MapGet("/modal", (ulong interaction) =>
        {
            lock (server.World.Gate)
            {
                return server.World.Interactions.Values.FirstOrDefault(entry => entry.Id == interaction) is { Modal: { } modal } opener
                    ? Page(ModalHtml.Of(modal, Markdown(server.World, opener.Channel.Guild), opener.Channel.Guild))
                    : Results.NotFound();
            }
        });
        app.MapGet("/page.js", () => Results.Stream(Part("page.js"), "text/javascript; charset=utf-8"));
        app.MapGet("/page.css", () => Results.Stream(Part("page.css"), "text/css; charset=utf-8"));
        app.MapGet("/favicon.ico", () => Results.NoContent());
    }

    // The page shows text of people and of a bot: no script but the page's own runs, whatever that text is.
    private static IResult Page(string html) => new HtmlResult(html, "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; connect-src 'self'");

    private static Stream Part(string name) => typeof(LandingPage).Assembly.GetManifestResourceStream(name)!;

    private static string Html(DiscordTestServer server, string? userId, string? channelId)
    {
        var world = server.World;
        var people = world.Users.Values.Where(user => !user.IsBot).ToList();
        var user = people.Find(user => user.Id.ToString() == userId) ?? (people.Count > 0 ? people[0] : null);
        var channels = world.Channels.Values.Where(channel => user is not null && Rights.In(channel, user.Id).HasFlag(Permission.ViewChannel)).ToList();
        var channel = channels.Find(channel => channel.Id.ToString() == channelId) ?? (channels.Count > 0 ? channels[0] : null);
        var html = new StringBuilder("""
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Local Discord</title>
            <link rel="stylesheet" href="/page.css"><header><h1>Local Discord</h1><form id="who"><label>You are <select name="user">
            """);
        AddOptions(html, people, user, person => person.Id, person => person.Username);
        html.Append("</select></label> <label>in <select name=\"channel\">");
        AddOptions(html, channels, channel, place => place.Id, place => place.Guild is { } guild
            ? $"{guild.Name} / {(place.Parent is { } parent ? $"#{parent.Name} / thread " : "#")}{place.Name}"
            : "Private messages with " + string.Join(", ", place.Recipients.Where(person => person != user).Select(person => person.Username)));
        html.Append("</select></label></form></header><main>");
        var seen = user is not null && channel is not null ? server.Control.Seen(user, channel) : [];
        if (seen.Count == 0)
        {
            html.Append("<p>Nothing here yet. Run a command below: <b>/setup</b> as the owner of the server starts the daily questions.</p>");
        }

        var markdown = Markdown(world, channel?.Guild);
        foreach (var message in seen)
        {
            AddMessage(html, message, markdown);
        }

        return html.Append("""
            </main><footer><p id="result" role="status"></p><form id="command"><label>Command <select name="command"></select></label> <span id="options"></span><button class="primary">Run</button></form>
            <form id="say"><label>Message <input name="text" autocomplete="off"></label> <button>Send</button></form></footer>
            <dialog id="modal"><form method="dialog"></form></dialog><script src="/page.js"></script>
            """).ToString();
    }

    private static void AddOptions<T>(StringBuilder html, List<T> entries, T? chosen, Func<T, ulong> id, Func<T, string> name)
        where T : class
    {
        foreach (var entry in entries)
        {
            html.Append($"<option value=\"{id(entry)}\"{(entry == chosen ? " selected" : "")}>{E(name(entry))}</option>");
        }
    }

    private static void AddMessage(StringBuilder html, Message message, MarkdownHtml markdown)
    {
        html.Append($"<article data-message=\"{message.Id}\"{(message.IsEphemeral ? " class=\"private\"" : "")}><p class=\"by\"><b>{E(message.Author.Username)}</b>{(message.Author.IsBot ? " (app)" : "")} ")
            .Append(CultureInfo.InvariantCulture, $"{message.SentAt:d MMM HH:mm:ss}{(message.EditedAt is null ? "" : ", edited")}</p>");
        if ((message.Flags & Message.Loading) != 0)
        {
            html.Append($"<p>{E(message.Author.Username)} is thinking…</p>");
        }

        if (message.Content.Length > 0)
        {
            html.Append($"<div class=\"text\">{markdown.Of(message.Content)}</div>");
        }

        var components = new ComponentHtml(html, markdown, message.Channel.Guild);
        foreach (var component in message.Components.OfType<JsonObject>())
        {
            components.Add(component);
        }

        if (message.Thread is { } thread)
        {
            html.Append($"<p class=\"by\"><button data-go=\"{thread.Id}\">Thread: {E(thread.Name)}</button></p>");
        }

        html.Append(message.IsEphemeral ? "<p class=\"by\">Only you can see this. <button data-dismiss>Dismiss</button></p></article>" : "</article>");
    }

    private static MarkdownHtml Markdown(DiscordWorld world, Guild? guild) => new(
        (kind, id) => kind switch
        {
            "@" => world.Users.GetValueOrDefault(id)?.Username,
            "@&" => guild?.Roles.GetValueOrDefault(id)?.Name,
            _ => world.Channels.GetValueOrDefault(id)?.Name,
        },
        world.Clock.GetUtcNow());

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
