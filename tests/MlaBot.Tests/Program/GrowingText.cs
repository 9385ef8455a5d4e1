using System.Text;

namespace MlaBot.Tests.Program;

/// <summary>What a program has printed so far, and a way to wait for more of it.</summary>
internal sealed class GrowingText
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private TaskCompletionSource _changed = NewSignal();
    private bool _isEnded;

    /// <summary>Characters so far.</summary>
    public int Length
    {
        get
        {
            lock (_gate)
            {
                return _text.Length;
            }
        }
    }

    /// <summary>Takes in all that a reader gives, to its end.</summary>
    public async Task ReadAsync(TextReader reader)
    {
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer.AsMemory(), CancellationToken.None) is > 0 and var read)
        {
            Change(() => _text.Append(buffer, 0, read));
        }

        Change(() => _isEnded = true);
    }

    /// <summary>Waits until something is found in the text.</summary>
    /// <param name="from">Where to begin to look.</param>
    /// <param name="find">Gives what it finds, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was found; null when the text ended without it.</returns>
    public async Task<T?> WaitAsync<T>(int from, Func<string, T?> find, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            var (text, isEnded, changed) = Look(from);
            if (find(text) is { } found)
            {
                return found;
            }

            if (isEnded)
            {
                return null;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Look(0).Text;

    private (string Text, bool IsEnded, Task Changed) Look(int from)
    {
        lock (_gate)
        {
            return (_text.ToString(from, _text.Length - from), _isEnded, _changed.Task);
        }
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            _changed.SetResult();
            _changed = NewSignal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
