namespace MlaBot.Core.Daily;

/// <summary>Lets the sweeps of a feature run one at a time; one that finds another at work leaves its work to the next.</summary>
internal sealed class SweepGate : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Runs a sweep.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="failed">Told of a failure, which ends the sweep; the next one tries again.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Func<CancellationToken, Task> sweep, Action<Exception> failed, CancellationToken cancellationToken)
    {
        if (!await _turn.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return;
        }

        try
        {
            await sweep(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            failed(fault);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
