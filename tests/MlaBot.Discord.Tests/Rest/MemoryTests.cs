using MlaBot.Discord.Rest;
using MlaBot.Discord.Rest.Limits;
using MlaBot.Testing;

namespace MlaBot.Discord.Tests.Rest;

public sealed class MemoryTests
{
    [Fact]
    public async Task A_hundred_thousand_channels_leave_nothing_behind_once_they_are_quiet()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        using var limits = new RateLimits(new RestTuning(), clock);
        var most = 0;

        for (var channel = 0; channel < 100_000; channel++)
        {
            var turn = new Turn(Calls.CreateMessage($"{channel % 100}", $"{channel}", RestHarness.Text), limits.NextNumber());
            await limits.EnterAsync(turn, CancellationToken.None);
            limits.Answered(turn, new LimitHeaders("hash", 5, 4, TimeSpan.FromSeconds(5), channel));
            clock.Advance(TimeSpan.FromMilliseconds(25));
            most = Math.Max(most, limits.BucketCount);
        }

        // 40 a second for the minute between two sweeps, and the five seconds of a window.
        most.ShouldBeLessThan(40 * 70);
        clock.Advance(TimeSpan.FromMinutes(2));
        await limits.EnterAsync(new Turn(Calls.Self(), limits.NextNumber()), CancellationToken.None);
        limits.BucketCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_bucket_that_still_holds_requests_back_is_kept()
    {
        await using var rest = await RestHarness.StartAsync(received => received.Path.Contains("/10/") ? Reply.Message().InBucket("b", 1, 0, 300) : Reply.Message());
        await rest.PostAsync("10");
        rest.Manual.Advance(TimeSpan.FromMinutes(3));
        await rest.PostAsync("11");

        var early = rest.PostAsync("10");
        await RestHarness.SettleAsync(early);

        early.IsCompleted.ShouldBeFalse();
        await rest.AdvanceUntilAsync(early, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(3));
    }
}
