using System.Runtime.CompilerServices;

namespace MlaBot.Slack.SocketMode.Sockets;

/// <summary>The one acknowledgement of an envelope, on the socket that brought it.</summary>
/// <remarks>Source: Slack developer documentation, "Using Socket Mode: Acknowledging events".</remarks>
internal sealed class Acknowledgement
{
    private static readonly byte[] Joint = ""","payload":"""u8.ToArray();

    private readonly SlackSocket _socket;
    private readonly Outstanding _outstanding;
    private readonly byte[] _empty;
    private int _isTaken;

    /// <summary>Prepares the acknowledgement.</summary>
    /// <param name="socket">The envelope's socket.</param>
    /// <param name="outstanding">Told when it is out.</param>
    /// <param name="rawId">The envelope's id as it stood in the frame, escaped.</param>
    public Acknowledgement(SlackSocket socket, Outstanding outstanding, ReadOnlySpan<byte> rawId)
    {
        (_socket, _outstanding) = (socket, outstanding);
        var before = "{\"envelope_id\":\""u8;
        _empty = new byte[before.Length + rawId.Length + 2];
        before.CopyTo(_empty);
        rawId.CopyTo(_empty.AsSpan(before.Length));
        "\"}"u8.CopyTo(_empty.AsSpan(before.Length + rawId.Length));
        outstanding.Add();
    }

    /// <inheritdoc cref="SocketEnvelope.AcknowledgeAsync"/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _isTaken, 1) != 0)
        {
            return false;
        }

        try
        {
            return await _socket.SendAsync(_empty, Joint, payload, cancellationToken);
        }
        finally
        {
            _outstanding.Remove();
        }
    }
}
