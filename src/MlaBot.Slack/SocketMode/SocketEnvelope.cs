namespace MlaBot.Slack.SocketMode;

/// <summary>What Slack sent, with the way to acknowledge it.</summary>
/// <remarks>Source: Slack developer documentation, "Using Socket Mode: Events".</remarks>
/// <param name="Id">The envelope's id; a redelivered event has a new one.</param>
/// <param name="Type"><c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>; envelopes of other types are acknowledged and go no further.</param>
/// <param name="Payload">The payload, a JSON object in UTF-8 that is well formed; the memory belongs to the envelope.</param>
/// <param name="AcceptsPayload">True when the acknowledgement may carry an answer.</param>
/// <param name="RetryAttempt">0 the first time.</param>
/// <param name="ReceivedAt">A timestamp of the <see cref="TimeProvider"/>: the 3 seconds count from here.</param>
/// <param name="Acknowledge">Sends the acknowledgement on the socket that brought the envelope. Gives false when it was not sent: that socket
/// is gone, or the envelope was acknowledged before. Throws only when the wait was cancelled; then the acknowledgement may have been sent.</param>
internal sealed record SocketEnvelope(
    string Id, string Type, ReadOnlyMemory<byte> Payload, bool AcceptsPayload, int RetryAttempt, long ReceivedAt, SocketEnvelope.AcknowledgeAsync Acknowledge)
{
    /// <summary>Sends an acknowledgement.</summary>
    /// <param name="payload">The answer as UTF-8 JSON; empty for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal delegate ValueTask<bool> AcknowledgeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);
}
