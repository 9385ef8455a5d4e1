using System.Text.Json.Nodes;
using MlaBot.SlackServer.Control;
using MlaBot.SlackServer.Sockets;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Play;

/// <summary>A server that another program plays with: one act a line on its input, one line of JSON on its output for each.</summary>
internal sealed class LinePlay(TextReader acts, TextWriter results)
{
    /// <summary>Shorter than Slack's, so that a refresh ends while somebody waits for it.</summary>
    private static readonly SocketOptions SocketTimes = new() { RefreshAfterWarning = TimeSpan.FromMilliseconds(300), CloseAfterWarning = TimeSpan.FromSeconds(3) };

    /// <param name="dumpTo">Where the captured payloads go at the end; null for nowhere.</param>
    /// <param name="cancellationToken">Ends the play.</param>
    public async Task RunAsync(string? dumpTo, CancellationToken cancellationToken)
    {
        await using var server = await SlackTestServer.StartAsync(new() { Sockets = world => new SocketServer(world, SocketTimes) }, cancellationToken);
        var team = server.Control.AddTeam("Study group");
        var user = server.Control.AddUser(team, "ada");
        var channel = server.Control.AddChannel(team, "daily", isPrivate: false, user);
        // Published clients send more than they must, and their own tests ask for more than the manifest of this bot.
        var app = server.Control.AddApp(team, scopes: [.. AppDefaults.Scopes, "reactions:read"], isLenient: true);
        app.Events.Add("message.channels");
        server.Control.InviteBot(channel, app);
        await TellAsync(new()
        {
            ["api"] = server.ApiBaseUrl,
            ["bot_token"] = app.BotToken,
            ["app_token"] = app.AppToken,
            ["team"] = team.Id,
            ["user"] = user.Id,
            ["bot"] = app.Bot.Id,
            ["channel"] = channel.Id,
        });

        var stage = new PlayStage(server, user, channel, app);
        while (await acts.ReadLineAsync(cancellationToken) is { } line)
        {
            try
            {
                if (line == "end" && dumpTo is not null)
                {
                    await PayloadDump.WriteAsync(server.World.Acts, stage.Events, dumpTo, cancellationToken);
                }

                await TellAsync(await stage.PlayAsync(line, cancellationToken));
            }
            catch (Exception refused) when (refused is ControlException or InvalidOperationException or TimeoutException)
            {
                // The other program reports it; one failed act must not end the play.
                await TellAsync(new() { ["error"] = refused.Message });
            }
        }
    }

    private Task TellAsync(JsonObject result) => results.WriteLineAsync(result.ToJsonString());
}
