namespace MlaBot.Slack.SocketMode;

/// <summary>Counts over all sockets of a client.</summary>
internal sealed class SocketCounters
{
    private long _envelopes;
    private long _malformedFrames;

    public long Envelopes => Interlocked.Read(ref _envelopes);

    public long MalformedFrames => Interlocked.Read(ref _malformedFrames);

    public void Envelope() => Interlocked.Increment(ref _envelopes);

    public void Malformed() => Interlocked.Increment(ref _malformedFrames);
}
