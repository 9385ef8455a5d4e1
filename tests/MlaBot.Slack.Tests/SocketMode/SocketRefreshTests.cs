using System.Collections.Concurrent;

namespace MlaBot.Slack.Tests.SocketMode;

/// <summary>Refreshes without end while envelopes come on every socket.</summary>
public sealed class SocketRefreshTests
{
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan ClosedAfter = TimeSpan.FromMilliseconds(450);
    private static readonly TimeSpan For = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task No_envelope_is_lost_none_acknowledged_on_a_wrong_socket_and_some_socket_always_hears()
    {
        await using var rig = await SocketRig.StartAsync(SocketRig.Quick with { OpenEvery = TimeSpan.FromMilliseconds(50) });
        rig.Listener.Handle = rig.Listener.AcknowledgeAsync;
        using var over = new CancellationTokenSource();
        var served = new ConcurrentBag<Served>();
        var reception = ReceiveAsync(rig, served, over.Token);
        await SocketRig.UntilAsync(() => rig.Client.Status.Open >= 2);

        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < For)
        {
            await Task.Delay(RefreshEvery, TimeProvider.System, CancellationToken.None);
            var oldest = served.Where(each => !each.IsLeaving).MinBy(each => each.Number)!;
            oldest.IsLeaving = true;
            await oldest.Socket.DisconnectAsync(oldest.Number % 2 == 0 ? "warning" : "refresh_requested");
            _ = oldest.LeaveAsync(ClosedAfter);
        }

        await over.CancelAsync();
        await reception;
        await Task.WhenAll(served.Select(each => each.Sending)).WaitAsync(SocketRig.Limit);
        await SocketRig.UntilAsync(() => served.All(each => each.Sent.Count == each.Socket.Acknowledged.Count));

        served.ShouldAllBe(each => each.Sent.Order().SequenceEqual(each.Socket.Acknowledged.Order()));
        served.Sum(each => each.Sent.Count).ShouldBeGreaterThan(500);
        served.Count.ShouldBeGreaterThan(8);
        rig.Listener.Changes.ShouldBe([true]);
        rig.Listener.Failed.ShouldBe(0);
        var status = rig.Client.Status;
        status.Refreshes.ShouldBeGreaterThan(8);
        (status.Cuts, status.FailedOpens, status.MalformedFrames).ShouldBe((0, 0, 0));
    }

    private static async Task ReceiveAsync(SocketRig rig, ConcurrentBag<Served> served, CancellationToken over)
    {
        var number = 0;
        while (!over.IsCancellationRequested)
        {
            if (rig.Slack.TryNext(out var socket))
            {
                await socket!.WelcomeAsync();
                served.Add(new(++number, socket, over));
            }
            else
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private sealed class Served
    {
        private readonly CancellationTokenSource _quiet;

        public Served(int number, ScriptedSocket socket, CancellationToken over)
        {
            (Number, Socket) = (number, socket);
            _quiet = CancellationTokenSource.CreateLinkedTokenSource(over);
            Sending = SendAsync(_quiet.Token);
        }

        public int Number { get; }

        public ScriptedSocket Socket { get; }

        public bool IsLeaving { get; set; }

        public List<string> Sent { get; } = [];

        public Task Sending { get; }

        /// <summary>Sends on for a while, then closes as Slack does: nothing follows the close frame.</summary>
        public async Task LeaveAsync(TimeSpan after)
        {
            await Task.Delay(after, TimeProvider.System, CancellationToken.None);
            await _quiet.CancelAsync();
            await Sending;
            await Socket.CloseAsync();
        }

        private async Task SendAsync(CancellationToken quiet)
        {
            while (!quiet.IsCancellationRequested)
            {
                var id = $"{Number}-{Sent.Count}";
                await Socket.EnvelopeAsync(id);
                Sent.Add(id);
                await Task.Delay(TimeSpan.FromMilliseconds(3), TimeProvider.System, CancellationToken.None);
            }
        }
    }
}
