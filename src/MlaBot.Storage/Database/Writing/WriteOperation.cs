using MlaBot.Core;

namespace MlaBot.Storage.Database.Writing;

/// <summary>A write on its way: run inside a group's transaction, and answered when that is durable.</summary>
internal abstract class WriteOperation
{
    /// <summary>True when the caller gave up before the write began.</summary>
    public abstract bool IsCancelled { get; }

    /// <summary>Carries the write out and keeps its result.</summary>
    public abstract void Run(WriteSession session);

    /// <summary>Remembers that this write failed and was taken back; the others of its group go on.</summary>
    public abstract void Refuse(Exception fault);

    /// <summary>Tells the caller how it went. Only after the commit.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that the whole group failed.</summary>
    public abstract void Fail(ExternalFaultException fault);

    /// <summary>Tells the caller that nothing was begun.</summary>
    public abstract void Cancel();
}

/// <inheritdoc/>
/// <typeparam name="T">What the write gives back.</typeparam>
internal abstract class WriteOperation<T>(CancellationToken cancellationToken) : WriteOperation
{
    // Continuations must not run on the writer's thread: the next group is waiting there.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;
    private Exception? _fault;

    /// <summary>Completes after the commit.</summary>
    public Task<T> Done => _done.Task;

    public sealed override bool IsCancelled => cancellationToken.IsCancellationRequested;

    public sealed override void Run(WriteSession session) => _result = Execute(session);

    public sealed override void Refuse(Exception fault) => _fault = fault;

    public sealed override void Complete()
    {
        if (_fault is null)
        {
            _done.TrySetResult(_result);
        }
        else
        {
            _done.TrySetException(_fault);
        }
    }

    public sealed override void Fail(ExternalFaultException fault) => _done.TrySetException(_fault ?? fault);

    public sealed override void Cancel() => _done.TrySetCanceled(cancellationToken);

    protected abstract T Execute(WriteSession session);
}

/// <summary>A write that is given as a function.</summary>
internal sealed class FunctionWrite<T>(Func<WriteSession, T> write, CancellationToken cancellationToken) : WriteOperation<T>(cancellationToken)
{
    protected override T Execute(WriteSession session)
    {
        session.AfterCommit(session.Version.Grow);
        var result = write(session);
        // Any write but an answer may have changed what the answers' memory holds.
        session.Answers.Forget();
        return result;
    }
}
