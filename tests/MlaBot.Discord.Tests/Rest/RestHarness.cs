using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Wire;
using MlaBot.Testing;

namespace MlaBot.Discord.Tests.Rest;

/// <summary>A client of a scripted server, with its logs.</summary>
internal sealed class RestHarness : IAsyncDisposable
{
    // The shape of a real token, so that a search for it would find it.
    public const string Token = "MTA5ODc2NTQzMjEwOTg3NjU0MzIx.GaBcDe.aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789ab";

    public const string InteractionToken = "aW50ZXJhY3Rpb246MTA5ODc2NTQzMjE6c2VjcmV0LXRva2Vu";

    private RestHarness(ScriptedDiscord server, TimeProvider clock, RestTuning? tuning)
    {
        Server = server;
        Clock = clock;
        Api = new DiscordApi(new DiscordOptions { Token = Token, ApiBaseUrl = server.BaseUrl, DataFolder = "" }, clock, new Random(1), Logs, tuning, TokenRefused.Add);
    }

    public ScriptedDiscord Server { get; }

    public TimeProvider Clock { get; }

    public ManualTimeProvider Manual => (ManualTimeProvider)Clock;

    public DiscordApi Api { get; }

    public LogBook Logs { get; } = new();

    /// <summary>What the client said to whoever started it about a refused token.</summary>
    public List<string> TokenRefused { get; } = [];

    public static MessagePayload Text { get; } = new() { Components = [new TextDisplay("hello")] };

    /// <summary>With a clock that stands still.</summary>
    public static async Task<RestHarness> StartAsync(Func<Received, Reply> answer, RestTuning? tuning = null) =>
        new(await ScriptedDiscord.StartAsync(answer), new ManualTimeProvider(DateTimeOffset.UnixEpoch), tuning);

    /// <summary>With a clock that stands still and answers that a test holds back.</summary>
    public static async Task<RestHarness> StartAsync(Func<Received, HttpContext, Task> answer, RestTuning? tuning = null) =>
        new(await ScriptedDiscord.StartAsync(answer), new ManualTimeProvider(DateTimeOffset.UnixEpoch), tuning);

    /// <summary>With real time.</summary>
    public static async Task<RestHarness> StartRealAsync(Func<Received, Reply> answer, RestTuning? tuning = null) =>
        new(await ScriptedDiscord.StartAsync(answer), TimeProvider.System, tuning);

    public Task<ReceivedMessage> PostAsync(string channel = "10", string guild = "1", CancellationToken cancellationToken = default) =>
        Api.CreateMessageAsync(guild, channel, Text, cancellationToken);

    /// <summary>Waits until a condition holds.</summary>
    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        while (!condition())
        {
            clock.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(20), what);
            await Task.Delay(TimeSpan.FromMilliseconds(2), clock, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Moves the manual clock in steps until a task has ended.</summary>
    public async Task<TimeSpan> AdvanceUntilAsync(Task task, TimeSpan step, TimeSpan most)
    {
        var start = Clock.GetUtcNow();
        await SettleAsync(task);
        while (!task.IsCompleted)
        {
            (Clock.GetUtcNow() - start).ShouldBeLessThan(most, "the call did not end");
            Manual.Advance(step);
            await SettleAsync(task);
        }

        return Clock.GetUtcNow() - start;
    }

    /// <summary>Gives what is under way on the loopback time to end; nothing is proven by this wait alone.</summary>
    public static async Task SettleAsync(Task task) => await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(60), TimeProvider.System));

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>Keeps every log line of every level.</summary>
internal sealed class LogBook : ILogger<DiscordApi>
{
    private readonly ConcurrentQueue<(LogLevel Level, int Id, string Text)> _lines = new();

    public IReadOnlyList<(LogLevel Level, int Id, string Text)> Lines => [.. _lines];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, eventId.Id, $"{formatter(state, exception)} {exception}"));
}
