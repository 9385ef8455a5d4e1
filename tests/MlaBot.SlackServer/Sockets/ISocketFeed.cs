using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.Sockets;

/// <summary>Brings envelopes to an app's sockets. The world calls it; the socket side implements it.</summary>
public interface ISocketFeed
{
    /// <summary>Sends an envelope to exactly one open socket of an app, and follows it to its acknowledgement.</summary>
    /// <param name="appId">The app.</param>
    /// <param name="type"><c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="acceptsPayload">True for slash commands, view submissions and block suggestions.</param>
    Delivery Deliver(string appId, string type, JsonObject payload, bool acceptsPayload);
}

/// <summary>An envelope on its way.</summary>
/// <param name="EnvelopeId">The id of the first sending; a redelivered event gets new ones.</param>
/// <param name="Acknowledged">Done with the acknowledgement; null when none came within 3 s (for events: within all redeliveries) or no
/// socket was open.</param>
/// <param name="Elapsed">How long ago the first sending left, at the moment of the call.</param>
public sealed record Delivery(string EnvelopeId, Task<Acknowledgement?> Acknowledged, Func<TimeSpan> Elapsed);

/// <summary>An acknowledgement.</summary>
/// <param name="Payload">What it carried; null for none.</param>
/// <param name="After">How long it took from the sending of the frame that it acknowledges.</param>
public sealed record Acknowledgement(JsonObject? Payload, TimeSpan After);
