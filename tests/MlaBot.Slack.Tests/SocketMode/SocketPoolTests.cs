using MlaBot.Slack.SocketMode;
using MlaBot.Slack.SocketMode.Protocol;

namespace MlaBot.Slack.Tests.SocketMode;

public sealed class SocketPoolTests
{
    private static readonly SocketModeOptions Options = new();
    private static readonly TimeSpan FiveHours = TimeSpan.FromHours(5);

    private readonly SocketPool _pool = new(Options, new(7));
    private TimeSpan _now = TimeSpan.FromSeconds(1);

    [Fact]
    public void The_first_socket_is_opened_at_once_and_the_second_a_little_after_its_hello()
    {
        Decide().ShouldBe([new(PoolStepKind.Open, 1)]);
        _pool.NextTick.ShouldBe(TimeSpan.MaxValue, "one try at a time");

        Greet(1);
        Decide().ShouldBeEmpty();
        _pool.NextTick.ShouldBe(_now + Options.SecondAfter);
        Pass(Options.SecondAfter).ShouldBe([new(PoolStepKind.Open, 2)]);
    }

    [Fact]
    public void Ages_are_spread_by_a_third_socket_and_from_then_on_sockets_end_at_different_times()
    {
        StartTwo();
        _pool.NextTick.ShouldBe(_now + (FiveHours / 2));
        Pass(FiveHours / 2).ShouldBe([new(PoolStepKind.Open, 3)]);
        Greet(3);
        Decide().ShouldBeEmpty();

        Pass(FiveHours / 2).ShouldBeEmpty("three are enough");
        _pool.Disconnecting(1, DisconnectReason.Warning, _now);
        Decide().ShouldBe([new(PoolStepKind.Open, 4)], "the younger of the two others is half through");
        _pool.Disconnecting(2, DisconnectReason.Warning, _now);
        Decide().ShouldBeEmpty("two others are there");
        Greet(4);
        var ages = _pool.Sockets.Where(socket => socket.Stage is SocketStage.Open).Select(socket => socket.HelloAt).ToArray();
        (ages[1] - ages[0]).ShouldBe(FiveHours / 2);
    }

    [Theory]
    [InlineData((int)DisconnectReason.Warning)]
    [InlineData((int)DisconnectReason.RefreshRequested)]
    [InlineData((int)DisconnectReason.Unknown)]
    public void A_refresh_opens_another_socket_first_and_leaves_the_old_one_a_while_after_the_hello(int reason)
    {
        StartTwo();
        _pool.Disconnecting(1, (DisconnectReason)reason, _now);
        Decide().ShouldBe([new(PoolStepKind.Open, 3)]);
        Pass(TimeSpan.FromMinutes(3)).ShouldBeEmpty("nobody has taken over yet");
        _pool.Hearing.ShouldBe(2);

        Greet(3);
        Pass(Options.LeaveFor - TimeSpan.FromTicks(1)).ShouldBeEmpty();
        Pass(TimeSpan.FromTicks(1)).ShouldBe([new(PoolStepKind.Close, 1)]);
        _pool.Ended(1, _now);
        Decide().ShouldBeEmpty();
        (_pool.Refreshes, _pool.Cuts).ShouldBe((1, 0));
    }

    [Fact]
    public void Too_many_sockets_leave_one_and_a_second_is_tried_much_later()
    {
        StartTwo();
        _pool.Disconnecting(2, DisconnectReason.TooManyWebSockets, _now);
        _pool.Ended(2, _now);
        Decide().ShouldBeEmpty();
        _pool.IsSingle(_now).ShouldBeTrue();
        Pass(Options.SingleFor - TimeSpan.FromSeconds(1)).ShouldBeEmpty();
        Pass(TimeSpan.FromSeconds(1)).ShouldBe([new(PoolStepKind.Open, 3)]);
        (_pool.Refreshes, _pool.Cuts).ShouldBe((0, 0));
    }

    [Fact]
    public void Too_many_sockets_before_the_first_hello_hold_everything_up()
    {
        Decide();
        _pool.Connected(1, _now);
        _pool.Disconnecting(1, DisconnectReason.TooManyWebSockets, _now);
        Decide().ShouldBe([new(PoolStepKind.Abort, 1)]);
        _pool.Ended(1, _now);
        Decide().ShouldBeEmpty();
        (_pool.NextTick - _now).ShouldBeInRange(Options.TooManyPause, Options.TooManyPause * 2);
    }

    [Theory]
    [InlineData((int)DisconnectReason.LinkDisabled, "link_disabled")]
    [InlineData((int)DisconnectReason.SocketModeDisabled, "socket_mode_disabled")]
    public void Socket_Mode_switched_off_needs_a_person(int reason, string error)
    {
        StartTwo();
        var fatal = Should.Throw<SocketFatalException>(() => _pool.Disconnecting(1, (DisconnectReason)reason, _now));
        fatal.Error.ShouldBe(error);
        fatal.Message.ShouldContain("Switch it on");
    }

