using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Sockets;

/// <summary>Sends envelopes, follows each to its acknowledgement, and sends events again.</summary>
internal sealed class Envelopes(SlackWorld world, SocketOptions options, SocketControl control, Func<string, SocketBook> bookOf)
{
    private readonly ConcurrentDictionary<string, Envelope> _known = new(StringComparer.Ordinal);

    public Delivery Deliver(string appId, string type, JsonObject payload, bool acceptsPayload)
    {
        var book = bookOf(appId);
        if (type is "events_api")
        {
            control.SentEvent(payload);
        }

        var first = New(type, payload, acceptsPayload);
        return new(first.Id, FollowAsync(book, first, Send(book, first, attempt: 0), payload), first.Elapsed);
    }

    /// <summary>Takes a message of a client, which can only be an acknowledgement.</summary>
    public async Task TakeAsync(SocketLink link, byte[] message)
    {
        control.Heard(link, message);
        if (control.AckDelay is { } delay && delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, world.Clock);
        }

        var book = bookOf(link.App.Id);
        if (Parse(message) is not { } ack || ack.Text("envelope_id") is not { } id)
        {
            world.Accuse(link.App, "ack", "is no JSON object with an envelope_id");
            world.Changed();
            return;
        }

        if (!_known.TryGetValue(id, out var envelope))
        {
            book.Count(figures => figures with { UnknownAcks = figures.UnknownAcks + 1 });
            world.Changed();
            return;
        }

        var answer = ack["payload"] as JsonObject;
        // Bolt sends "payload":{} with every acknowledgement; that says nothing. Those of people's acts are judged where they are carried out.
        if (answer is { Count: > 0 } && envelope.Type is "events_api" && !link.App.IsLenient)
        {
            world.Accuse(link.App, $"ack {envelope.PayloadType}", "carries a payload, which goes unread");
        }

        var isInTime = envelope.Take(link, answer, out var after, out var wrong);
        if (wrong.Length > 0)
        {
            world.Accuse(link.App, $"ack {envelope.PayloadType}", wrong);
        }

        if (isInTime is { } inTime)
        {
            book.CountAck(after, !inTime);
        }

        envelope.Release();
        world.Changed();
    }

    private static JsonObject? Parse(byte[] message)
    {
        try
        {
            return JsonNode.Parse(message) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Envelope New(string type, JsonObject payload, bool acceptsPayload)
    {
        var envelope = new Envelope(Guid.NewGuid().ToString(), type, payload, acceptsPayload, world.Clock);
        return _known[envelope.Id] = envelope;
    }

    /// <summary>Sends on the socket whose turn it is. False when none is open.</summary>
    private bool Send(SocketBook book, Envelope envelope, int attempt)
    {
        var link = book.Next();
        book.Count(figures => link is null ? figures with { Unheard = figures.Unheard + 1 } : figures with
        {
            Envelopes = figures.Envelopes + 1,
            Redelivered = figures.Redelivered + (attempt > 0 ? 1 : 0),
        });
        if (link is null)
        {
            return false;
        }

        var json = envelope.Json(attempt);
        envelope.SentOn(link);
        link.Send(json, envelope.LeavesNow);
        if (control.Doubles is DoubleDelivery.SameEnvelope)
        {
            envelope.SentOn(link);
            link.Send(json);
        }

        return true;
    }

    private async Task<Acknowledgement?> FollowAsync(SocketBook book, Envelope envelope, bool isSent, JsonObject payload)
    {
        if (control.Doubles is DoubleDelivery.NewEnvelope)
        {
            // Nobody waits for the second one: it is there to be recognised.
            Send(book, New(envelope.Type, payload, envelope.AcceptsPayload), attempt: 0);
        }

        if (envelope.Type is not "events_api")
        {
            var outcome = isSent ? await envelope.OutcomeAsync(options.AckTime) : null;
            if (outcome is null)
            {
                envelope.GiveUp();
                book.Count(figures => figures with { OperationTimeouts = figures.OperationTimeouts + 1 });
                world.Changed();
            }

            return outcome;
        }

        for (var attempt = 0; ; attempt++)
        {
            if (await envelope.OutcomeAsync(options.AckTime) is { } outcome)
            {
                return outcome;
            }

            if (attempt == options.RedeliveryWaits.Count)
            {
                book.Count(figures => figures with { LostEvents = figures.LostEvents + 1 });
                world.Changed();
                return null;
            }

            await Task.Delay(options.RedeliveryWaits[attempt], world.Clock);
            envelope = New(envelope.Type, payload, envelope.AcceptsPayload);
            Send(book, envelope, attempt + 1);
        }
    }
}
