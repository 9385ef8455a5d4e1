using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MlaBot.Core.Rounds;

namespace MlaBot.Jobs;

/// <summary>Carries live rounds on: ten times a second while one runs, once a second otherwise.</summary>
/// <remarks>The timer runs on real time; what is due is decided by the engine's clock.</remarks>
internal sealed partial class RoundLoop(RoundRunner runner, ILogger<RoundLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Playing = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await runner.IdleAsync().WaitAsync(Patience, TimeProvider.System, cancellationToken);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            // What was cut short is taken up at the next start.
            Log.CutShort(logger);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Quiet);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                runner.Tick(stoppingToken);
                timer.Period = runner.HasRounds ? Playing : Quiet;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(131, LogLevel.Information, "A step of a round was cut short; it is taken up at the next start")]
        public static partial void CutShort(ILogger logger);
    }
}
