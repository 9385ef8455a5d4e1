using System.Text.Json.Nodes;
using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.Responses;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Control;

/// <summary>Sends what people do to apps and shows them what comes back.</summary>
internal sealed class ActDesk(SlackWorld world, AckWriter acks, FaultPlan faults)
{
    /// <summary>Sends an act. Its payload is built under the gate.</summary>
    /// <param name="act">The act, already with its payload.</param>
    /// <param name="channel">Where the answer to a command goes.</param>
    public async Task<Act> SendAsync(Act act, Channel? channel = null)
    {
        if (faults.OnTheWay?.Invoke() is { } wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, world.Clock);
        }

        Task<Sockets.Acknowledgement?> acknowledged;
        lock (world.Gate)
        {
            world.Acts.Enqueue(act);
            var isCommand = act.Kind is "slash_commands";
            var delivery = world.Sockets.Deliver(
                act.App.Id, isCommand ? "slash_commands" : "interactive", (JsonObject)act.Payload.DeepClone(),
                acceptsPayload: isCommand || act.Kind is "view_submission" or "block_suggestion");
            (acknowledged, act.Elapsed) = (delivery.Acknowledged, delivery.Elapsed);
        }

        var ack = await acknowledged;
        lock (world.Gate)
        {
            if (ack is null)
            {
                act.IsTimedOut = true;
                world.Changed();
                return act;
            }

            (act.AckPayload, act.AckAfter) = (ack.Payload, ack.After);
            acks.Write(act, channel);
            return act;
        }
    }

    /// <summary>Adds a trigger to an act's payload.</summary>
    public void AddTrigger(Act act)
    {
        var trigger = new Trigger($"{Digits(13)}.{Digits(13)}.{SlackIds.Secret(32).ToLowerInvariant()}", act, world.Clock.GetUtcNow() + Trigger.Life);
        world.Triggers[trigger.Id] = trigger;
        act.Payload["trigger_id"] = trigger.Id;
    }

    /// <summary>Adds a response URL to an act's payload.</summary>
    public void AddResponseUrl(Act act, Channel channel, Message? source)
    {
        var url = new ResponseUrl(SlackIds.Secret(24), act, channel, source, world.Clock.GetUtcNow() + ResponseUrl.Life);
        world.ResponseUrls[url.Key] = url;
        var path = act.Kind is "slash_commands" ? "commands" : act.Kind is "message_action" ? "app" : "actions";
        act.Payload["response_url"] = $"{world.BaseUrl}/{path}/{act.App.Team.Id}/{Digits(13)}/{url.Key}";
    }

    /// <summary>A moment as Slack writes it, different at every call.</summary>
    public string NewActionTs()
    {
        _lastMicros = Math.Max((world.Clock.GetUtcNow().UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond, _lastMicros + 1);
        return $"{_lastMicros / 1_000_000}.{_lastMicros % 1_000_000:D6}";
    }

    private long _lastMicros;

    private static string Digits(int count) => System.Security.Cryptography.RandomNumberGenerator.GetString("0123456789", count);
}
