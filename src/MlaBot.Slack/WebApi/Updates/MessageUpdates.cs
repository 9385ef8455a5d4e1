using MlaBot.Slack.Wire;

namespace MlaBot.Slack.WebApi.Updates;

/// <summary>The updates of one message: those that wait, and those that are being sent as one. No lock and no I/O.</summary>
internal sealed class MessageUpdates
{
    private readonly LinkedList<WaitingUpdate> _waiting = [];
    private List<WaitingUpdate> _underWay = [];

    /// <summary>True when nothing is to be sent.</summary>
    public bool IsEmpty => _waiting.Count == 0;

    /// <summary>True while all that is to be sent can wait.</summary>
    public bool CanWait => _waiting.All(update => update.CanWait) && _underWay.All(update => update.CanWait);

    /// <summary>True while the content of a call is out of hand.</summary>
    public bool IsUnderWay => _underWay.Count > 0;

    /// <summary>Lets a call that waits behind all others be made anew.</summary>
    public CancellationTokenSource? Patience { get; set; }

    public void Add(WaitingUpdate update) => _waiting.AddLast(update);

    /// <returns>False when the update is under way or over.</returns>
    public bool Remove(WaitingUpdate update) => _waiting.Remove(update);

    /// <summary>What is to be sent now: the newest content. From here on all that waited share its fate.</summary>
    /// <returns>The content; null when nobody wants one any more.</returns>
    public SlackMessage? Take()
    {
        _underWay.AddRange(_waiting);
        _waiting.Clear();
        return _underWay.Count > 0 ? _underWay[^1].Message : null;
    }

    /// <summary>A call has ended: gives the updates that end with it.</summary>
    /// <param name="hasFailed">True when it failed: before it was sent, that concerns all that waited for it.</param>
    public IReadOnlyList<WaitingUpdate> End(bool hasFailed)
    {
        if (hasFailed && _underWay.Count == 0)
        {
            Take();
        }

        var ended = _underWay;
        _underWay = [];
        return ended;
    }
}

/// <summary>One update and who waits for it.</summary>
internal sealed class WaitingUpdate(SlackMessage message, bool canWait)
{
    // Callers must not run inside the lock.
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SlackMessage Message { get; } = message;

    public bool CanWait { get; } = canWait;

    public Task Done => _done.Task;

    public void Succeed() => _done.TrySetResult();

    public void Fail(Exception reason) => _done.TrySetException(reason);

    public void Cancel(CancellationToken cancellationToken) => _done.TrySetCanceled(cancellationToken);
}
