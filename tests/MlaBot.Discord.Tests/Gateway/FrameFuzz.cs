using System.Text;
using MlaBot.Discord.Gateway.Protocol;

namespace MlaBot.Discord.Tests.Gateway;

/// <summary>Nonsense in bulk. Alone, because it measures the memory of the whole process.</summary>
[Collection(nameof(FrameFuzz))]
public sealed class FrameFuzz
{
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
        (GC.GetTotalMemory(forceFullCollection: true) - held).ShouldBeLessThan(4 * 1024 * 1024);
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
}

[CollectionDefinition(nameof(FrameFuzz), DisableParallelization = true)]
public sealed class FrameFuzzAlone;
