using System.Collections.Concurrent;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
using MlaBot.Core.Time;
using NodaTime;
using Shouldly;

namespace MlaBot.Testing.Rounds;

/// <summary>A channel in which live rounds are played: a real SQLite file, a manual clock, a platform that remembers.</summary>
public sealed class TestRound : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    private readonly TempFolder _folder = new();
    private readonly ConcurrentBag<DailyAnswer> _recorded = [];
    private CancellationTokenSource _life = new();
    private RoundEngine? _engine;

    private readonly string _file;

    private TestRound(ContentSnapshot content, RoundRules rules, string? file)
    {
        _file = file ?? _folder.File("mlabot.db");
        Rules = rules;
        Content = new FixedContent(content);
        Platform = new RecordingRoundPublisher(Clock);
    }

    /// <summary>The clock.</summary>
    public ManualTimeProvider Clock { get; } = new(New.Instant("2026-03-05T19:00Z").ToDateTimeOffset());

    /// <summary>The present instant.</summary>
    public Instant Now => Clock.Now();

    /// <summary>The numbers of a round.</summary>
    public RoundRules Rules { get; }

    /// <summary>The bank.</summary>
    public FixedContent Content { get; }

    /// <summary>The chat platform.</summary>
    public RecordingRoundPublisher Platform { get; }

    /// <summary>What an operator would read.</summary>
    public RecordingRoundLog Log { get; } = new();

    /// <summary>The channel.</summary>
    public Channel Channel { get; } = New.Channel();

    /// <summary>The present run of the program.</summary>
    public RoundEngine Engine => _engine ?? throw new InvalidOperationException("The bot is down.");

    /// <summary>What ends the present run.</summary>
    public ProcessEnd Process { get; private set; } = new(new CancellationTokenSource());

    /// <summary>The answers that people were told are recorded.</summary>
    public IReadOnlyCollection<DailyAnswer> Recorded => _recorded;

    /// <summary>The round that runs in the channel.</summary>
    public Round Round => Engine.Desk.Running(Channel.Key) ?? throw new InvalidOperationException("No round runs.");

    /// <summary>Starts a bot on an empty database with one channel.</summary>
    /// <param name="content">The bank; four domains of one type of question when none is given.</param>
    /// <param name="rules">Other numbers than the default.</param>
    /// <param name="file">Where the database lies, for who measures a disk; null for a folder of its own.</param>
    public static async Task<TestRound> StartAsync(ContentSnapshot? content = null, RoundRules? rules = null, string? file = null)
    {
        var stage = new TestRound(content ?? New.Content(), rules ?? new RoundRules(), file);
        await stage.StartBotAsync();
        await stage.Engine.Channels.SaveAsync(stage.Channel, CancellationToken.None);
        return stage;
    }

    /// <summary>A person of the channel's group.</summary>
    public LearnerKey Person(string user) => new(Channel.Key.Group, user);

    /// <summary>Starts a round and lets people join.</summary>
    public async Task<Round> OpenAsync(RoundOptions options, params string[] people)
    {
        var round = (await TryOpenAsync(options)).ShouldBeOk();
        foreach (var person in people)
        {
            (await JoinAsync(round.Id, person)).ShouldBeOk();
        }

        return round;
    }

    /// <summary>Starts a round with its host <c>host</c>.</summary>
    public Task<Outcome<Round>> TryOpenAsync(RoundOptions options, string? opponent = null, ChannelKey? channel = null) => Engine.Desk.StartAsync(
        channel ?? Channel.Key, Person("host"), "host", options, opponent is null ? null : (Person(opponent), opponent), CancellationToken.None);

    /// <summary>A person presses the button to join.</summary>
    public Task<Outcome<RoundPlayer>> JoinAsync(RoundId round, string person) => Engine.Desk.JoinAsync(round, Person(person), person, CancellationToken.None);

    /// <summary>The host does something.</summary>
    public Task<Outcome<Round>> LeadAsync(
        HostAct act, string? person = null, string who = "host", ChannelKey? channel = null, (int Number, int Vote)? on = null) => Engine.Desk.LeadAsync(
        channel ?? Channel.Key, Person(who), isAdmin: false, act, person is null ? null : Person(person), on, CancellationToken.None);

    /// <summary>A person answers the question that stands.</summary>
    public Task<Outcome<AnswerReceipt>> AnswerAsync(string person, bool isRight = true, Duration age = default) =>
        AnswerAsync(Round.Post ?? throw new InvalidOperationException("No question stands."), person, isRight, age);

    /// <summary>A person answers a question.</summary>
    public async Task<Outcome<AnswerReceipt>> AnswerAsync(PostId post, string person, bool isRight = true, Duration age = default)
    {
        var outcome = await Engine.Answers.HandleAsync(
            post, Person(person), person, profileZone: "", age, (_, item) => KnownAnswers.Of(item, isRight), CancellationToken.None);
        if (outcome is Outcome<AnswerReceipt>.Ok({ Fate: AnswerFate.Recorded } receipt))
        {
            _recorded.Add(receipt.Standing);
        }

        return outcome;
    }

    /// <summary>Carries out what is due now.</summary>
    public async Task TickAsync()
    {
        Engine.Runner.Tick(_life.Token);
        await Engine.Runner.IdleAsync();
    }

    /// <summary>Lets the clock run on, with a look at what is due every half second, as the host does.</summary>
    public async Task RunForAsync(Duration time)
    {
        var until = Now + time;
        await TickAsync();
        while (Now < until && !Process.HasEnded)
        {
            Clock.Advance(Tick);
            await TickAsync();
        }
    }

    /// <summary>Lets the clock run until the round is where a test wants it.</summary>
    public Task RunUntilAsync(RoundPhase phase, int? number = null) =>
        RunUntilAsync(round => round.Phase == phase && (number is null || round.Number == number));

    /// <inheritdoc cref="RunUntilAsync(RoundPhase, int?)"/>
    public async Task RunUntilAsync(Func<Round, bool> isThere)
    {
        for (var left = Duration.FromHours(1); left > Duration.Zero && !Process.HasEnded; left -= Duration.FromTimeSpan(Tick))
        {
            if (isThere(Round))
            {
                return;
            }

            Clock.Advance(Tick);
            await TickAsync();
        }

        throw new TimeoutException($"The round stayed {Round.Phase} at question {Round.Number}.");
    }

    /// <summary>Lets the clock run until no round runs.</summary>
    public async Task RunToEndAsync()
    {
        for (var left = Duration.FromHours(3); Engine.Runner.HasRounds && !Process.HasEnded; left -= Duration.FromTimeSpan(Tick))
        {
            (left > Duration.Zero).ShouldBeTrue($"The round never ends. {string.Join("; ", Log.Lines.TakeLast(5))}");
            Clock.Advance(Tick);
            await TickAsync();
        }
    }

    /// <summary>A new run of the program over the same file.</summary>
    public async Task StartBotAsync()
    {
        _life = new CancellationTokenSource();
        Process = new ProcessEnd(_life);
        Platform.Process = Process;
        _engine = await RoundEngine.OpenAsync(_file, Clock, Content, Platform, Log, Rules, Process);
        await _engine.Runner.StartAsync(CancellationToken.None);
    }

    /// <summary>The program goes down, if it has not ended yet, and starts again after a while.</summary>
    public async Task RestartAsync(Duration down = default)
    {
        await _life.CancelAsync();
        await Engine.Runner.IdleAsync();
        await Engine.DisposeAsync();
        Clock.Advance(down.ToTimeSpan());
        await StartBotAsync();
    }

    /// <summary>Checks what holds for every round that has ended, whatever happened on the way.</summary>
    public async Task<RoundTable> CheckAsync(RoundId id)
    {
        var round = (await Engine.Store.FindAsync(id, CancellationToken.None)).ShouldNotBeNull();
        round.IsRunning.ShouldBeFalse();
        Engine.Desk.Running(round.Channel).ShouldBeNull();
        Platform.Shown.GroupBy(shown => shown.Key, StringComparer.Ordinal).ShouldAllBe(same => same.Count() == 1);

        var all = await Engine.Store.QuestionsAsync(round, CancellationToken.None);
        all.Select(each => each.Question.Post.State).ShouldAllBe(state => state == PostState.Withdrawn || state == PostState.Settled || state == PostState.Revealed);
        var posts = all.Select(each => each.Question.Post.Id).ToHashSet();
        var stored = all.SelectMany(each => each.Answers).ToDictionary(answer => (answer.Post, answer.Learner));
        foreach (var answer in _recorded.Where(answer => posts.Contains(answer.Post)))
        {
            stored.ShouldContainKey((answer.Post, answer.Learner));
            stored[(answer.Post, answer.Learner)].ShouldSatisfyAllConditions(
                kept => kept.Last.Canonical.ShouldBe(answer.Last.Canonical), kept => kept.FirstAt.ShouldBe(answer.FirstAt), kept => kept.IsLastCorrect.ShouldBe(answer.IsLastCorrect));
        }

        var table = (await Engine.Reports.TableAsync(id, Channel.Key.Group, CancellationToken.None)).ShouldNotBeNull();
        var questions = all.Select(each => new AnsweredQuestion(each.Question, RoundTimes.Answering(each.Question.Item, Rules), each.Answers)
        {
            Openings = [.. round.Openings.Where(opening => opening.Post == each.Question.Post.Id).Select(opening => opening.At)],
        }).ToArray();
        NaiveTable.Of(table).ShouldBe(NaiveTable.Of(await Engine.Store.PlayersAsync(id, CancellationToken.None), questions, round.Options.Scoring));
        if (Platform.Find($"table {id}")?.Table is { } shown)
        {
            NaiveTable.Of(shown).ShouldBe(NaiveTable.Of(table));
        }

        return table;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }

        _life.Dispose();
        _folder.Dispose();
    }
}
