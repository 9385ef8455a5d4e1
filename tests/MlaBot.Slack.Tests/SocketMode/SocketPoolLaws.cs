using FsCheck;
using FsCheck.Fluent;
using MlaBot.Slack.SocketMode;
using MlaBot.Slack.SocketMode.Protocol;

namespace MlaBot.Slack.Tests.SocketMode;

/// <summary>What holds whatever Slack and the network do.</summary>
public sealed class SocketPoolLaws
{
    private enum What
    {
        Connect,
        Hello,
        Refuse,
        Refresh,
        TooMany,
        Cut,
        FinishClosing,
        Pass,
    }

    private static readonly SocketModeOptions Options = new();

    // Hellos are made likely, so that sequences get somewhere.
    private static readonly Gen<Move[]> Moves =
        (from what in Gen.Elements(
            What.Connect, What.Connect, What.Hello, What.Hello, What.Hello, What.Refuse, What.Refresh, What.Refresh, What.Refresh, What.TooMany, What.Cut,
            What.FinishClosing, What.Pass, What.Pass)
         from which in Gen.Choose(0, SocketPool.Most - 1)
         from seconds in Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 60), Gen.Choose(0, 20_000))
         select new Move(what, which, seconds)).ArrayOf();

    [Fact]
    public void There_are_never_too_many_sockets_never_none_in_view_and_an_old_one_lives_until_another_said_hello() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500).WithEndSize(400), Prop.ForAll(Moves.ToArbitrary(), moves => Play(moves)));

    [Fact]
    public void Openings_stay_under_the_rate_even_when_every_hello_is_followed_by_a_refresh()
    {
        var game = new Game(1);
        for (var round = 0; round < 2000; round++)
        {
            game.Do(new(What.Connect, 0, 0));
            game.Do(new(What.Hello, 0, 0));
            game.Do(new(What.Refresh, round, 0));
            game.Do(new(What.FinishClosing, 0, 0));
            game.Do(new(What.Pass, 0, 1));
        }

        game.Opened.ShouldBeInRange(300, 420);
    }

    private static void Play(Move[] moves)
    {
        var game = new Game(moves.Length);
        foreach (var move in moves)
        {
            game.Do(move);
        }
    }

    private sealed record Move(What What, int Which, int Seconds);

    private sealed class Game
    {
        private readonly SocketPool _pool;
        private readonly HashSet<int> _mustLive = [];
        private readonly List<TimeSpan> _openings = [];
        private TimeSpan _now;

        public Game(int seed)
        {
            _pool = new(Options, new(seed));
            Settle();
        }

        public int Opened => _openings.Count;

        public void Do(Move move)
        {
            switch (move.What)
            {
                case What.Connect when Pick(move, SocketStage.Opening) is { } number:
                    _pool.Connected(number, _now);
                    break;
                case What.Hello when Pick(move, SocketStage.Greeting) is { } number:
                    _pool.Hello(number, move.Seconds == 0 ? null : TimeSpan.FromSeconds(move.Seconds), _now).ShouldBeTrue();
                    _mustLive.Clear();
                    break;
                case What.Refuse when Pick(move, SocketStage.Opening) is { } number:
                    _pool.OpenFailed(number, move.Seconds % 3 == 0 ? TimeSpan.FromSeconds(move.Seconds) : null, _now);
                    break;
                case What.Refresh when Pick(move, SocketStage.Open, SocketStage.Greeting) is { } number:
                    var isInUse = _pool.Sockets.Single(socket => socket.Number == number).Stage is SocketStage.Open;
                    _pool.Disconnecting(number, DisconnectReason.Warning, _now);
                    if (isInUse && _pool.Sockets.Count(socket => socket.Stage is SocketStage.Open) < (_pool.IsSingle(_now) ? 1 : 2))
                    {
                        _mustLive.Add(number);
                    }

                    break;
                case What.TooMany when Pick(move, SocketStage.Open, SocketStage.Greeting) is { } number:
                    _pool.Disconnecting(number, DisconnectReason.TooManyWebSockets, _now);
                    break;
                case What.Cut when Pick(move, SocketStage.Opening, SocketStage.Greeting, SocketStage.Open, SocketStage.Leaving) is { } number:
                    _mustLive.Remove(number);
                    _pool.Ended(number, _now);
                    break;
                case What.FinishClosing when Pick(move, SocketStage.Closing) is { } number:
                    _pool.Ended(number, _now);
                    break;
                case What.Pass:
                    PassTo(_now + TimeSpan.FromSeconds(move.Seconds));
                    break;
                default:
                    return;
            }

            Settle();
        }

        private void PassTo(TimeSpan until)
        {
            while (_pool.NextTick <= until)
            {
                _now = _pool.NextTick > _now ? _pool.NextTick : _now;
                Settle();
            }

            _now = until;
        }

        private void Settle()
        {
            foreach (var step in _pool.Decide(_now))
            {
                var socket = _pool.Sockets.Single(each => each.Number == step.Socket);
                if (step.Kind is PoolStepKind.Open)
                {
                    socket.Stage.ShouldBe(SocketStage.Opening);
                    _openings.Add(_now);
                }
                else
                {
                    socket.Stage.ShouldBe(SocketStage.Closing);
                    _mustLive.ShouldNotContain(step.Socket);
                }
            }

            _pool.Decide(_now).ShouldBeEmpty("a decision settles everything");
            _pool.NextTick.ShouldBeGreaterThan(_now);
            _pool.Sockets.Count.ShouldBeLessThanOrEqualTo(SocketPool.Most);
            _pool.Sockets.Count(socket => socket.IsFresh).ShouldBeLessThanOrEqualTo(SocketPool.MostFresh);
            var isSomethingInView = _pool.Sockets.Any(socket => socket.IsFresh || socket.Stage is SocketStage.Closing) || _pool.NextTick < TimeSpan.MaxValue;
            isSomethingInView.ShouldBeTrue();
            var inWindow = _openings.Count(at => at > _now - TimeSpan.FromMinutes(1));
            inWindow.ShouldBeLessThanOrEqualTo(Options.OpensAtOnce + (int)(TimeSpan.FromMinutes(1) / Options.OpenEvery));
        }

        private int? Pick(Move move, params SocketStage[] stages)
        {
            var fitting = _pool.Sockets.Where(socket => stages.Contains(socket.Stage)).Select(socket => socket.Number).ToArray();
            return fitting is [] ? null : fitting[move.Which % fitting.Length];
        }
    }
}
