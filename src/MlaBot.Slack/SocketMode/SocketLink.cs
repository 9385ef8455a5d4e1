using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using MlaBot.Slack.SocketMode.Protocol;
using MlaBot.Slack.SocketMode.Sockets;

namespace MlaBot.Slack.SocketMode;

/// <summary>One socket from its address to its end.</summary>
/// <param name="number">Its number in the pool.</param>
/// <param name="parts">What all sockets share.</param>
internal sealed partial class SocketLink(int number, SocketParts parts) : IDisposable
{
    private const int LooksPerLimit = 5;

    private readonly SlackSocket _socket = new(parts.Options, parts.Time);
    private readonly Outstanding _outstanding = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ITimer? _watch;
    private WebSocketCloseStatus _closeStatus = WebSocketCloseStatus.NormalClosure;
    private bool _isMalformedRun;

    public int Number => number;

    /// <summary>Asks for an address and connects to it.</summary>
    /// <exception cref="SocketOpenException">It could not be connected.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(parts.Options.OpenLimit, parts.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var url = await parts.Api.OpenConnectionAsync(either.Token);
        try
        {
            await _socket.ConnectAsync(url, either.Token);
        }
        catch (Exception fault) when (fault is WebSocketException or IOException or ArgumentException or HttpRequestException)
        {
            // The text of the inner exceptions is not ours, and the address holds a ticket.
            throw new SocketOpenException(SocketOpenException.Describe(url, fault, _socket.Status));
        }

        var watchEvery = (parts.Options.SilenceLimit < parts.Options.SendLimit ? parts.Options.SilenceLimit : parts.Options.SendLimit) / LooksPerLimit;
        _watch = parts.Time.CreateTimer(static state => ((SocketLink)state!).Watch(), this, watchEvery, watchEvery);
    }

    /// <summary>Reads and hands on until the socket ends. Never throws for what the other side does.</summary>
    public async Task ReadAsync()
    {
        while (true)
        {
            var message = await _socket.ReceiveAsync();
            switch (message.Kind)
            {
                case SocketMessageKind.Text:
                    await TakeAsync(message.Bytes);
                    break;
                case SocketMessageKind.Binary:
                    Malformed(message.Bytes.Length);
                    break;
                case SocketMessageKind.TooLarge:
                    parts.Counters.Malformed();
                    Log.TooLarge(parts.Logger, number, parts.Options.LargestFrame);
                    _closeStatus = WebSocketCloseStatus.MessageTooBig;
                    return;
                default:
                    Log.Ended(parts.Logger, number, message.CloseCode);
                    return;
            }
        }
    }

    /// <summary>Closes the socket while it is still read: waits for the acknowledgements, says goodbye, waits for the answer.</summary>
    public async Task CloseAsync()
    {
        await _outstanding.NoneAsync(parts.Options.DrainLimit, parts.Time);
        if (!_ended.Task.IsCompleted)
        {
            await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure);
            await _ended.Task.WaitAsync(parts.Options.CloseLimit, parts.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _socket.Abort();
    }

    /// <summary>After <see cref="ReadAsync"/>: lets what came be acknowledged, then ends the connection.</summary>
    public async Task FinishAsync()
    {
        if (_socket.CanSend)
        {
            await _outstanding.NoneAsync(parts.Options.DrainLimit, parts.Time);
            await _socket.CloseAsync(_closeStatus);
        }

        _ended.TrySetResult();
    }

    /// <summary>Cuts the connection.</summary>
    public void Abort() => _socket.Abort();

    public void Dispose()
    {
        _ended.TrySetResult();
        _watch?.Dispose();
        _socket.Dispose();
    }

    private async ValueTask TakeAsync(ReadOnlyMemory<byte> message)
    {
        if (!SocketFrame.TryRead(message.Span, out var frame))
        {
            Malformed(message.Length);
            return;
        }

        _isMalformedRun = false;
        switch (frame.Kind)
        {
            case SocketFrameKind.Envelope:
                HandOn(frame, message);
                break;
            case SocketFrameKind.Hello:
                if (!parts.Greeted(number, frame.Lifetime))
                {
                    Log.Unexpected(parts.Logger, number, frame.Type);
                }

                break;
            case SocketFrameKind.Disconnect:
                Log.Disconnecting(parts.Logger, number, frame.ReasonWord);
                parts.Disconnecting(number, frame.Reason);
                break;
            default:
                Log.Unexpected(parts.Logger, number, frame.Type);
                if (frame.Id is not null)
                {
                    parts.Counters.Envelope();
                    await new Acknowledgement(_socket, _outstanding, message.Span[frame.RawId]).SendAsync(default, CancellationToken.None);
                }

                break;
        }
    }

    private void HandOn(in SocketFrame frame, ReadOnlyMemory<byte> message)
    {
        var receivedAt = parts.Time.GetTimestamp();
        parts.Counters.Envelope();
        if (parts.IsOver())
        {
            return;
        }

        var acknowledgement = new Acknowledgement(_socket, _outstanding, message.Span[frame.RawId]);
        try
        {
            parts.Listener.Received(new(
                frame.Id!, frame.Type, message[frame.Payload].ToArray(), frame.AcceptsPayload, frame.RetryAttempt, receivedAt, acknowledgement.SendAsync));
        }
        catch (Exception fault)
        {
            // The socket must outlive a fault in the rest of the program.
            Log.ListenerFailed(parts.Logger, fault, number, frame.Type);
        }
    }

    private void Malformed(int length)
    {
        parts.Counters.Malformed();
        Log.Malformed(parts.Logger, _isMalformedRun ? LogLevel.Debug : LogLevel.Warning, number, length);
        _isMalformedRun = true;
    }

    private void Watch()
    {
        if (_socket.Silence > parts.Options.SilenceLimit)
        {
            Log.Silent(parts.Logger, number, parts.Options.SilenceLimit);
            _socket.Abort();
        }
        else if (_socket.IsStuck)
        {
            Log.Stuck(parts.Logger, number, parts.Options.SendLimit);
            _socket.Abort();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4131, LogLevel.Debug, "Socket {Number} has ended, close code {Code}")]
        public static partial void Ended(ILogger logger, int number, int? code);

        [LoggerMessage(4132, LogLevel.Information, "Slack announces the end of socket {Number}: {Reason}")]
        public static partial void Disconnecting(ILogger logger, int number, string reason);

        [LoggerMessage(4133, LogLevel.Information, "Socket {Number} brought something unexpected of type {Type}: it is acknowledged and left")]
        public static partial void Unexpected(ILogger logger, int number, string type);

        [LoggerMessage(EventId = 4134, Message = "Socket {Number} left out a frame of {Length} bytes that makes no sense")]
        public static partial void Malformed(ILogger logger, LogLevel level, int number, int length);

        [LoggerMessage(4135, LogLevel.Warning, "Socket {Number} brought a frame of more than {Limit} bytes: it is closed and another one opened")]
        public static partial void TooLarge(ILogger logger, int number, int limit);

        [LoggerMessage(4136, LogLevel.Warning, "Socket {Number} was silent for {Limit}: it is cut and another one opened")]
        public static partial void Silent(ILogger logger, int number, TimeSpan limit);

        [LoggerMessage(4137, LogLevel.Warning, "Socket {Number} took nothing for {Limit}: it is cut and another one opened")]
        public static partial void Stuck(ILogger logger, int number, TimeSpan limit);

        [LoggerMessage(4138, LogLevel.Error, "Socket {Number}: an envelope of type {Type} could not be handed on")]
        public static partial void ListenerFailed(ILogger logger, Exception fault, int number, string type);
    }
}
