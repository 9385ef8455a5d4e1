using System.Reflection;

namespace MlaBot.Testing.Rounds;

/// <summary>Ends a run of the program at one of its steps to the outside: after a write, or around a call to the platform.</summary>
/// <remarks>Nothing of that run happens afterwards: every later step of it fails before it takes effect.</remarks>
public sealed class ProcessEnd(CancellationTokenSource life)
{
    private int _left = int.MaxValue;
    private int _passed;

    /// <summary>How many steps were passed.</summary>
    public int Passed => Volatile.Read(ref _passed);

    /// <summary>True when the run has ended.</summary>
    public bool HasEnded => life.IsCancellationRequested;

    /// <summary>Ends the run at a step from now on. From 1.</summary>
    public void EndAt(int step) => Volatile.Write(ref _left, step);

    /// <summary>Passes a step, or ends the run.</summary>
    /// <exception cref="OperationCanceledException">The run has ended.</exception>
    public void Pass()
    {
        ThrowIfEnded();
        Interlocked.Increment(ref _passed);
        if (Interlocked.Decrement(ref _left) == 0)
        {
            life.Cancel();
            ThrowIfEnded();
        }
    }

    /// <summary>Fails what a run does after its end.</summary>
    public void ThrowIfEnded() => life.Token.ThrowIfCancellationRequested();

    /// <summary>A store whose writes are steps.</summary>
    /// <typeparam name="T">The interface of the store.</typeparam>
    /// <param name="inner">The store.</param>
    /// <param name="writes">The names of its methods that write.</param>
    public T Around<T>(T inner, params string[] writes)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, StoreProxy>();
        ((StoreProxy)(object)proxy).Set(inner, this, writes);
        return proxy;
    }

    /// <summary>Passes calls on to a store.</summary>
#pragma warning disable CA1852 // DispatchProxy derives from it.
    public class StoreProxy : DispatchProxy
    {
        private static readonly MethodInfo After = typeof(StoreProxy).GetMethods(BindingFlags.NonPublic | BindingFlags.Static).Single(method => method is { Name: nameof(AfterAsync), IsGenericMethod: true });

        private object? _inner;
        private ProcessEnd? _end;
        private string[] _writes = [];

        internal void Set(object inner, ProcessEnd end, string[] writes) => (_inner, _end, _writes) = (inner, end, writes);

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            _end!.ThrowIfEnded();
            var result = targetMethod!.Invoke(_inner, args);
            if (!_writes.Contains(targetMethod.Name, StringComparer.Ordinal))
            {
                return result;
            }

            return targetMethod.ReturnType == typeof(Task)
                ? AfterAsync((Task)result!, _end)
                : After.MakeGenericMethod(targetMethod.ReturnType.GetGenericArguments()).Invoke(null, [result, _end]);
        }

        private static async Task<T> AfterAsync<T>(Task<T> write, ProcessEnd end)
        {
            var result = await write;
            end.Pass();
            return result;
        }

        private static async Task AfterAsync(Task write, ProcessEnd end)
        {
            await write;
            end.Pass();
        }
    }
}
