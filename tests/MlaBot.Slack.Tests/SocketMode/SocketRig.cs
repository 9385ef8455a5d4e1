using Microsoft.Extensions.Logging;
using MlaBot.Slack.SocketMode;

namespace MlaBot.Slack.Tests.SocketMode;

/// <summary>The whole client against a scripted server, in real time with short waits.</summary>
internal sealed class SocketRig : IAsyncDisposable
{
    /// <summary>Longest wait for anything.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Quick where waits are passed through, as long as Slack's where a test should not come upon them.</summary>
    public static readonly SocketModeOptions Quick = new()
    {
        SecondAfter = TimeSpan.FromMilliseconds(10),
        FirstBackOff = TimeSpan.FromMilliseconds(10),
        LongestAfterHello = TimeSpan.FromMilliseconds(50),
        LongestBackOff = TimeSpan.FromMilliseconds(100),
        OpenEvery = TimeSpan.FromMilliseconds(10),
        DrainLimit = TimeSpan.FromMilliseconds(500),
        CloseLimit = TimeSpan.FromMilliseconds(500),
    };

    /// <summary>For tests about one socket: the second one stays away.</summary>
    public static readonly SocketModeOptions Alone = Quick with { SecondAfter = TimeSpan.FromHours(1) };

    private readonly CancellationTokenSource _stop = new();

    private SocketRig(ScriptedSlack slack, SocketModeOptions options)
    {
        (Slack, Api) = (slack, new(slack.Url));
        Client = new(Api, Listener, TimeProvider.System, new(1), Logger, options);
    }

    public ScriptedSlack Slack { get; }

    public OpenedApi Api { get; }

    public RecordingSocketListener Listener { get; } = new();

    public RecordingLogger<SocketModeClient> Logger { get; } = new();

    public SocketModeClient Client { get; }

    public Task Running { get; private set; } = Task.CompletedTask;

    public static async Task<SocketRig> PrepareAsync(SocketModeOptions options) => new(await ScriptedSlack.StartAsync(), options);

    public static async Task<SocketRig> StartAsync(SocketModeOptions options)
    {
        var rig = await PrepareAsync(options);
        rig.Start();
        return rig;
    }

    public void Start() => Running = Client.RunAsync(_stop.Token);

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Running.WaitAsync(Limit);
    }

    /// <summary>Takes the next connection and greets it.</summary>
    public async Task<ScriptedSocket> GreetAsync()
    {
        var socket = await Slack.NextAsync();
        var before = Client.Status.Opened;
        await socket.WelcomeAsync();
        await UntilAsync(() => Client.Status.Opened > before);
        return socket;
    }

    public static async Task UntilAsync(Func<bool> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(Limit);
            await Task.Delay(TimeSpan.FromMilliseconds(4), TimeProvider.System, default);
        }
    }

    public bool HasLogged(LogLevel level, string words) => Logger.Lines.Any(line => line.Level == level && line.Text.Contains(words, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await ((Task)Running.WaitAsync(Limit)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Slack.DisposeAsync();
        _stop.Dispose();
        // Every test of the whole client proves this as well.
        Logger.Lines.ShouldAllBe(line => !line.Text.Contains("s3cr3t"));
    }
}
