using System.Text;
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

    [Fact]
    public void A_million_random_or_broken_frames_are_taken_without_an_exception_and_without_growing()
    {
        var random = new Random(20260821);
        string[] seeds =
        [
            New.Hello(), New.Ready("abc", "wss://resume.example", 3), New.Event("INTERACTION_CREATE", 4, """{"id":"1","data":{"name":"ä\u00e4","options":[{"value":1.5e3}]}}"""),
            New.Resumed(9), """{"op":11}""", """{"op":1,"d":null}""", """{"t":null,"s":null,"op":9,"d":false}""",
        ];
        var bytes = seeds.Select(Encoding.UTF8.GetBytes).ToArray();
        var buffer = new byte[4096];
        var session = New.ReadySession();
        var kinds = new int[Enum.GetValues<StepKind>().Length];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var held = GC.GetTotalMemory(forceFullCollection: true);

        for (var round = 0; round < 1_000_000; round++)
        {
            var length = Mutate(random, bytes, buffer);
            var step = session.Receive(buffer.AsSpan(0, length), TimeSpan.FromMilliseconds(round));
            kinds[(int)step.Kind]++;
            if (step.Kind is StepKind.Dispatch)
            {
                step.Data.GetOffsetAndLength(length).Length.ShouldBeLessThanOrEqualTo(length);
            }
            else if (step.Kind is StepKind.Drop)
            {
                session.Closed(null);
                session.Opened(TimeSpan.FromMilliseconds(round));
            }
        }

        kinds.ShouldAllBe(count => count > 0);
        (GC.GetTotalMemory(forceFullCollection: true) - held).ShouldBeLessThan(1024 * 1024);
        // Some 2 KiB for each, most of it for the exceptions by which the JSON reader refuses.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(3L * 1024 * 1024 * 1024);
    }

    private static int Mutate(Random random, byte[][] seeds, byte[] buffer)
    {
        var kind = random.Next(8);
        if (kind == 0)
        {
            var noise = random.Next(200);
            random.NextBytes(buffer.AsSpan(0, noise));
            return noise;
        }

        var seed = seeds[random.Next(seeds.Length)];
        seed.CopyTo(buffer, 0);
        var length = seed.Length;
        switch (kind)
        {
            case 1:
                return random.Next(length);
            case 2:
                buffer[random.Next(length)] = (byte)random.Next(256);
                return length;
            case 3:
                buffer[random.Next(length)] ^= (byte)(1 << random.Next(8));
                return length;
            case 4:
                // A digit for a digit: still JSON, other numbers.
                for (var index = 0; index < length; index++)
                {
                    buffer[index] = char.IsAsciiDigit((char)buffer[index]) ? (byte)('0' + random.Next(10)) : buffer[index];
                }

                return length;
            case 5:
                var other = seeds[random.Next(seeds.Length)];
                var cut = random.Next(length);
                other.CopyTo(buffer, cut);
                return cut + other.Length;
            default:
                return length;
        }
    }

    private sealed record Move(string? Frame, int Milliseconds, End? End);

    private sealed record End(int? Code);
}
