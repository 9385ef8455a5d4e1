using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using MlaBot.Discord.Gateway.Protocol;
using MlaBot.Discord.Gateway.Sockets;

namespace MlaBot.Discord.Gateway;

/// <summary>One shard: connects, lets the session decide about each frame, and connects again until it is stopped.</summary>
internal sealed partial class GatewayShard(ShardParts parts, GatewayIdentity identity, Random random) : IDisposable
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(15);

    // Timers of .NET take no more than 49 days; a later call finds the rest.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly long _start = parts.Time.GetTimestamp();
    private readonly GatewaySession _session = new(identity, parts.Wanted, random);
    private readonly ReconnectPacing _pacing = new(random);
    private readonly ShardVoice _voice = new(identity.Shard, parts);
    private GatewayConnection? _connection;
    private ITimer? _timer;
    private int _connections;
    private bool _isMalformedRun;

    /// <summary>True when the shard can hear.</summary>
    public bool IsReady => _voice.IsReady;

    /// <summary>How the shard does.</summary>
    public ShardStatus Status
    {
        get
        {
            lock (_gate)
            {
                return new(identity.Shard, _voice.IsReady, _session.Latency, _connections, _session.MalformedFrames);
            }
        }
    }

    /// <summary>Where the session can be taken up; null when it cannot.</summary>
    public ResumePoint? ResumePoint
    {
        get
        {
            lock (_gate)
            {
                return _session.ResumePoint;
            }
        }
    }

    private TimeSpan Now => parts.Time.GetElapsedTime(_start);

    /// <summary>Takes up the session of an earlier run. To be called before <see cref="RunAsync"/>.</summary>
    public void Restore(ResumePoint point) => _session.Restore(point, Now);

    /// <summary>Runs until stopped; the session stays resumable.</summary>
    /// <exception cref="GatewayFatalException">A person has to act.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var wait = await ConnectAsync(cancellationToken);
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            ShardLog.Reconnecting(parts.Logger, identity.Shard, wait);
            await Task.Delay(wait, parts.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    /// <summary>One connection from its start to its end.</summary>
    /// <returns>How long to wait before the next.</returns>
    private async Task<TimeSpan> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            var needsTurn = false;
            lock (_gate)
            {
                needsTurn = _session.Connecting(Now);
            }

            using var turn = needsTurn ? await parts.Starts.EnterAsync(identity.Shard, cancellationToken) : null;
            await using var socket = parts.OpenSocket();
            var code = await OpenAsync(socket, cancellationToken) ? await ListenAsync(socket, turn, cancellationToken) : null;
            return Ended(code);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
    }

    private async Task<bool> OpenAsync(IGatewaySocket socket, CancellationToken cancellationToken)
    {
        var url = parts.Directory.Url;
        if (ResumePoint is { } point && !GatewayUrl.LosesEncryption(url, point.Url))
        {
            url = point.Url;
        }

        using var limit = new CancellationTokenSource(ConnectLimit, parts.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            ShardLog.Connecting(parts.Logger, identity.Shard, url.Host);
            await socket.ConnectAsync(GatewayUrl.ToOpen(url, parts.IsCompressed), either.Token);
            return true;
        }
        catch (Exception fault) when (fault is WebSocketException or IOException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            ShardLog.CannotConnect(parts.Logger, identity.Shard, url.Host, fault.Message);
            return false;
        }
    }

    private async Task<int?> ListenAsync(IGatewaySocket socket, SessionStarts.Turn? turn, CancellationToken cancellationToken)
    {
        await using var connection = new GatewayConnection(socket, parts.Time);
        await using var stop = cancellationToken.UnsafeRegister(
            static state => ((GatewayConnection)state!).Close(GatewayCloseCode.KeepSession), connection);
        lock (_gate)
        {
            _connections++;
            _connection = connection;
            _session.Opened(Now);
            SetTimer();
        }

        try
        {
            while (true)
            {
                // Not the caller's token: it would cut the connection before the close frame is out.
                var frame = await socket.ReceiveAsync(CancellationToken.None);
                if (frame.IsEnd)
                {
                    return frame.CloseCode;
                }

                if (!Take(frame.Message, connection, turn))
                {
                    return null;
                }
            }
        }
        catch (InvalidDataException broken)
        {
            ShardLog.StreamBroken(parts.Logger, identity.Shard, broken.Message);
            connection.Close(GatewayCloseCode.KeepSession);
            return null;
        }
        finally
        {
            lock (_gate)
            {
                _connection = null;
            }
        }
    }

    /// <returns>False when the connection is to be left.</returns>
    private bool Take(ReadOnlyMemory<byte> message, GatewayConnection connection, SessionStarts.Turn? turn)
    {
        GatewayStep step;
        lock (_gate)
        {
            var dueBefore = _session.NextTick;
            step = _session.Receive(message.Span, Now);
            if (_session.NextTick != dueBefore)
            {
                SetTimer();
            }
        }

        switch (step.Kind)
        {
            case StepKind.Dispatch:
                _voice.Tell(step.Name!, message[step.Data]);
                break;
            case StepKind.Identify:
                connection.Post(step.Payload);
                turn?.Used();
                break;
            default:
                Do(step, connection);
                break;
        }

        if (step.Kind is StepKind.Malformed)
        {
            ShardLog.Malformed(parts.Logger, _isMalformedRun ? LogLevel.Debug : LogLevel.Warning, identity.Shard, message.Length);
        }

        _isMalformedRun = step.Kind is StepKind.Malformed;
        return step.Kind is not StepKind.Drop;
    }

    private void Do(GatewayStep step, GatewayConnection connection)
    {
        if (step.Kind is StepKind.Send)
        {
            connection.Post(step.Payload);
        }
        else if (step.Kind is StepKind.Drop)
        {
            ShardLog.Dropping(parts.Logger, identity.Shard, step.Reason);
            connection.Close(GatewayCloseCode.KeepSession);
        }
    }

    private TimeSpan Ended(int? code)
    {
        Reconnect reconnect;
        var readyFor = _voice.EndReady();
        lock (_gate)
        {
            reconnect = _session.Closed(code);
        }

        ShardLog.Ended(parts.Logger, identity.Shard, code);
        return _pacing.Next(reconnect, readyFor, ResumePoint is not null);
    }

    private void SetTimer()
    {
        var due = _session.NextTick;
        var wait = due == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : due - Now;
        wait = wait < TimeSpan.Zero && wait != Timeout.InfiniteTimeSpan ? TimeSpan.Zero : wait > LongestTimer ? LongestTimer : wait;
        _timer ??= parts.Time.CreateTimer(static state => ((GatewayShard)state!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void Tick()
    {
        GatewayStep step;
        GatewayConnection? connection;
        lock (_gate)
        {
            connection = _connection;
            if (connection is null)
            {
                return;
            }

            step = _session.Tick(Now);
            SetTimer();
        }

        Do(step, connection);
    }
}
