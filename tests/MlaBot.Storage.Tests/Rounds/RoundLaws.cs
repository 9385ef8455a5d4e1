using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core;
using MlaBot.Core.Rounds;
using MlaBot.Testing.Rounds;
using NodaTime;

namespace MlaBot.Storage.Tests.Rounds;

/// <summary>Whatever people, platform and clock do, a round ends, its table follows from the stored answers, and nothing stands in the channel twice.</summary>
public sealed class RoundLaws
{
    private static readonly string[] People = ["ada", "bob", "cy", "dan", "eve", "fay", "guy"];

    private static readonly Gen<Move> Moves = Gen.Frequency(
        (6, from person in Gen.Elements(People) from isRight in Gen.Elements(true, false) from age in Gen.Choose(0, 5) select (Move)new Press(person, isRight, age)),
        (5, Gen.Choose(0, 30).Select(seconds => (Move)new Wait(seconds))),
        (4, from act in Gen.Elements(Enum.GetValues<HostAct>()) from person in Gen.Elements(People) select (Move)new Act(act, person)),
        (2, Gen.Elements(People).Select(person => (Move)new Join(person))),
        (1, Gen.Elements(People).Select(person => (Move)new Leave(person))),
        (1, Gen.Choose(60, 2400).Select(seconds => (Move)new Leap(seconds))),
        (1, Gen.Choose(0, 200).Select(seconds => (Move)new Restart(seconds))),
        (2, from step in Gen.Elements(Enum.GetValues<RoundStep>()) from times in Gen.Choose(1, 3) from afterwards in Gen.Elements(true, false) select (Move)new Fault(step, times, afterwards)),
        (1, Gen.Constant((Move)new Delete())),
        (1, Gen.Elements(true, false).Select(isUp => (Move)new Reach(isUp))));

    private static readonly Gen<Play> Plays =
        from questions in Gen.Choose(1, 4)
        from scoring in Gen.Elements(Enum.GetValues<RoundScoring>())
        from isHostPaced in Gen.Elements(true, false)
        from teams in Gen.Elements(0, 2)
        from votesTwice in Gen.Elements(true, false)
        from moves in Gen.Choose(5, 60).SelectMany(count => Gen.ArrayOf(Moves, count))
        select new Play(
            new RoundOptions
            {
                Questions = questions,
                Scoring = scoring,
                IsHostPaced = isHostPaced,
                Teams = teams,
                VotesTwice = votesTwice,
                Lobby = Duration.FromSeconds(15),
            },
            moves);

