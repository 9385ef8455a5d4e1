using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Commands;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Drafts;
using MlaBot.Discord.Adapter;
using MlaBot.Discord.Gateway;
using MlaBot.Discord.Gateway.Protocol;
using MlaBot.Discord.Tests.Gateway;
using MlaBot.Testing;

namespace MlaBot.Discord.Tests.Adapter;

/// <summary>Nonsense in bulk, from the bytes of a frame to the handlers.</summary>
/// <remarks><c>MLABOT_FUZZ</c> sets the number of payloads.</remarks>
[Collection(nameof(FrameFuzz))]
public sealed class InboxFuzz(ITestOutputHelper console)
{
    private const int Most = 4096;
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("MLABOT_FUZZ"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 1_000_000;

    private readonly CountingApi _api = new();
    private readonly CountingLogger _log = new();

    [Fact]
    public async Task A_million_mutated_payloads_end_in_answers_or_in_nothing_and_never_in_a_failure()
    {
        var random = new Random(20261121);
        using var inbox = NewInbox(out var guilds);
        using var ending = new CancellationTokenSource();
        var watching = guilds.RunAsync(ending.Token);
        var payloads = new Payloads(random);
        var held = GC.GetTotalMemory(forceFullCollection: true);
        var (read, handed) = (0, 0);
        inbox.ReadyChanged(0, true);

        for (var round = 0; round < Rounds; round++)
        {
            var frame = payloads.Next();
            if (GatewayEnvelope.TryRead(frame.Span, WantedEvents.OfThisBot, out var envelope))
            {
                read++;
                if (envelope.Name is { } name && envelope.Data.End.Value > 0)
                {
                    handed++;
                    inbox.Dispatched(0, name, frame[envelope.Data]);
                }
            }
        }

        await inbox.StopAsync(TimeSpan.FromSeconds(20));
        await ending.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(watching);
        console.WriteLine($"{Rounds} payloads: {read} frames read, {handed} handed on, {_api.Answers} answered, most at once {_api.Most}");

        _log.Failures.ShouldBeEmpty();
        _api.Answers.ShouldBeGreaterThan(Rounds / 100);
        _api.Most.ShouldBeLessThanOrEqualTo(Most);
        (GC.GetTotalMemory(forceFullCollection: true) - held).ShouldBeLessThan(16 * 1024 * 1024);
    }

    [Fact]
    public async Task However_many_interactions_hang_no_more_than_the_bound_are_under_way_and_then_it_goes_on()
    {
        using var inbox = NewInbox(out _);
        inbox.ReadyChanged(0, true);
        _api.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        for (var number = 0; number < 3 * Most; number++)
        {
            inbox.Dispatched(0, "INTERACTION_CREATE", Payloads.Press(number));
        }

        await Rig.UntilAsync(() => _api.Now == Most);
        _log.Overruns.ShouldBe(2 * Most);
        _api.Gate.SetResult();
        await Rig.UntilAsync(() => _api.Now == 0);
        inbox.Dispatched(0, "INTERACTION_CREATE", Payloads.Press(100_000));

        await Rig.UntilAsync(() => _api.Answers == Most + 1);
        _api.Most.ShouldBe(Most);
    }

    private DiscordInbox NewInbox(out GuildWatcher guilds)
    {
        var (channels, drafts, publisher) = (EmptyStores.Of<IChannelStore>(), EmptyStores.Of<IDraftStore>(), EmptyStores.Of<IDailyPublisher>());
        var pause = new PauseSchedules(EmptyStores.Of<IDailyStore>(), channels, drafts, new AdminNews(drafts, publisher), EmptyStores.Of<IDailyLog>());
        guilds = new GuildWatcher(new GuildList(), channels, pause, new Greeter(new GreetedGuilds(Path.GetTempPath(), new Typed<GreetedGuilds>(_log)), channels, new NoWelcome(), new Typed<Greeter>(_log)), new Typed<GuildWatcher>(_log));
        var dispatcher = new ChatDispatcher([], [], new Typed<ChatDispatcher>(_log));
        var handler = new InteractionHandler(dispatcher, _api, TimeProvider.System, new Typed<InteractionHandler>(_log));
        return new DiscordInbox(new InteractionReader(new ProtectedCommands([])), handler, guilds, TimeProvider.System, new Typed<DiscordInbox>(_log));
    }

    private sealed class NoWelcome : IWelcome
    {
        public Task<bool> GreetAsync(string guild, string? systemChannel, CancellationToken cancellationToken) => Task.FromResult(true);
    }

    private sealed class Typed<T>(ILogger inner) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            inner.Log(logLevel, eventId, state, exception, formatter);
    }

    /// <summary>Keeps what must not happen, and counts what may.</summary>
    private sealed class CountingLogger : ILogger
    {
        private const int Overrun = 311;
        private int _overruns;

        public ConcurrentQueue<string> Failures { get; } = [];

        public int Overruns => _overruns;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == Overrun)
            {
                Interlocked.Increment(ref _overruns);
            }
            else if ((logLevel >= LogLevel.Error || exception is not null) && Failures.Count < 5)
            {
                Failures.Enqueue($"{formatter(state, exception)}\n{exception}");
            }
        }
    }
}
