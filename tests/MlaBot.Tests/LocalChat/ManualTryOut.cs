using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using MlaBot.LocalChat;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Tests.LocalChat;

/// <summary>The try-out clock over a clock that stands still, stopping at every due moment.</summary>
internal sealed class ManualTryOut(ManualTimeProvider clock, DailyRunner runner, DailyRules rules) : ITryOutClock
{
    public Instant Now => clock.Now();

    public async Task AdvanceToAsync(Instant target, CancellationToken cancellationToken)
    {
        while (await runner.NextDueAsync(cancellationToken) is { } due && due < target)
        {
            await StopAtAsync(Instant.Max(due, Now), cancellationToken);
            await StopAtAsync(Instant.Min(target, Now + rules.Drain), cancellationToken);
        }

        await StopAtAsync(target, cancellationToken);
    }

    private async Task StopAtAsync(Instant instant, CancellationToken cancellationToken)
    {
        clock.SetUtcNow(instant.ToDateTimeOffset());
        await runner.RunDueAsync(cancellationToken);
    }
}