    [Fact]
    public void Whatever_happens_a_round_ends_once_and_its_table_follows_from_the_stored_answers() =>
        Prop.ForAll(Arb.From(Plays, Shrink), play => RunAsync(play).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private static IEnumerable<Play> Shrink(Play play) =>
        Enumerable.Range(0, play.Moves.Length).Select(index => play with { Moves = [.. play.Moves.Where((_, at) => at != index)] });

    private static async Task RunAsync(Play play)
    {
        await using var stage = await TestRound.StartAsync();
        var round = await stage.OpenAsync(play.Options, [.. People.Take(play.Options.Teams > 0 ? 6 : 2)]);
        foreach (var move in play.Moves)
        {
            await MoveAsync(stage, round.Id, move);
        }

        stage.Platform.Heal();
        stage.Platform.IsUp = true;
        await stage.RunToEndAsync();
        await stage.CheckAsync(round.Id);
        stage.Log.Lines.ShouldNotContain(line => line.Contains("NullReference", StringComparison.Ordinal) || line.Contains("InvalidOperation", StringComparison.Ordinal));
    }

    private static async Task MoveAsync(TestRound stage, RoundId id, Move move)
    {
        switch (move)
        {
            case Press(var person, var isRight, var age):
                if (stage.Engine.Desk.Running(stage.Channel.Key)?.Post is { } post)
                {
                    await stage.AnswerAsync(post, person, isRight, Duration.FromSeconds(age));
                }

                break;
            case Wait(var seconds):
                await stage.RunForAsync(Duration.FromSeconds(seconds));
                break;
            case Act(var act, var person):
                var before = stage.Engine.Desk.Running(stage.Channel.Key);
                if (await stage.LeadAsync(act, person) is Outcome<Round>.Ok(var after))
                {
                    Effect(before.ShouldNotBeNull(), act, after);
                }

                await stage.TickAsync();
                break;
            case Join(var person):
                await stage.JoinAsync(id, person);
                break;
            case Leave(var person):
                await stage.Engine.Desk.LeaveAsync(id, stage.Person(person), CancellationToken.None);
                break;
            case Leap(var seconds):
                stage.Clock.Advance(TimeSpan.FromSeconds(seconds));
                await stage.TickAsync();
                break;
            case Restart(var seconds):
                await stage.RestartAsync(Duration.FromSeconds(seconds));
                break;
            case Fault(var step, var times, var afterwards):
                stage.Platform.Fail(step, RecordingRoundPublisher.Busy, times, afterwards);
                break;
            case Delete:
                if (stage.Platform.Shown.LastOrDefault(shown => shown.Key.StartsWith("question", StringComparison.Ordinal)) is { } question)
                {
                    question.IsDeleted = true;
                }

                break;
            case Reach(var isUp):
                stage.Platform.IsUp = isUp;
                break;
            default:
                break;
        }
    }

    /// <summary>An act that was not refused has its effect.</summary>
    private static void Effect(Round before, HostAct act, Round after)
    {
        switch (act)
        {
            case HostAct.Begin:
                after.Phase.ShouldBeOneOf(RoundPhase.Ready, RoundPhase.Cancelled);
                break;
            case HostAct.Next:
                after.IsPauseWanted.ShouldBe(before is { Phase: RoundPhase.Discussing, IsPauseWanted: true });
                after.Phase.ShouldBe(before.Phase == RoundPhase.Discussing ? RoundPhase.Discussing : RoundPhase.Explaining);
                break;
            case HostAct.Resume:
                (before.IsPauseWanted || before.Phase == RoundPhase.Paused).ShouldBeTrue();
                after.IsPauseWanted.ShouldBeFalse();
                after.Phase.ShouldBe(before.Phase == RoundPhase.Paused ? RoundPhase.Explaining : before.Phase);
                break;
            case HostAct.Pause:
                (after.IsPauseWanted || after.Phase == RoundPhase.Paused).ShouldBeTrue();
                break;
            case HostAct.Extend:
                after.DueAt.ShouldNotBeNull().ShouldBeGreaterThan(before.DueAt.ShouldNotBeNull());
                break;
            case HostAct.Skip:
                after.ShouldSatisfyAllConditions(now => now.Number.ShouldBe(before.Number), now => now.IsNextWanted.ShouldBeTrue());
                after.Phase.ShouldBe(RoundPhase.Explaining);
                break;
            case HostAct.Stop:
                after.Phase.ShouldBeOneOf(RoundPhase.Finishing, RoundPhase.Cancelled);
                break;
            default:
                after.Number.ShouldBe(before.Number);
                break;
        }
    }

    private abstract record Move;

    private sealed record Press(string Person, bool IsRight, int Age) : Move;

    private sealed record Wait(int Seconds) : Move;

    private sealed record Act(HostAct What, string Person) : Move;

    private sealed record Join(string Person) : Move;

    private sealed record Leave(string Person) : Move;

    private sealed record Leap(int Seconds) : Move;

    private sealed record Restart(int Seconds) : Move;

    private sealed record Fault(RoundStep Step, int Times, bool Afterwards) : Move;

    private sealed record Delete : Move;

    private sealed record Reach(bool IsUp) : Move;

    private sealed record Play(RoundOptions Options, Move[] Moves)
    {
        public override string ToString() => $"{Options} {string.Join("; ", Moves.Select(move => move.ToString()))}";
    }
}
