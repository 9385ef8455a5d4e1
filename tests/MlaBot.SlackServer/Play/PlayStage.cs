using System.Text.Json.Nodes;
using MlaBot.SlackServer.Sockets;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Play;

/// <summary>What can be played: a person in a channel with one app.</summary>
internal sealed class PlayStage(SlackTestServer server, User user, Channel channel, App app)
{
    private readonly SocketControl _sockets = server.SocketControl();

    /// <summary>The payloads of all events so far.</summary>
    public IReadOnlyList<JsonObject> Events => _sockets.Events;

    /// <summary>Plays one act.</summary>
    /// <param name="line">
    /// <c>command /mla words</c>; <c>press ID</c>, <c>choose ID value</c> on the newest message; <c>pressview</c>, <c>chooseview</c>, <c>submit NAME text</c>,
    /// <c>suggest ID typed</c>, <c>close</c> in the top view; <c>shortcut ID</c>; <c>home</c>; <c>say text</c>; <c>mention text</c>;
    /// <c>wait words</c> for a message with these words; <c>file</c>; <c>sockets</c>; <c>refresh</c>; <c>cut</c>; <c>end</c>.
    /// </param>
    /// <param name="cancellationToken">Ends waits.</param>
    /// <exception cref="InvalidOperationException">There is no such act.</exception>
    public async Task<JsonObject> PlayAsync(string line, CancellationToken cancellationToken)
    {
        var words = line.Split(' ', 3);
        var rest = line.Length > words[0].Length ? line[(words[0].Length + 1)..] : "";
        switch (words[0])
        {
            case "command":
                return Show(await server.Control.CommandAsync(user, channel, rest));
            case "press":
                return Show(await server.Control.PressAsync(user, Newest(), words[1]));
            case "choose":
                return Show(await server.Control.ChooseAsync(user, Newest(), words[1], words[2]));
            case "chooseview":
                return Show(await server.Control.ChooseAsync(user, Top(), words[1], words[2]));
            case "pressview":
                return Show(await server.Control.PressAsync(user, Top(), words[1]));
            case "submit":
                return Show(await server.Control.SubmitAsync(user, Top(), new Dictionary<string, object?>(StringComparer.Ordinal) { [words[1]] = words[2] }));
            case "suggest":
                return await server.Control.SuggestAsync(user, Top(), words[1], words[2]) is { } suggested ? Show(suggested) : throw new InvalidOperationException("Too little was typed.");
            case "close":
                return await server.Control.CloseAsync(user, Top()) is { } closed ? Show(closed) : [];
            case "shortcut":
                return Show(await server.Control.ShortcutAsync(user, app, words[1]));
            case "home":
                server.Control.OpenHome(user, app);
                var home = await server.World.UntilAsync("the Home", () => server.Control.Home(user, app), cancellationToken);
                return new() { ["words"] = home.Words };
            case "view":
                var view = await server.World.UntilAsync($"a view with \"{rest}\"", () => user.Views.LastOrDefault(view => view.Words.Contains(rest, StringComparison.Ordinal)), cancellationToken);
                return new() { ["words"] = view.Words };
            case "say":
                server.Control.Say(user, channel, rest);
                return [];
            case "mention":
                server.Control.Mention(user, channel, app, rest);
                return [];
            case "wait":
                var seen = await server.Control.UntilSeenAsync(user, channel, message => message.Words.Contains(rest, StringComparison.Ordinal), cancellationToken);
                return new() { ["words"] = seen.Words, ["is_ephemeral"] = seen.IsEphemeral, ["edits"] = seen.Edits, ["ts"] = seen.Ts };
            case "file":
                var file = await server.World.UntilAsync("a file", () => server.World.Files.Values.LastOrDefault(file => file.Shares.Count > 0), cancellationToken);
                return new() { ["name"] = file.Name, ["length"] = file.Bytes?.Length };
            case "sockets":
                return Figures();
            case "hellos":
                var count = int.Parse(rest, System.Globalization.CultureInfo.InvariantCulture);
                await _sockets.UntilAsync(() => _sockets.Figures(app).Hellos >= count && _sockets.Figures(app).Open > 0, cancellationToken);
                return Figures();
            case "refresh":
                await _sockets.RefreshAsync(app, cancellationToken);
                return Figures();
            case "cut":
                _sockets.Cut(app);
                return [];
            case "end":
                return new() { ["violations"] = JsonNodes.Texts(server.World.Violations.Select(one => one.ToString())) };
            default:
                throw new InvalidOperationException($"There is no act \"{words[0]}\".");
        }
    }

    private static JsonObject Show(Act act)
    {
        return new()
        {
            ["timed_out"] = act.IsTimedOut,
            ["ack"] = act.AckPayload?.DeepClone(),
            ["messages"] = JsonNodes.Texts(act.Messages.Select(message => message.Words)),
            ["view"] = act.View?.Words,
            ["options"] = JsonNodes.Texts(act.Options.Select(option => option.Text)),
            ["errors"] = JsonNodes.Texts(act.Errors.Values),
        };
    }

    private Message Newest() => server.Control.Seen(user, channel).LastOrDefault(message => message.Blocks.Count > 0) ?? throw new InvalidOperationException("There is no message with blocks.");

    private View Top() => server.Control.TopView(user) ?? throw new InvalidOperationException("There is no view.");

    private JsonObject Figures()
    {
        var figures = _sockets.Figures(app);
        return new()
        {
            ["open"] = figures.Open,
            ["hellos"] = figures.Hellos,
            ["deaf_ms"] = (int)figures.Deaf.TotalMilliseconds,
            ["ends"] = JsonNodes.Texts(_sockets.Visits.Select(visit => visit.End)),
        };
    }
}
