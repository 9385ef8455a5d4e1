using MlaBot.Core.Daily;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.LocalChat;

/// <summary>Moves the try-out clock from one due moment to the next, so that everything happens at its own time.</summary>
internal sealed class TryOutJourney(TryOutClock clock, DailyRunner runner, DailyRules rules, IStreakStore streaks) : ITryOutClock
{
    public Instant Now => clock.Now();

    public async Task AdvanceToAsync(Instant target, CancellationToken cancellationToken)
    {
        while (clock.Now() < target)
        {
            var due = await runner.NextDueAsync(cancellationToken);
            var stop = due is { } next && next < target ? Instant.Max(next, clock.Now() + Duration.FromSeconds(1)) : target;
            await StopAtAsync(stop, cancellationToken);
            await StopAtAsync(Instant.Min(target, stop + rules.Drain), cancellationToken);
        }

        await runner.RunDueAsync(cancellationToken);
    }

    private async Task StopAtAsync(Instant instant, CancellationToken cancellationToken)
    {
        clock.MoveTo(instant);
        // A jump is no outage: the bot was there all the time.
        await streaks.BeatAsync(clock.Now(), Duration.FromDays(10_000), cancellationToken);
        await runner.RunDueAsync(cancellationToken);
    }
}
