using System.Collections.Concurrent;
using System.Threading.Channels;
using MlaBot.Slack.SocketMode;

namespace MlaBot.Slack.Tests.SocketMode;

/// <summary>Remembers what it heard; acknowledges at once unless told not to.</summary>
internal sealed class RecordingSocketListener : ISocketListener
{
    private readonly Channel<SocketEnvelope> _envelopes = Channel.CreateUnbounded<SocketEnvelope>();
    private int _acknowledged;
    private int _failed;

    public ConcurrentQueue<bool> Changes { get; } = new();

    /// <summary>What is done with each envelope; null to leave that to the test.</summary>
    public Func<SocketEnvelope, Task>? Handle { get; set; }

    /// <summary>When set, thrown for each envelope and each change.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Acknowledgements that went out.</summary>
    public int Acknowledged => _acknowledged;

    /// <summary>Acknowledgements that did not.</summary>
    public int Failed => _failed;

    public async Task<SocketEnvelope> NextAsync() => await _envelopes.Reader.ReadAsync().AsTask().WaitAsync(SocketRig.Limit);

    public bool TryNext(out SocketEnvelope? envelope) => _envelopes.Reader.TryRead(out envelope);

    public void Received(SocketEnvelope envelope)
    {
        if (Fault is { } fault)
        {
            throw fault;
        }

        if (Handle is { } handle)
        {
            _ = handle(envelope);
        }
        else
        {
            _envelopes.Writer.TryWrite(envelope);
        }
    }

    /// <summary>A way to <see cref="Handle"/>.</summary>
    public async Task AcknowledgeAsync(SocketEnvelope envelope)
    {
        await Task.Yield();
        var isOut = await envelope.Acknowledge(default, CancellationToken.None);
        Interlocked.Increment(ref isOut ? ref _acknowledged : ref _failed);
    }

    public void HearingChanged(bool isHearing)
    {
        Changes.Enqueue(isHearing);
        if (Fault is { } fault)
        {
            throw fault;
        }
    }
}
