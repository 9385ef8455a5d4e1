using Microsoft.Extensions.Logging;
using MlaBot.Slack.SocketMode.Protocol;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.SocketMode;

/// <summary>Hears one workspace over Socket Mode: keeps its sockets open and hands on what they bring.</summary>
internal sealed partial class SocketModeClient
{
    // System timers take at most 49 days; what is further off is looked at again.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Lock _telling = new();
    private readonly Dictionary<int, (SocketLink Link, Task Running)> _links = [];
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SocketPool _pool;
    private readonly SocketParts _parts;
    private readonly long _startedAt;
    private ITimer? _timer;
    private CancellationToken _stopping;
    private CancellationToken _stopAsked;
    private DateTimeOffset? _lastHello;
    private bool _isStopping;
    private bool _toldHearing;

    /// <summary>Makes a client; <see cref="RunAsync(CancellationToken)"/> connects, once.</summary>
    /// <param name="api">Asked for <c>apps.connections.open</c> only.</param>
    /// <param name="listener">Takes the envelopes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">For jitter; used by this client only.</param>
    /// <param name="logger">Never hears a token or a ticket.</param>
    /// <param name="options">Waits and limits; null for Slack's.</param>
    public SocketModeClient(
        ISlackApi api, ISocketListener listener, TimeProvider time, Random random, ILogger<SocketModeClient> logger, SocketModeOptions? options = null)
    {
        options ??= new();
        (_pool, _startedAt) = (new(options, random), time.GetTimestamp());
        _parts = new()
        {
            Api = api,
            Listener = listener,
            Options = options,
            Time = time,
            Logger = logger,
            Greeted = Greeted,
            // The token itself: its callbacks may run later.
            IsOver = () => _stopAsked.IsCancellationRequested || _over.Task.IsCompleted,
            Disconnecting = (number, reason) => Change((pool, now) => pool.Disconnecting(number, reason, now)),
        };
    }

    /// <summary>True when at least one socket hears.</summary>
    public bool IsHearing => Status.Open > 0;

    /// <summary>How the sockets do.</summary>
    public SocketStatus Status
    {
        get
        {
            lock (_gate)
            {
                return new(
                    _pool.Hearing, _pool.Opened, _pool.Refreshes, _pool.Cuts, _pool.FailedOpens, _pool.IsSingle(Now), _lastHello,
                    _parts.Counters.Envelopes, _parts.Counters.MalformedFrames);
            }
        }
    }

    /// <summary>What a person must do about an error of <c>apps.connections.open</c>; null when trying again may help.</summary>
    public static string? WhyNever(string error) => FatalSentences.AfterOpen(error)?.Message;

    private TimeSpan Now => _parts.Time.GetElapsedTime(_startedAt);

