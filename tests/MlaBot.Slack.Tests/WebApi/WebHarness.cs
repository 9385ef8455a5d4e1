using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MlaBot.Slack.WebApi;
using MlaBot.Slack.Wire;
using MlaBot.Testing;

namespace MlaBot.Slack.Tests.WebApi;

/// <summary>A client of a scripted server, with its logs.</summary>
internal sealed class WebHarness : IAsyncDisposable
{
    // Put together at run time, so that no scanner takes them for lost secrets.
    public static readonly string BotToken = string.Join('-', "xoxb", "1111111111", "2222222222", "aBcDeFgHiJkLmNoPqRsTuVwX");

    public static readonly string AppToken = string.Join('-', "xapp", "1", "A1111111111", "3333333333", "0123456789abcdef0123456789abcdef");

    private WebHarness(ScriptedSlack server, TimeProvider clock, WebTuning? tuning)
    {
        Server = server;
        Clock = clock;
        Api = new SlackApi(new SlackOptions { Workspaces = [Tokens], ApiBaseUrl = new Uri(server.Root, "api/") }, Tokens, clock, new Random(1), Logs, tuning);
    }

    public static SlackTokens Tokens { get; } = new(BotToken, AppToken);

    public static SlackMessage Text { get; } = Saying("hello");

    public static SlackView Home { get; } = new(SlackView.Home, [new SectionBlock(TextObject.Plain("hello"))]);

    public ScriptedSlack Server { get; }

    public TimeProvider Clock { get; }

    public ManualTimeProvider Manual => (ManualTimeProvider)Clock;

    public SlackApi Api { get; }

    public LogBook Logs { get; } = new();

    public Uri ResponseUrl => new(Server.Root, "actions/T1/987654321/sEcReTrEsPoNsE");

    public static SlackMessage Saying(string text) => new(text, []);

    public static SlackMessage Marked(string key) =>
        new("hello", []) { Metadata = new MessageMetadata(MessageMetadata.PostType, new Dictionary<string, string> { [MessageMetadata.Key] = key }) };

    /// <summary>With a clock that stands still.</summary>
    public static Task<WebHarness> StartAsync(Func<Received, Reply> answer, WebTuning? tuning = null) =>
        StartAsync((received, context) => answer(received).WriteAsync(context), tuning);

    /// <summary>With a clock that stands still and answers that a test holds back.</summary>
    public static async Task<WebHarness> StartAsync(Func<Received, HttpContext, Task> answer, WebTuning? tuning = null) =>
        new(await ScriptedSlack.StartAsync(answer), new ManualTimeProvider(DateTimeOffset.UnixEpoch), tuning);

    public Task<PostedMessage> PostAsync(string channel = "C1", SlackMessage? message = null, CancellationToken cancellationToken = default) =>
        Api.PostAsync(channel, message ?? Text, null, cancellationToken);

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
    public static async Task SettleAsync(Task task) => await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System));

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>Keeps every log line of every level.</summary>
internal sealed class LogBook : ILogger<SlackApi>
{
    private readonly ConcurrentQueue<(LogLevel Level, int Id, string Text)> _lines = new();

    public IReadOnlyList<(LogLevel Level, int Id, string Text)> Lines => [.. _lines];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, eventId.Id, $"{formatter(state, exception)} {exception}"));
}
