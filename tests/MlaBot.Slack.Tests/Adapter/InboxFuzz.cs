using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Home;
using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Deliveries;
using MlaBot.Core.Drafts;
using MlaBot.Core.Home;
using MlaBot.Core.Learners;
using MlaBot.Core.Streaks;
using MlaBot.Slack.Adapter;
using MlaBot.Slack.Rendering;
using MlaBot.Slack.SocketMode;
using MlaBot.Slack.Tests.SocketMode;
using MlaBot.Slack.WebApi;
using MlaBot.Testing;

namespace MlaBot.Slack.Tests.Adapter;

/// <summary>Nonsense in bulk, from the payload of an envelope to the handlers.</summary>
/// <remarks><c>MLABOT_FUZZ</c> sets the number of payloads.</remarks>
[Collection(nameof(SocketFrameFuzz))]
public sealed class InboxFuzz(ITestOutputHelper console) : IDisposable
{
    private const int Most = 4096;
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("MLABOT_FUZZ"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 1_000_000;

    private readonly QuietApi _api = new();
    private readonly CountingLogger _log = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton(new PauseSchedules(
        EmptyStores.Of<IDailyStore>(), EmptyStores.Of<IChannelStore>(), EmptyStores.Of<IDraftStore>(), new AdminNews(EmptyStores.Of<IDraftStore>(), EmptyStores.Of<IDailyPublisher>()), EmptyStores.Of<IDailyLog>())).BuildServiceProvider();

    private int _acknowledged;
    private int _now;
    private int _most;

    /// <summary>Not null: acknowledgements wait for it.</summary>
    private TaskCompletionSource? _gate;

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task A_million_mutated_payloads_are_each_acknowledged_once_and_never_end_in_a_failure()
    {
        var random = new Random(20261121);
        using var inbox = NewInbox();
        var payloads = new Payloads(random);
        var held = GC.GetTotalMemory(forceFullCollection: true);

        for (var round = 0; round < Rounds; round++)
        {
            var (type, payload) = payloads.Next();
            inbox.Received(Envelope(type, payload, round));
            while (round - Volatile.Read(ref _acknowledged) > Most / 2 && _log.Failures.IsEmpty)
            {
                await Task.Yield();
            }
        }

        await inbox.StopAsync(TimeSpan.FromSeconds(20));
        console.WriteLine($"{Rounds} payloads: {_acknowledged} acknowledged, {_log.Unread} could not be read, {_api.Answers} answers beside the acknowledgements, most at once {_most}");

        _log.Failures.ShouldBeEmpty();
        _acknowledged.ShouldBe(Rounds);
        _api.Answers.ShouldBeGreaterThan(Rounds / 20);
        (GC.GetTotalMemory(forceFullCollection: true) - held).ShouldBeLessThan(16 * 1024 * 1024);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_the_blocks_of_a_message_takes_no_envelope_s_place()
    {
        using var inbox = NewInbox();
        for (var number = 0; number <= Most; number++)
        {
            inbox.Received(Envelope("interactive", Payloads.HalfAPair(number), number));
            await SocketRig.UntilAsync(() => Volatile.Read(ref _acknowledged) > number - Most / 4 || _log.Overruns > 0);
        }

        await SocketRig.UntilAsync(() => Volatile.Read(ref _acknowledged) == Most + 1 || _log.Overruns > 0);
        _log.Overruns.ShouldBe(0);
        _log.Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task However_many_envelopes_hang_no_more_than_the_bound_are_under_way_and_then_it_goes_on()
    {
        using var inbox = NewInbox();
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        for (var number = 0; number < 3 * Most; number++)
        {
            inbox.Received(Envelope("interactive", Payloads.Press(number), number));
        }

        await SocketRig.UntilAsync(() => Volatile.Read(ref _now) == Most);
        _log.Overruns.ShouldBe(2 * Most);
        _gate.SetResult();
        await SocketRig.UntilAsync(() => Volatile.Read(ref _now) == 0);
        await inbox.StopAsync(TimeSpan.FromSeconds(20));
        using var again = NewInbox();
        again.Received(Envelope("interactive", Payloads.Press(50_000), 50_000));

        await SocketRig.UntilAsync(() => Volatile.Read(ref _acknowledged) == Most + 1);
        _most.ShouldBe(Most);
    }

    private SocketEnvelope Envelope(string type, ReadOnlyMemory<byte> payload, int number) => new(
        number.ToString(CultureInfo.InvariantCulture), type, payload, AcceptsPayload: type is "slash_commands", RetryAttempt: 0, TimeProvider.System.GetTimestamp(), AcknowledgeAsync);

    private async ValueTask<bool> AcknowledgeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var now = Interlocked.Increment(ref _now);
        for (var most = _most; now > most; most = _most)
        {
            Interlocked.CompareExchange(ref _most, now, most);
        }

        await (_gate?.Task ?? Task.CompletedTask);
        Interlocked.Increment(ref _acknowledged);
        Interlocked.Decrement(ref _now);
        return true;
    }

    private SlackInbox NewInbox()
    {
        var workspace = new Workspace(1, "Slack", _api);
        workspace.Introduce(new Introduction("T1", "Study", "U1", "B1", "https://study.slack.com/", new HashSet<string>(StringComparer.Ordinal)));
        var options = new SlackOptions { Workspaces = [] };
        var dispatcher = new ChatDispatcher([], [], new Typed<ChatDispatcher>(_log));
        var words = new CommandWords(options, []);
        var commands = new CommandReader(dispatcher, options);
        var (learners, channels, clock) = (EmptyStores.Of<ILearnerStore>(), EmptyStores.Of<IChannelStore>(), TimeProvider.System);
        var people = new People(workspace, EmptyStores.Of<IAdminStore>(), new LearnerZones(learners, channels, clock), clock, new Typed<People>(_log));
        var streaks = new ShowStreak(EmptyStores.Of<IStreakStore>(), learners, channels, clock);
        var home = new HomeHandler(EmptyStores.Of<IHomeStore>(), EmptyStores.Of<IDailyStore>(), channels, learners, streaks, EmptyStores.Of<IContentSource>(), new PlatformList([]), clock, []);
        var homes = new HomeDesk(workspace, people, home, words, clock, new Typed<HomeDesk>(_log));
        var events = new SlackEvents(
            workspace, new WorkspaceClosing(_services, new Typed<WorkspaceClosing>(_log)), _services.GetRequiredService<PauseSchedules>(), people, homes,
            new ChannelMembers(clock, new Typed<ChannelMembers>(_log)), commands, channels, words, new Typed<SlackEvents>(_log));
        var handler = new EnvelopeHandler(
            workspace, dispatcher, commands, people, new Answers(workspace, words, new Typed<Answers>(_log)), events, new EveryClaim(), clock, new Typed<EnvelopeHandler>(_log));
        return new SlackInbox(workspace, handler, clock, new Typed<SlackInbox>(_log));
    }

    private sealed class EveryClaim : IDeliveryStore
    {
        public Task<bool> ClaimAsync(GroupKey group, string id, CancellationToken cancellationToken)
        {
            id.Length.ShouldBeInRange(1, 200);
            return Task.FromResult(true);
        }

        public Task<int> RemoveOlderAsync(NodaTime.Instant before, CancellationToken cancellationToken) => Task.FromResult(0);
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
        private const int Overrun = 411;
        private const int Malformed = 412;
        private const int Closed = 461;
        private int _overruns;
        private int _unread;

        public ConcurrentQueue<string> Failures { get; } = [];

        public int Overruns => _overruns;

        public int Unread => _unread;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            switch (eventId.Id)
            {
                case Overrun:
                    Interlocked.Increment(ref _overruns);
                    break;
                case Malformed:
                    Interlocked.Increment(ref _unread);
                    break;
                case not Closed when (logLevel >= LogLevel.Error || exception is not null) && Failures.Count < 5:
                    Failures.Enqueue($"{formatter(state, exception)}\n{exception}");
                    break;
            }
        }
    }
}