    [Fact]
    public void A_socket_without_hello_is_cut_and_another_tried()
    {
        Decide();
        _pool.Connected(1, _now);
        Pass(Options.HelloLimit).ShouldBe([new(PoolStepKind.Abort, 1)]);
        _pool.Hello(1, null, _now).ShouldBeFalse("it comes too late");
        _pool.Ended(1, _now);
        _pool.FailedOpens.ShouldBe(1);
        Pass(Options.FirstBackOff).ShouldBe([new(PoolStepKind.Open, 2)]);
    }

    [Fact]
    public void A_second_hello_and_news_of_unknown_sockets_change_nothing()
    {
        StartTwo();
        _pool.Hello(1, FiveHours, _now).ShouldBeFalse();
        _pool.Hello(99, FiveHours, _now).ShouldBeFalse();
        _pool.Disconnecting(99, DisconnectReason.Warning, _now);
        _pool.Ended(99, _now);
        _pool.OpenFailed(99, TimeSpan.FromHours(1), _now);
        Decide().ShouldBeEmpty();
        (_pool.Opened, _pool.Refreshes, _pool.Cuts, _pool.FailedOpens).ShouldBe((2, 0, 0, 0));
    }

    [Fact]
    public void Waits_double_up_to_a_minute_and_a_good_socket_starts_them_over()
    {
        var longest = new double[10];
        for (var seed = 0; seed < 300; seed++)
        {
            var pool = new SocketPool(Options with { OpenEvery = TimeSpan.Zero }, new(seed));
            var now = TimeSpan.Zero;
            for (var round = 0; round < longest.Length; round++)
            {
                pool.OpenFailed(pool.Decide(now).ShouldHaveSingleItem().Socket, retryAfter: null, now);
                longest[round] = Math.Max(longest[round], (pool.NextTick - now).TotalSeconds);
                now = pool.NextTick > now ? pool.NextTick : now;
            }

            var last = pool.Decide(now).ShouldHaveSingleItem().Socket;
            pool.Connected(last, now);
            pool.Hello(last, FiveHours, now);
            now += Options.GoodAfter;
            pool.Ended(last, now);
            (pool.NextTick - now).ShouldBeLessThanOrEqualTo(Options.FirstBackOff);
        }

        double[] ceilings = [1, 2, 4, 8, 16, 32, 60, 60, 60, 60];
        for (var round = 0; round < ceilings.Length; round++)
        {
            longest[round].ShouldBeInRange(ceilings[round] * 0.9, ceilings[round]);
        }
    }

    [Fact]
    public void A_socket_that_is_cut_soon_after_its_hello_again_and_again_makes_nobody_wait_long()
    {
        var pool = new SocketPool(Options, new(3));
        var now = TimeSpan.Zero;
        var opened = new List<TimeSpan>();
        for (var round = 0; round < 60; round++)
        {
            var number = pool.Decide(now).ShouldHaveSingleItem().Socket;
            opened.Add(now);
            pool.Connected(number, now);
            pool.Hello(number, FiveHours, now);
            pool.Ended(number, now);
            (pool.NextTick - now).ShouldBeLessThanOrEqualTo(Options.LongestAfterHello);
            now = pool.NextTick;
        }

        opened.Count(at => at > now - TimeSpan.FromMinutes(1)).ShouldBeLessThanOrEqualTo(13);
        pool.Cuts.ShouldBe(60);
    }

    [Fact]
    public void What_Slack_asks_to_wait_is_waited_whatever_else_happens()
    {
        StartTwo();
        _pool.Ended(2, _now);
        Pass(Options.FirstBackOff).ShouldBe([new(PoolStepKind.Open, 3)]);
        _pool.OpenFailed(3, TimeSpan.FromSeconds(45), _now);
        var until = _now + TimeSpan.FromSeconds(45);
        _pool.Disconnecting(1, DisconnectReason.Warning, _now);
        _pool.Ended(1, _now);

        Decide().ShouldBeEmpty();
        _pool.NextTick.ShouldBe(until);
    }

    [Fact]
    public void A_refresh_does_not_wait_for_the_back_off_of_an_earlier_failure()
    {
        var pool = new SocketPool(Options with { OpenEvery = TimeSpan.Zero, SecondAfter = TimeSpan.Zero }, new(5));
        pool.Decide(_now);
        pool.Connected(1, _now);
        pool.Hello(1, FiveHours, _now);
        for (var failed = 2; failed < 10; failed++)
        {
            pool.Decide(_now).ShouldBe([new(PoolStepKind.Open, failed)]);
            pool.OpenFailed(failed, retryAfter: null, _now);
            pool.NextTick.ShouldBeGreaterThan(_now);
            _now = failed == 9 ? _now : pool.NextTick;
        }

        pool.Decide(_now).ShouldBeEmpty();
        pool.Disconnecting(1, DisconnectReason.Warning, _now);
        pool.Decide(_now).ShouldNotBeEmpty();
    }

    private void StartTwo()
    {
        Decide();
        Greet(1);
        Pass(Options.SecondAfter);
        Greet(2);
        Decide().ShouldBeEmpty();
    }

    private void Greet(int number)
    {
        _pool.Connected(number, _now);
        _pool.Hello(number, FiveHours, _now).ShouldBeTrue();
    }

    private PoolStep[] Decide() => [.. _pool.Decide(_now)];

    private PoolStep[] Pass(TimeSpan time)
    {
        _now += time;
        return Decide();
    }
}
