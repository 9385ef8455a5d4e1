namespace MlaBot.Slack.WebApi.Limits;

/// <summary>A call on its way through its method's queue.</summary>
/// <param name="line">Who takes turns: a channel or a person; empty for nobody.</param>
/// <param name="number">The call's place among all: a later try keeps it, and so goes before younger calls.</param>
internal sealed class Turn(string line, long number)
{
    // Callers must not run inside the queue's lock.
    private readonly TaskCompletionSource _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Line { get; } = line;

    public long Number { get; } = number;

    /// <summary>True when Slack refused the call before, so that it is the oldest of its line.</summary>
    public bool IsAgain { get; init; }

    /// <summary>True when the call lets every other one go first, and leaves half of a burst to those that may come.</summary>
    public bool CanWait { get; init; }

    /// <summary>Ends when the call may be sent.</summary>
    public Task Granted => _granted.Task;

    public void Grant() => _granted.TrySetResult();

    public void Refuse(Exception reason) => _granted.TrySetException(reason);

    public void Cancel(CancellationToken cancellationToken) => _granted.TrySetCanceled(cancellationToken);
}
