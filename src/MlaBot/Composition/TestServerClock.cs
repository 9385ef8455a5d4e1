using System.Globalization;
using Microsoft.Extensions.Hosting;
using MlaBot.LocalChat;
using NodaTime;

namespace MlaBot.Composition;

/// <summary>Against a test server on this machine the bot's clock can be set ahead from outside, so that a day passes in a second.</summary>
/// <remarks>Whoever drives the test server writes a number of ticks (100 ns) into the clock's file, or, while the clock may be on its
/// way and write that file itself, into the one beside it. Every due moment on the way is walked through, as with <c>/time</c> in the
/// local chat. A bot on the real Discord never has this clock.</remarks>
internal sealed class TestServerClock(TryOutClock clock, ITryOutClock journey) : BackgroundService
{
    /// <summary>What the name of the file beside the clock's own ends with.</summary>
    private const string Wish = ".wish";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var ticks = Math.Max(await WantedAsync(clock.Location, stoppingToken), await WantedAsync(clock.Location + Wish, stoppingToken));
            if (ticks > clock.AheadTicks)
            {
                await journey.AdvanceToAsync(Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddTicks(ticks)), stoppingToken);
            }
        }
    }

    private static async Task<long> WantedAsync(string file, CancellationToken cancellationToken)
    {
        // An exception five times a second for a file that is seldom there would be most of what an idle bot does.
        if (!File.Exists(file))
        {
            return 0;
        }

        try
        {
            var text = await File.ReadAllTextAsync(file, cancellationToken);
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? ticks : 0;
        }
        catch (IOException)
        {
            // Being replaced at this moment.
            return 0;
        }
    }
}
