using System.Net.WebSockets;
using System.Text;
using System.Text.Unicode;
using Microsoft.Extensions.Logging;

namespace MlaBot.Slack.Tests.SocketMode;

/// <summary>Sockets that are replaced, cut, silent, or bring nonsense.</summary>
public sealed class SocketLossTests
{
    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    [InlineData("something_new")]
    public async Task A_refresh_opens_another_socket_while_the_old_one_is_still_answered(string reason)
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Alone with { LeaveFor = TimeSpan.FromMilliseconds(200) });
        rig.Listener.Handle = rig.Listener.AcknowledgeAsync;
        var old = await rig.GreetAsync();
        await old.DisconnectAsync(reason);
        var next = await rig.Slack.NextAsync();
        await old.EnvelopeAsync("before");
        await SocketRig.UntilAsync(() => old.Acknowledged.Contains("before"));
        await next.WelcomeAsync();
        await SocketRig.UntilAsync(() => rig.Client.Status.Opened == 2);
        await old.EnvelopeAsync("after");
        await SocketRig.UntilAsync(() => old.Acknowledged.Contains("after"));

        (await old.ClosedAsync()).ShouldBe(1000);
        rig.Listener.Changes.ShouldBe([true]);
        var status = rig.Client.Status;
        (status.Refreshes, status.Cuts, status.Open).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task An_envelope_of_a_socket_that_Slack_closes_is_acknowledged_before_the_goodbye()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Alone);
        var socket = await rig.GreetAsync();
        await socket.EnvelopeAsync("e-1");
        var envelope = await rig.Listener.NextAsync();
        await socket.CloseAsync();
        await rig.GreetAsync();
        (await envelope.Acknowledge(default, default)).ShouldBeTrue();
        (await socket.ClosedAsync()).ShouldNotBeNull();
        socket.Acknowledged.ShouldBe(["e-1"]);
    }

    [Fact]
    public async Task A_cut_socket_is_replaced_and_the_other_one_hears_meanwhile()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Quick);
        var first = await rig.GreetAsync();
        var second = await rig.GreetAsync();
        for (var round = 0; round < 5; round++)
        {
            first.Cut();
            (first, second) = (second, await rig.GreetAsync());
        }

        await second.EnvelopeAsync("e-1");
        (await rig.Listener.NextAsync()).Id.ShouldBe("e-1");
        rig.Client.Status.Cuts.ShouldBe(5);
        rig.Listener.Changes.ShouldBe([true]);
    }

    [Fact]
    public async Task A_socket_that_gives_no_sign_of_life_is_replaced()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Alone with { KeepAliveInterval = TimeSpan.Zero, SilenceLimit = TimeSpan.FromMilliseconds(300) });
        var first = await rig.GreetAsync();
        var second = await rig.GreetAsync();
        (await first.ClosedAsync()).ShouldBeNull();
        second.ShouldNotBeSameAs(first);
        rig.HasLogged(LogLevel.Warning, "was silent").ShouldBeTrue();
    }

    [Fact]
    public async Task Pings_alone_keep_a_socket_alive()
    {
        await using var rig = await SocketRig.StartAsync(
            SocketRig.Alone with { KeepAliveInterval = TimeSpan.FromMilliseconds(50), KeepAliveTimeout = TimeSpan.FromSeconds(5), SilenceLimit = TimeSpan.FromMilliseconds(1000) });
        var socket = await rig.GreetAsync();
        var started = TimeProvider.System.GetTimestamp();
        await SocketRig.UntilAsync(() => TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromMilliseconds(2500));
        socket.IsClosed.ShouldBeFalse();
        rig.Client.Status.Cuts.ShouldBe(0);
    }

    [Fact]
    public async Task A_socket_that_answers_no_ping_is_replaced()
    {
        await using var rig = await SocketRig.StartAsync(
            SocketRig.Alone with { KeepAliveInterval = TimeSpan.FromMilliseconds(100), KeepAliveTimeout = TimeSpan.FromMilliseconds(200), SilenceLimit = TimeSpan.FromHours(1) });
        var socket = await rig.Slack.NextAsync();
        // Says hello, but never reads: no pong.
        await socket.SendAsync("""{"type":"hello"}""");
        await rig.GreetAsync();
        rig.Client.Status.Cuts.ShouldBe(1);
    }

    [Fact]
    public async Task A_socket_that_never_says_hello_is_replaced()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Alone with { HelloLimit = TimeSpan.FromMilliseconds(200) });
        var mute = await rig.Slack.NextAsync();
        mute.Read();
        await rig.GreetAsync();
        (await mute.ClosedAsync()).ShouldBeNull();
        rig.Client.Status.FailedOpens.ShouldBe(1);
        rig.HasLogged(LogLevel.Warning, "did not say hello").ShouldBeTrue();
    }

    [Fact]
    public async Task A_frame_in_pieces_is_one_frame()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Alone);
        var socket = await rig.GreetAsync();
        var frame = Encoding.UTF8.GetBytes($$"""{"envelope_id":"e-1","type":"interactive","payload":{"text":"{{new string('ä', 20_000)}}"} }""");
        for (var start = 0; start < frame.Length; start += 777)
        {
            var piece = frame.AsMemory(start, Math.Min(777, frame.Length - start));
            await socket.SendAsync(piece, WebSocketMessageType.Text, start + piece.Length == frame.Length);
        }

        (await rig.Listener.NextAsync()).Payload.Length.ShouldBe(40_000 + """{"text":""}""".Length);
    }

    [Fact]
    public async Task Garbage_and_binary_frames_are_counted_and_logged_without_their_content()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Alone);
        var socket = await rig.GreetAsync();
        await socket.SendAsync("s3cr3t but no JSON");
        await socket.SendAsync("""{"type":"events_api","payload":"s3cr3t"}""");
        await socket.SendAsync("""{"type":"events_api","envelope_id":"e-0","payload":{}}"""u8.ToArray(), WebSocketMessageType.Binary, isEnd: true);
        await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, isEnd: true);
        await socket.EnvelopeAsync("e-1");

        (await rig.Listener.NextAsync()).Id.ShouldBe("e-1");
        rig.Client.Status.MalformedFrames.ShouldBe(4);
        rig.Logger.Lines.Count(line => line.Level == LogLevel.Warning && line.Text.Contains("makes no sense")).ShouldBe(1, "a run of them is told once");
    }

    [Fact]
    public async Task A_frame_above_the_limit_costs_its_socket_and_nothing_else()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Alone with { LargestFrame = 100_000 });
        var socket = await rig.GreetAsync();
        await socket.EnvelopeAsync("e-1", payload: $$"""{"text":"{{new string('x', 90_000)}}"}""");
        (await rig.Listener.NextAsync()).Payload.Length.ShouldBeGreaterThan(90_000);
        await socket.EnvelopeAsync("e-2", payload: $$"""{"text":"{{new string('x', 110_000)}}"}""");

        var next = await rig.GreetAsync();
        (await socket.ClosedAsync()).ShouldBe(1009);
        rig.HasLogged(LogLevel.Warning, "more than 100000 bytes").ShouldBeTrue();
        await next.EnvelopeAsync("e-3");
        (await rig.Listener.NextAsync()).Id.ShouldBe("e-3");
    }

    [Fact]
    public async Task A_thousand_mutated_frames_leave_the_client_hearing()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Quick with { OpenEvery = TimeSpan.Zero, LeaveFor = TimeSpan.FromMilliseconds(20) });
        rig.Listener.Handle = rig.Listener.AcknowledgeAsync;
        var random = new Random(4);
        var buffer = new byte[FrameMutations.Largest];
        var socket = await rig.GreetAsync();
        for (var sent = 0; sent < 1000; sent++)
        {
            var frame = buffer.AsMemory(0, FrameMutations.Next(random, buffer));
            // What is no Unicode costs the socket when it comes as text: that is tried now and then.
            var isUnicode = Utf8.IsValid(frame.Span);
            var type = isUnicode || random.Next(10) == 0 ? WebSocketMessageType.Text : WebSocketMessageType.Binary;
            await TrySendAsync(() => socket.SendAsync(frame, type, isEnd: true));
            if (sent % 10 == 0 || !isUnicode)
            {
                socket = await HearAsync(rig, socket, $"check-{sent}");
            }
        }

        await HearAsync(rig, socket, "last");
        rig.Running.IsCompleted.ShouldBeFalse();
        rig.Client.Status.MalformedFrames.ShouldBeGreaterThan(200);
        rig.Logger.Lines.ShouldAllBe(line => line.Level < LogLevel.Error);
    }

    /// <summary>Sends an envelope until it is acknowledged, greeting whatever sockets come. Gives the socket that did it.</summary>
    private static async Task<ScriptedSocket> HearAsync(SocketRig rig, ScriptedSocket socket, string id)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            while (rig.Slack.TryNext(out var next))
            {
                socket = next!;
                await TrySendAsync(() => next!.WelcomeAsync());
            }

            await TrySendAsync(() => socket.EnvelopeAsync(id));
            for (var look = 0; look < 10 && !socket.IsClosed; look++)
            {
                if (socket.Acknowledged.Contains(id))
                {
                    return socket;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, CancellationToken.None);
            }

            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(SocketRig.Limit);
        }
    }

    private static async Task TrySendAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The client has left this socket.
        }
    }
}
