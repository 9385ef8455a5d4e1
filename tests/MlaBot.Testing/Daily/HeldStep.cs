namespace MlaBot.Testing.Daily;

/// <summary>One call to the platform that waits until the test lets it go or its caller gives up.</summary>
public sealed class HeldStep
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the call has arrived.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Lets the call go on.</summary>
    public void Release() => _released.TrySetResult();

    internal Task WaitAsync(CancellationToken cancellationToken)
    {
        _begun.TrySetResult();
        return _released.Task.WaitAsync(cancellationToken);
    }
}
