using System.Text.Json;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Gateway;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Play;

/// <summary>A server that another program plays with: one act a line on its input, one line of JSON on its output for each.</summary>
internal sealed class LinePlay(TextReader acts, TextWriter results)
{
    private readonly PayloadDump _dump = new();

    /// <param name="dumpTo">Where the captured payloads go at the end; null for nowhere.</param>
    /// <param name="cancellationToken">Ends the play.</param>
    public async Task RunAsync(string? dumpTo, CancellationToken cancellationToken)
    {
        await using var server = await DiscordTestServer.StartAsync(cancellationToken: cancellationToken);
        server.GatewayControl().Frames = _dump.Keep;
        var user = server.Control.AddUser("ada");
        var guild = server.Control.AddGuild("Study group", user);
        var channel = server.Control.AddChannel(guild, "daily");
        var bot = server.Control.AddBot(isStrict: false);
        server.Control.JoinBot(guild, bot);
        await TellAsync(new JsonObject
        {
            ["api"] = $"{server.BaseAddress}api",
            ["token"] = bot.Token,
            ["application"] = bot.ApplicationId.ToString(),
            ["guild"] = guild.Id.ToString(),
            ["channel"] = channel.Id.ToString(),
        });

        Interaction? last = null;
        while (await acts.ReadLineAsync(cancellationToken) is { } line)
        {
            var words = line.Split(' ', 3);
            try
            {
                switch (words[0])
                {
                    case "command":
                        last = server.Control.Command(user, channel, words[1]);
                        await AnswerAsync(await last.FirstResponse);
                        break;
                    case "type":
                        await AnswerAsync(await server.Control.AutocompleteAsync(user, channel, words[1], "words", words[2]));
                        break;
                    case "press":
                        last = server.Control.Press(user, server.Control.Public(channel)[^1], words[1]);
                        await AnswerAsync(await last.FirstResponse);
                        break;
                    case "choose":
                        await AnswerAsync(await server.Control.ChooseAsync(user, server.Control.Public(channel)[^1], words[1], words[2]));
                        break;
                    case "lose":
                        server.Control.DeleteChannel(server.Control.AddThread(channel, "talk"));
                        server.Control.DeleteChannel(server.Control.AddChannel(guild, "old"));
                        server.Control.SetOutage(guild, isOut: true);
                        server.Control.SetOutage(guild, isOut: false);
                        await TellAsync(new JsonObject());
                        break;
                    case "submit":
                        await AnswerAsync(await server.Control.SubmitAsync(last!, new Dictionary<string, object> { [words[1]] = words[2] }));
                        break;
                    case "say":
                        server.Control.Say(user, channel, line[4..]);
                        await TellAsync(new JsonObject());
                        break;
                    case "cut":
                        server.GatewayControl().Cut();
                        await TellAsync(new JsonObject());
                        break;
                    case "resumes":
                        await TellAsync(new JsonObject { ["count"] = server.GatewayControl().Of(Opcode.Resume).Count, ["identifies"] = server.GatewayControl().Of(Opcode.Identify).Count });
                        break;
                    case "end":
                        if (dumpTo is not null)
                        {
                            await _dump.WriteAsync(dumpTo, cancellationToken);
                        }

                        await TellAsync(new JsonObject { ["violations"] = JsonSerializer.SerializeToNode(server.World.Violations.Select(one => one.ToString())) });
                        return;
                    default:
                        await TellAsync(new JsonObject { ["error"] = $"No such act: {words[0]}" });
                        break;
                }
            }
            catch (Exception refused) when (refused is Control.ControlException or InvalidOperationException)
            {
                // The other program reports it; one failed act must not end the play.
                await TellAsync(new JsonObject { ["error"] = refused.Message });
            }
        }
    }

    private Task AnswerAsync(FirstResponse response) => TellAsync(new JsonObject
    {
        ["type"] = response.Type,
        ["text"] = response.Text,
        ["choices"] = new JsonArray([.. response.Choices.Select(choice => (JsonNode)choice.Name)]),
    });

    private Task TellAsync(JsonObject result) => results.WriteLineAsync(result.ToJsonString());
}
