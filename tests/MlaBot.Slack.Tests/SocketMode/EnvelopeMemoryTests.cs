namespace MlaBot.Slack.Tests.SocketMode;

/// <summary>Alone, because it measures the memory of the whole process.</summary>
[Collection(nameof(SocketFrameFuzz))]
public sealed class EnvelopeMemoryTests
{
    [Fact]
    public async Task Envelopes_leave_no_memory_behind()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Alone);
        rig.Listener.Handle = rig.Listener.AcknowledgeAsync;
        var socket = await rig.GreetAsync();
        var payload = $$"""{"text":"{{new string('x', 20_000)}}"}""";
        await SendAsync(500);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await SendAsync(3000);
        // 60 MB went through; the test's own record of ids is some 100 bytes for each.
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(10 * 1024 * 1024);

        async Task SendAsync(int count)
        {
            var until = rig.Listener.Acknowledged + count;
            for (var number = 0; number < count; number++)
            {
                await socket.EnvelopeAsync($"e-{until}-{number}", payload: payload);
            }

            await SocketRig.UntilAsync(() => rig.Listener.Acknowledged == until);
        }
    }
}
