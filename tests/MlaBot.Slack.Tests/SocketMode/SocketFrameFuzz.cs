using MlaBot.Slack.SocketMode.Protocol;

namespace MlaBot.Slack.Tests.SocketMode;

/// <summary>Nonsense in bulk. Alone, because it measures the memory of the whole process.</summary>
[Collection(nameof(SocketFrameFuzz))]
public sealed class SocketFrameFuzz
{
    [Fact]
    public void A_million_broken_frames_are_read_or_refused_without_an_exception_and_without_growing()
    {
        var random = new Random(20261121);
        var buffer = new byte[FrameMutations.Largest];
        var kinds = new int[Enum.GetValues<SocketFrameKind>().Length];
        var refused = 0;
        var held = GC.GetTotalMemory(forceFullCollection: true);
        var started = TimeProvider.System.GetTimestamp();

        for (var round = 0; round < 1_000_000; round++)
        {
            var length = FrameMutations.Next(random, buffer);
            if (!SocketFrame.TryRead(buffer.AsSpan(0, length), out var frame))
            {
                refused++;
                continue;
            }

            kinds[(int)frame.Kind]++;
            if (frame.Kind is SocketFrameKind.Envelope && (frame.Id is null || buffer[frame.Payload.Start] != '{' || buffer[frame.Payload.End.Value - 1] != '}'))
            {
                throw new InvalidOperationException($"Round {round}: an envelope without id or payload.");
            }
        }

        kinds.ShouldAllBe(count => count > 10_000);
        refused.ShouldBeGreaterThan(100_000);
        (GC.GetTotalMemory(forceFullCollection: true) - held).ShouldBeLessThan(4 * 1024 * 1024);
        // A few seconds on one idle core; the limit only finds what has become many times slower.
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }
}

[CollectionDefinition(nameof(SocketFrameFuzz), DisableParallelization = true)]
public sealed class SocketFrameFuzzAlone;
