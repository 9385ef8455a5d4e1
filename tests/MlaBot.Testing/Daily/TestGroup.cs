using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;
using MlaBot.Testing.Chat;
using NodaTime;

namespace MlaBot.Testing.Daily;

/// <summary>A study group with one channel: a real SQLite file, a manual clock, a platform that remembers.</summary>
public sealed class TestGroup : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private CancellationTokenSource _life = new();
    private TestEngine? _engine;
    private int _seed;

    private TestGroup(Instant now, DailyRules rules)
    {
        Clock = new ManualTimeProvider(now.ToDateTimeOffset());
        Rules = rules;
        Platform = new RecordingPublisher(Clock);
    }

    /// <summary>The clock of the group.</summary>
    public ManualTimeProvider Clock { get; }

    /// <summary>The present instant.</summary>
    public Instant Now => Clock.Now();

    /// <summary>The numbers of a question's life.</summary>
    public DailyRules Rules { get; }

    /// <summary>The chat platform.</summary>
    public RecordingPublisher Platform { get; }

    /// <summary>What the chat layer knows of the platform.</summary>
    public RecordingPlatform ChatPlatform { get; } = new();

    /// <summary>What an operator would read.</summary>
    public RecordingDailyLog Log { get; } = new();

    /// <summary>Four domains of three tasks with a few items each.</summary>
    public FixedContent Content { get; } = new(New.Content());

    /// <summary>The channel that was set up first.</summary>
    public Channel Channel { get; private set; } = New.Channel();

    /// <summary>The engine of the present run.</summary>
    public TestEngine Engine => _engine ?? throw new InvalidOperationException("The bot is down.");

    /// <summary>Starts a bot on an empty database and sets a channel up.</summary>
    /// <param name="now">The first instant.</param>
    /// <param name="zone">The channel's zone.</param>
    /// <param name="feedback">When learners hear whether they were right.</param>
    /// <param name="openFor">How long questions stay open; 10 hours when none is given.</param>
    /// <param name="rules">Other numbers than the default.</param>
    public static async Task<TestGroup> StartAsync(
        string now = "2026-03-02T07:00Z",
        string zone = "Europe/Berlin",
        FeedbackMode feedback = FeedbackMode.Immediate,
        Duration? openFor = null,
        DailyRules? rules = null)
    {
        var group = new TestGroup(New.Instant(now), rules ?? new DailyRules());
        await group.StartBotAsync();
        group.Channel = New.Channel() with { Zone = zone, Feedback = feedback, OpenFor = openFor ?? Duration.FromHours(10) };
        await group.Engine.Channels.SaveAsync(group.Channel, CancellationToken.None);
        return group;
    }

    /// <summary>Sets another channel up.</summary>
    public async Task<Channel> AddChannelAsync(string id, string? zone = null)
    {
        var channel = Channel with { Key = Channel.Key with { Id = id }, Zone = zone ?? Channel.Zone };
        await Engine.Channels.SaveAsync(channel, CancellationToken.None);
        return channel;
    }

    /// <summary>Adds a schedule and plans its first question.</summary>
    public async Task<PlannedSchedule> ScheduleAsync(
        string at = "09:00", string domain = "1", string days = "daily", ChannelKey? channel = null) =>
        (await Engine.Schedules.AddAsync(
            channel ?? Channel.Key, new(domain), Days.ParseTime(at).ShouldBeOk(), Days.ParseDays(days).ShouldBeOk(), CancellationToken.None)).ShouldBeOk();

    /// <summary>Lets the clock run to an instant and carries out all that falls due on the way, as the host does.</summary>
    public async Task RunToAsync(Instant until)
    {
        while (await Engine.Runner.NextDueAsync(CancellationToken.None) is { } due && due <= until)
        {
            await StepAsync(due > Now ? due : Now);
            await StepAsync(Now + Rules.Drain);
            if (await Engine.Runner.NextDueAsync(CancellationToken.None) is { } same && same == due)
            {
                // Something waits for the platform: the host looks again after its sweep.
                await StepAsync(Now + Duration.FromSeconds(5));
            }
        }

        await StepAsync(until > Now ? until : Now);
    }

    /// <inheritdoc cref="RunToAsync(Instant)"/>
    public Task RunToAsync(string until) => RunToAsync(New.Instant(until));

    /// <summary>Lets the clock run on for a while.</summary>
    public Task RunForAsync(Duration time) => RunToAsync(Now + time);

    /// <summary>Carries out what is due now; a crash of the bot ends it early.</summary>
    public Task RunDueAsync() => Engine.Runner.RunDueAsync(_life.Token);

    /// <summary>The program dies at a step: nothing after it happens in that run.</summary>
    /// <param name="step">The step of the platform.</param>
    /// <param name="afterwards">True when the step takes effect and only its answer is lost.</param>
    public void DieAt(PublishStep step, bool afterwards = false)
    {
        var life = _life;
        Platform.Fail(
            step,
            () =>
            {
                life.Cancel();
                return new OperationCanceledException(life.Token);
            },
            times: 1,
            afterwards: afterwards);
    }

    /// <summary>The bot goes down at once.</summary>
    public async Task StopBotAsync()
    {
        await Engine.DisposeAsync();
        _engine = null;
        Platform.Heal();
    }

    /// <summary>A new run of the program over the same file.</summary>
    public async Task StartBotAsync()
    {
        _life = new CancellationTokenSource();
        _engine = await TestEngine.OpenAsync(_folder.File("mlabot.db"), Clock, Content, Platform, Log, Rules, () => Interlocked.Increment(ref _seed), ChatPlatform);
        await _engine.Runner.StartAsync(CancellationToken.None);
    }

    /// <summary>Stops the bot and starts it again after a while.</summary>
    public async Task RestartAsync(Duration down = default)
    {
        await StopBotAsync();
        Clock.Advance(down.ToTimeSpan());
        await StartBotAsync();
    }

    /// <summary>A post as it is stored now.</summary>
    public async Task<DailyPost> ReadAsync(DailyPost post) =>
        await Engine.Store.FindPostAsync(post.Id, CancellationToken.None) ?? throw new InvalidOperationException($"There is no post {post.Id}.");

    /// <summary>A schedule's newest post.</summary>
    public async Task<DailyPost> LatestAsync(Schedule schedule) =>
        await Engine.Store.LatestAsync(schedule.Id, CancellationToken.None) ?? throw new InvalidOperationException("Nothing was planned.");

    /// <summary>Answers a post in letters of the pack, such as <c>B</c> or <c>AC</c>.</summary>
    public Task<Outcome<AnswerReceipt>> AnswerAsync(DailyPost post, string picked = "B", string user = "ada", GroupKey? group = null) =>
        Engine.Answers.HandleAsync(
            post.Id,
            Learner(user) with { Group = group ?? Channel.Key.Group },
            user,
            (_, _) => new Answer.Picked(picked.ToLowerInvariant().Select(letter => new PartId(letter.ToString()))),
            CancellationToken.None);

    /// <summary>A learner's streak now.</summary>
    public Task<Streak> StreakAsync(string user = "ada") =>
        Engine.Streaks.HandleAsync(Learner(user), DateTimeZoneProviders.Tzdb[Channel.Zone], CancellationToken.None);

    /// <summary>The key of a learner of the group.</summary>
    public LearnerKey Learner(string user = "ada") => new(Channel.Key.Group, user);

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

    private async Task StepAsync(Instant to)
    {
        // The bot was up all the time that the clock leaps over.
        if (to - Now >= Duration.FromMinutes(1))
        {
            await Engine.StreakFacts.BeatAsync(to, Duration.MaxValue, CancellationToken.None);
        }

        Clock.SetUtcNow(to.ToDateTimeOffset());
        await RunDueAsync();
    }
}
