namespace MlaBot.Discord.Rest.Sending;

/// <summary>The time that one try may take, tied to the caller's own token.</summary>
internal sealed class TryTimeout : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _tie;

    public TryTimeout(TimeSpan limit, TimeProvider clock, CancellationToken caller)
    {
        _limit = limit;
        _caller = caller;
        _source = new CancellationTokenSource(limit, clock);
        _tie = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>True when the network failed or the time is over; false when the caller gave up.</summary>
    public bool IsFault(Exception fault) =>
        !_caller.IsCancellationRequested && fault is HttpRequestException or IOException or OperationCanceledException;

    /// <summary>The fault in words.</summary>
    public DiscordApiException Word(string shown, Exception fault) =>
        fault is OperationCanceledException ? Failures.TooSlow(shown, _limit) : Failures.Unreachable(shown, fault);

    public void Dispose()
    {
        _tie.Dispose();
        _source.Dispose();
    }
}
