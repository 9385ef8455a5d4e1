namespace MlaBot.Discord.Rest.Limits;

/// <summary>One try of one request on its way through the limits.</summary>
/// <param name="call">The request.</param>
/// <param name="number">The request's place among all: a later try keeps it, and so goes before younger requests.</param>
internal sealed class Turn(RestCall call, long number)
{
    // Callers must not run inside the limits' lock.
    private readonly TaskCompletionSource _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RestCall Call { get; } = call;

    public long Number { get; } = number;

    /// <summary>Ends when the request may be sent.</summary>
    public Task Granted => _granted.Task;

    /// <summary>The bucket that the request waits in or was let go from.</summary>
    public BucketQueue? Queue { get; set; }

    /// <summary>True after the bucket let the request go, until its end is reported.</summary>
    public bool IsReserved { get; set; }

    /// <summary>True when a known limit had room for this request as it was let go.</summary>
    public bool IsCovered { get; set; }

    public void Grant() => _granted.TrySetResult();

    public void Refuse(Exception reason) => _granted.TrySetException(reason);

    public void Cancel(CancellationToken cancellationToken) => _granted.TrySetCanceled(cancellationToken);
}
