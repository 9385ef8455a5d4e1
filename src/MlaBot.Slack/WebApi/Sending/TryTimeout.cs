namespace MlaBot.Slack.WebApi.Sending;

/// <summary>The time that one step may take, tied to the caller's own token.</summary>
internal sealed class TryTimeout : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _tie;

    public TryTimeout(TimeSpan limit, TimeProvider clock, CancellationToken caller)
    {
        Limit = limit;
        _caller = caller;
        _source = new CancellationTokenSource(limit, clock);
        _tie = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public TimeSpan Limit { get; }

    public CancellationToken Token => _source.Token;

    /// <summary>True when the network failed or the time is over; false when the caller gave up.</summary>
    public bool IsFault(Exception fault) =>
        !_caller.IsCancellationRequested && fault is HttpRequestException or IOException or OperationCanceledException;

    /// <summary>True when the fault came before anything was sent.</summary>
    public bool IsBeforeSending(Exception fault) => fault switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } => true,
        // The handler's own limit for connecting ends in this form.
        OperationCanceledException { InnerException: TimeoutException } => !_source.IsCancellationRequested,
        _ => false,
    };

    public void Dispose()
    {
        _tie.Dispose();
        _source.Dispose();
    }
}
