using MlaBot.Discord.Gateway;
using MlaBot.Discord.Gateway.Protocol;

namespace MlaBot.Discord.Tests.Gateway;

public sealed class ReconnectPacingTests
{
    private static readonly Reconnect AtOnce = new(IsAtOnce: true, TimeSpan.Zero);

    [Fact]
    public void The_first_is_at_once_and_the_next_double_to_a_minute_give_or_take_a_quarter()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var pacing = new ReconnectPacing(new(seed));

            var waits = Enumerable.Range(0, 10).Select(_ => pacing.Next(AtOnce, TimeSpan.FromSeconds(5), canResume: false).TotalSeconds).ToArray();

            waits[0].ShouldBe(0);
            double[] steps = [1, 2, 4, 8, 16, 32, 60, 60, 60];
            for (var index = 0; index < steps.Length; index++)
            {
                waits[index + 1].ShouldBeInRange(steps[index] * 0.75, steps[index] * 1.25);
            }
        }
    }

    [Fact]
    public void A_connection_that_was_ready_for_a_while_starts_it_over()
    {
        var pacing = new ReconnectPacing(new(1));
        for (var round = 0; round < 5; round++)
        {
            pacing.Next(AtOnce, TimeSpan.Zero, canResume: false);
        }

        pacing.Next(AtOnce, ReconnectPacing.GoodAfter, canResume: false).ShouldBe(TimeSpan.Zero);
        pacing.Next(AtOnce, TimeSpan.Zero, canResume: false).TotalSeconds.ShouldBeInRange(0.75, 1.25);
    }

    [Fact]
    public void What_is_not_likely_to_work_at_once_waits_and_a_longer_pause_of_the_protocol_wins()
    {
        var pacing = new ReconnectPacing(new(1));

        pacing.Next(new(IsAtOnce: false, TimeSpan.Zero), TimeSpan.Zero, canResume: false).TotalSeconds.ShouldBeInRange(0.75, 1.25);
        pacing.Next(new(IsAtOnce: false, TimeSpan.FromSeconds(9)), TimeSpan.Zero, canResume: false).ShouldBe(TimeSpan.FromSeconds(9));
    }

    [Fact]
    public void A_session_that_can_go_on_after_a_good_connection_never_waits_long()
    {
        var pacing = new ReconnectPacing(new(1));

        var waits = Enumerable.Range(0, 50).Select(_ => pacing.Next(AtOnce, TimeSpan.FromSeconds(2), canResume: true)).ToArray();

        waits.Max().ShouldBe(ReconnectPacing.LongestBeforeResume);
        waits[1].TotalSeconds.ShouldBeInRange(0.75, 1.25);
        pacing.Next(AtOnce, TimeSpan.Zero, canResume: false).TotalSeconds.ShouldBeInRange(6, 10, "other trouble goes on from there");
        pacing.Next(AtOnce, TimeSpan.Zero, canResume: true).TotalSeconds.ShouldBeInRange(12, 20, "nothing was ready: that is no poor link");
    }
}
