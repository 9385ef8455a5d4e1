using System.Globalization;
using Microsoft.Extensions.Hosting;
using MlaBot.LocalChat;
using NodaTime;

namespace MlaBot.Composition;

/// <summary>Against a test server on this machine the bot's clock can be set ahead from outside, so that a day passes in a second.</summary>
/// <remarks>Whoever drives the test server writes how many ticks (100 ns) ahead the clock shall be into the file <c>local-clock-wanted</c> beside
/// the database; the clock's own file is written by the clock alone. Every due moment on the way is walked through, as with <c>/time</c> in the
/// local chat. A bot on the real Discord never has this clock.</remarks>
internal sealed class TestServerClock(TryOutClock clock, ITryOutClock journey) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (await WantedAsync(stoppingToken) is { } ticks && ticks > clock.AheadTicks)
            {
                await journey.AdvanceToAsync(Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddTicks(ticks)), stoppingToken);
            }
        }
    }

    private async Task<long?> WantedAsync(CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllTextAsync(clock.Location + "-wanted", cancellationToken);
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? ticks : null;
        }
        catch (IOException)
        {
            // Not there, or being replaced at this moment.
            return null;
        }
    }
}
