using FsCheck;
using FsCheck.Fluent;
using MlaBot.Discord.Gateway;
using MlaBot.Discord.Gateway.Protocol;

namespace MlaBot.Discord.Tests.Gateway;

/// <summary>What holds whatever the server does.</summary>
public sealed class GatewaySessionLaws
{
    private static readonly Gen<string> Frame = Gen.OneOf(
        Gen.Choose(1, 60_000).Select(interval => New.Hello(interval)),
        Gen.Choose(0, 5).Select(number => New.Ready($"session{number}", "wss://resume.example", number)),
        Gen.Choose(-2, 50).Select(number => New.Event("INTERACTION_CREATE", number)),
        Gen.Choose(-2, 50).Select(number => New.Event("OTHER", number)),
        Gen.Choose(0, 50).Select(number => New.Resumed(number)),
        Gen.Elements("""{"op":1}""", """{"op":1}""", """{"op":7}""", """{"op":9,"d":true}""", """{"op":9,"d":false}""", """{"op":9}""", """{"op":11}""", """{"op":11}""", """{"op":77}""", "{", "x"));

    // A frame, a passing of time, an end of the connection.
    private static readonly Gen<Move[]> Moves = Gen.OneOf(
        Frame.Select(frame => new Move(frame, 0, null)),
        Frame.Select(frame => new Move(frame, 0, null)),
        Gen.Choose(0, 90_000).Select(milliseconds => new Move(null, milliseconds, null)),
        Gen.Elements<int?>(null, 1000, 4000, 4003, 4004, 4008, 4009, 4014).Select(code => new Move(null, 0, new(code)))).ArrayOf();

    [Fact]
    public void Nothing_but_the_fatal_exception_is_thrown_and_the_limits_hold() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(400),
            Prop.ForAll(Moves.ToArbitrary(), moves => Play(moves)));

    private static void Play(Move[] moves)
    {
        var session = New.Session(moves.Length);
        var now = TimeSpan.Zero;
        var sent = new List<TimeSpan>();
        session.Connecting(now);
        session.Opened(now);
        foreach (var move in moves)
        {
            var (idBefore, lastBefore) = (session.ResumePoint?.SessionId, session.Sequence);
            try
            {
                if (move.End is { } end)
                {
                    session.Closed(end.Code);
                    Reopen();
                }
                else if (move.Frame is { } frame)
                {
                    Note(session.Hear(frame, now.TotalSeconds));
                }
                else
                {
                    var until = now + TimeSpan.FromMilliseconds(move.Milliseconds);
                    while (session.NextTick <= until)
                    {
                        now = session.NextTick > now ? session.NextTick : now;
                        Note(session.Tick(now));
                    }

                    now = until;
                }
            }
            catch (GatewayFatalException fatal)
            {
                fatal.CloseCode.ShouldBeOneOf(4004, 4014);
                Reopen();
            }

            if (idBefore is not null && session.ResumePoint?.SessionId == idBefore)
            {
                session.Sequence!.Value.ShouldBeGreaterThanOrEqualTo(lastBefore!.Value);
            }

            session.OutstandingHeartbeats.ShouldBeLessThanOrEqualTo(SendBudget.Frames);
            session.NextTick.ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero);
        }

        void Reopen()
        {
            sent.Clear();
            session.Connecting(now);
            session.Opened(now);
        }

        void Note(GatewayStep step)
        {
            if (step.Kind is StepKind.Send or StepKind.Identify)
            {
                step.Payload.Length.ShouldBeLessThanOrEqualTo(GatewayIdentity.LongestSent);
                sent.Add(now);
                sent.Count(at => at >= now - SendBudget.Window).ShouldBeLessThanOrEqualTo(SendBudget.Frames);
            }
            else if (step.Kind is StepKind.Drop)
            {
                session.Closed(null);
                Reopen();
            }
        }
    }

    private sealed record Move(string? Frame, int Milliseconds, End? End);

    private sealed record End(int? Code);
}
