using System.Text.Json;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Validation;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Gateway;

/// <summary>What the gateway does with each payload of one connection.</summary>
/// <remarks>Source: Discord developer documentation, "Gateway: Connection Lifecycle".</remarks>
internal sealed class GatewayProtocol(GatewayConnection connection, GatewayServer server, DiscordWorld world)
{
    private readonly SendWindow _window = new(world.Clock);

    public GatewaySession? Session { get; private set; }

    public void Receive(byte[] payload, Action beat)
    {
        if (GatewayConnection.IsTooLong(payload) || Parse(payload) is not { } message || message.Number("op") is not { } op)
        {
            connection.Close(CloseCode.DecodeError, "Error while decoding payload.");
            return;
        }

        var data = message.Has("d", out var found) ? found : default;
        server.Control.Record(new GatewayReceived(connection.Number, (int)op, data, world.Clock.GetUtcNow()));
        if (!_window.Take())
        {
            connection.Close(CloseCode.RateLimited, "You are being rate limited.");
            return;
        }

        switch (op)
        {
            case Opcode.Heartbeat:
                beat();
                if (server.Control.AcknowledgesHeartbeats)
                {
                    connection.Send(Opcode.HeartbeatAck, Payload.Other(Opcode.HeartbeatAck, null));
                }

                break;
            case Opcode.Identify or Opcode.Resume when Session is not null:
                connection.Close(CloseCode.AlreadyAuthenticated, "Already authenticated.");
                break;
            case Opcode.Identify:
                Identify(data);
                break;
            case Opcode.Resume:
                Resume(data);
                break;
            case Opcode.PresenceUpdate or Opcode.VoiceStateUpdate or Opcode.RequestGuildMembers or Opcode.RequestSoundboardSounds:
                if (Session is null)
                {
                    connection.Close(CloseCode.NotAuthenticated, "Not authenticated.");
                }

                break;
            default:
                connection.Close(CloseCode.UnknownOpcode, "Unknown opcode.");
                break;
        }
    }

    private void Identify(JsonElement data)
    {
        var (identity, code, reason) = IdentifyRules.Read(data, world, server.Options);
        if (identity is null)
        {
            connection.Close(code, reason);
            return;
        }

        switch (server.Starts.Take(identity.Bot, identity.Shard?.Id ?? 0))
        {
            case SessionStart.Granted:
                Session = server.Sessions.Start(identity, connection);
                world.Changed();
                break;
            case SessionStart.TooFast:
                Refuse();
                break;
            default:
                // A bot that starts too many sessions loses its token.
                lock (world.Gate)
                {
                    identity.Bot.Token = $"{identity.Bot.Token}.reset";
                }

                connection.Close(CloseCode.AuthenticationFailed, "Authentication failed.");
                break;
        }
    }

    private void Resume(JsonElement data)
    {
        if (world.FindBot(data.Text("token")) is not { } bot)
        {
            connection.Close(CloseCode.AuthenticationFailed, "Authentication failed.");
            return;
        }

        var (session, code) = server.Sessions.Resume(bot, data.Text("session_id"), data.Number("seq") ?? -1, connection);
        Session = session;
        world.Changed();
        if (code != 0)
        {
            connection.Close(code, "Invalid seq.");
        }
        else if (session is null)
        {
            Refuse();
        }
    }

    private void Refuse() => connection.Send(Opcode.InvalidSession, Payload.Other(Opcode.InvalidSession, JsonValue.Create(false)));

    private static JsonElement? Parse(byte[] payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