    /// <summary>Runs until stopped. Then nothing more is handed on, and what was handed on has a moment to be acknowledged.</summary>
    /// <param name="cancellationToken">Stops the client; the call then returns normally.</param>
    /// <exception cref="SocketFatalException">A person has to act.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var timer = _parts.Time.CreateTimer(
            static state => ((SocketModeClient)state!).Change(static (_, _) => { }), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        using var stop = new CancellationTokenSource();
        (_timer, _stopping, _stopAsked) = (timer, stop.Token, cancellationToken);
        await using var stopped = cancellationToken.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetResult(), _over);
        Change(static (_, _) => { });
        try
        {
            await _over.Task;
        }
        finally
        {
            await StopAsync(stop);
        }
    }

    private async Task StopAsync(CancellationTokenSource stop)
    {
        (SocketLink Link, Task Running)[] links;
        lock (_gate)
        {
            _isStopping = true;
            links = [.. _links.Values];
        }

        await stop.CancelAsync();
        await Task.WhenAll(links.Select(each => each.Link.CloseAsync()));
        await Task.WhenAll(links.Select(each => each.Running));
    }

    /// <summary>Tells the pool something and does what it decides.</summary>
    private void Change(Action<SocketPool, TimeSpan> news)
    {
        List<SocketLink> closing = [];
        lock (_gate)
        {
            try
            {
                news(_pool, Now);
            }
            catch (SocketFatalException fatal)
            {
                Fail(fatal);
            }

            if (!_isStopping && !_over.Task.IsCompleted)
            {
                foreach (var step in _pool.Decide(Now))
                {
                    Do(step, closing);
                }

                SetTimer();
            }
        }

        foreach (var link in closing)
        {
            _ = link.CloseAsync();
        }

        TellHearing();
    }

    private void Do(PoolStep step, List<SocketLink> closing)
    {
        if (step.Kind is PoolStepKind.Open)
        {
            var link = new SocketLink(step.Socket, _parts);
            _links.Add(step.Socket, (link, Task.Run(() => RunAsync(link), CancellationToken.None)));
        }
        else if (_links.TryGetValue(step.Socket, out var known))
        {
            if (step.Kind is PoolStepKind.Abort)
            {
                Log.NoHello(_parts.Logger, step.Socket);
                known.Link.Abort();
            }
            else
            {
                closing.Add(known.Link);
            }
        }
    }

    private async Task RunAsync(SocketLink link)
    {
        var number = link.Number;
        try
        {
            if (await TryOpenAsync(link))
            {
                Change((pool, now) => pool.Connected(number, now));
                await link.ReadAsync();
            }
        }
        catch (Exception fault)
        {
            // A fault of ours on one socket must not end the others.
            Log.Faulted(_parts.Logger, fault, number);
        }

        Change((pool, now) => pool.Ended(number, now));
        await link.FinishAsync();
        link.Dispose();
        lock (_gate)
        {
            _links.Remove(number);
        }
    }

    private async Task<bool> TryOpenAsync(SocketLink link)
    {
        TimeSpan? retryAfter = null;
        try
        {
            await link.OpenAsync(_stopping);
            return true;
        }
        catch (SlackApiException refused)
        {
            if (FatalSentences.AfterOpen(refused.Error) is { } fatal)
            {
                Fail(fatal);
                return false;
            }

            Log.CannotOpen(_parts.Logger, link.Number, refused.Message);
            retryAfter = refused.RetryAfter;
            if (refused.Error is FatalSentences.TooManyWebSockets)
            {
                Change(static (pool, now) => pool.TooMany(now));
            }
        }
        catch (SocketOpenException refused)
        {
            Log.CannotOpen(_parts.Logger, link.Number, refused.Message);
        }
        catch (OperationCanceledException)
        {
            if (_isStopping)
            {
                return false;
            }

            Log.CannotOpen(_parts.Logger, link.Number, "it took too long");
        }

        Change((pool, now) => pool.OpenFailed(link.Number, retryAfter, now));
        return false;
    }

    private bool Greeted(int number, TimeSpan? lifetime)
    {
        var isExpected = false;
        Change((pool, now) =>
        {
            isExpected = pool.Hello(number, lifetime, now);
            _lastHello = isExpected ? _parts.Time.GetUtcNow() : _lastHello;
        });
        if (isExpected)
        {
            Log.Hello(_parts.Logger, number, lifetime);
        }

        return isExpected;
    }

    private void Fail(SocketFatalException fatal)
    {
        if (_over.TrySetException(fatal))
        {
            Log.Fatal(_parts.Logger, fatal.Error);
        }
    }

    private void TellHearing()
    {
        // One teller at a time, so that the last thing told is true.
        lock (_telling)
        {
            var isHearing = IsHearing;
            // Nobody who asked for the stop needs to hear that it is quiet then.
            if (isHearing == _toldHearing || _stopAsked.IsCancellationRequested)
            {
                return;
            }

            _toldHearing = isHearing;
            Log.HearingChanged(_parts.Logger, isHearing);
            try
            {
                _parts.Listener.HearingChanged(isHearing);
            }
            catch (Exception fault)
            {
                // The sockets must outlive a fault in the rest of the program.
                Log.ListenerFailed(_parts.Logger, fault);
            }
        }
    }

    private void SetTimer()
    {
        var due = _pool.NextTick;
        var wait = due - Now;
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestTimer ? LongestTimer : wait;
        _timer?.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private static partial class Log
    {
        [LoggerMessage(4121, LogLevel.Debug, "Socket {Number} is in use; Slack means to keep it for {Lifetime}")]
        public static partial void Hello(ILogger logger, int number, TimeSpan? lifetime);

        [LoggerMessage(4122, LogLevel.Warning, "Socket {Number} cannot be opened: {Fault}")]
        public static partial void CannotOpen(ILogger logger, int number, string fault);

        [LoggerMessage(4123, LogLevel.Warning, "Socket {Number} did not say hello and is cut")]
        public static partial void NoHello(ILogger logger, int number);

        [LoggerMessage(4124, LogLevel.Debug, "Slack is heard: {IsHearing}")]
        public static partial void HearingChanged(ILogger logger, bool isHearing);

        [LoggerMessage(4125, LogLevel.Debug, "Socket Mode ends: {Error}")]
        public static partial void Fatal(ILogger logger, string error);

        [LoggerMessage(4126, LogLevel.Error, "Socket {Number} failed")]
        public static partial void Faulted(ILogger logger, Exception fault, int number);

        [LoggerMessage(4127, LogLevel.Error, "The change of hearing could not be handed on")]
        public static partial void ListenerFailed(ILogger logger, Exception fault);
    }
}
