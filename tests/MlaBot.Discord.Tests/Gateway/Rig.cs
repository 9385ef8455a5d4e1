using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MlaBot.Discord.Gateway;
using MlaBot.Discord.Gateway.Sessions;
using MlaBot.Discord.Wire;
using MlaBot.Testing;

namespace MlaBot.Discord.Tests.Gateway;

/// <summary>The whole client against two scripted servers: the gateway and the one that READY names for resuming.</summary>
internal sealed class Rig : IAsyncDisposable
{
    /// <summary>Longest wait for anything.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly TempFolder _folder = new();
    private CancellationTokenSource _stop = new();
    private bool _isCompressed;

    private Rig(ScriptedGateway gateway, ScriptedGateway resume) => (Gateway, Resume) = (gateway, resume);

    public ScriptedGateway Gateway { get; }

    public ScriptedGateway Resume { get; }

    public GatewayApi Api { get; } = new();

    public ManualTimeProvider Clock { get; } = new(new(2026, 8, 21, 9, 0, 0, TimeSpan.Zero));

    public RecordingListener Listener { get; } = new();

    public RecordingLogger<GatewayClient> Logger { get; } = new();

    public GatewayClient Client { get; private set; } = null!;

    public Task Running { get; private set; } = Task.CompletedTask;

    public string SessionFile => _folder.File(FileSessionStore.FileName);

    public static async Task<Rig> PrepareAsync(int shards = 1, int maxConcurrency = 1, int remaining = 1000, int resetAfter = 0)
    {
        var rig = new Rig(await ScriptedGateway.StartAsync(), await ScriptedGateway.StartAsync());
        rig.Api.Answers.Enqueue(() => rig.Info(shards, maxConcurrency, remaining, resetAfter));
        return rig;
    }

    public static async Task<Rig> StartAsync(int shards = 1, int maxConcurrency = 1, bool isCompressed = false)
    {
        var rig = await PrepareAsync(shards, maxConcurrency);
        rig._isCompressed = isCompressed;
        rig.Start();
        return rig;
    }

    public GatewayInfo Info(int shards, int maxConcurrency = 1, int remaining = 1000, int resetAfter = 0) =>
        new() { Url = Gateway.Url, Shards = shards, SessionStartLimit = new(1000, remaining, resetAfter, maxConcurrency) };

    public void Start(string application = "123456789012345678", int seed = 1)
    {
        _stop = new();
        var options = new DiscordOptions { Token = New.Token, DataFolder = _folder.Path, CompressGateway = _isCompressed };
        var store = new FileSessionStore(_folder.Path, NullLogger<FileSessionStore>.Instance);
        Client = new(options, Api, Listener, WantedEvents.OfThisBot, store, Clock, new(seed), Logger);
        Running = Client.RunAsync(application, _stop.Token);
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Running.WaitAsync(Limit);
    }

    /// <summary>Connects and makes the client ready.</summary>
    public async Task<ScriptedConnection> ReadyAsync(string session = "first", int interval = 41250)
    {
        var connection = await Gateway.NextAsync();
        await connection.WelcomeAsync(session, Resume.Url, interval);
        await UntilAsync(() => Client.IsReady);
        return connection;
    }

    /// <summary>Moves the clock in small steps, slow enough for the sockets, until the task is done.</summary>
    public async Task<T> WhileTimePassesAsync<T>(Task<T> task)
    {
        await UntilAsync(() => task.IsCompleted, () => Clock.Advance(TimeSpan.FromMilliseconds(100)));
        return await task;
    }

    public static async Task UntilAsync(Func<bool> condition, Action? between = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(Limit);
            between?.Invoke();
            await Task.Delay(TimeSpan.FromMilliseconds(4), TimeProvider.System, default);
        }
    }

    public Task UntilLoggedAsync(string words) => UntilAsync(() => Logger.Lines.Any(line => line.Text.Contains(words, StringComparison.Ordinal)));

    public bool HasLogged(LogLevel level, string words) => Logger.Lines.Any(line => line.Level == level && line.Text.Contains(words, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await ((Task)Running.WaitAsync(Limit)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Gateway.DisposeAsync();
        await Resume.DisposeAsync();
        _folder.Dispose();
        // Every test of the whole client proves this as well.
        Logger.Lines.ShouldAllBe(line => !line.Text.Contains("s3cr3t"));
    }
}
