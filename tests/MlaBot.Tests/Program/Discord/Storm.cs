using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using MlaBot.Core.Daily;
using MlaBot.DiscordServer;
using MlaBot.DiscordServer.Control;
using MlaBot.DiscordServer.Gateway;
using MlaBot.DiscordServer.World;
using NodaTime;
using NodaTime.Text;

namespace MlaBot.Tests.Program.Discord;

/// <summary>A stage with several guilds and channels on which people press without a pause, while a test breaks things.</summary>
internal sealed partial class Storm : IAsyncDisposable
{
    // As in the local Discord: containers with a marker have numbers from here on.
    private const int FirstMarker = 0x4000_0000;
    private const int LeastConfirmed = 20;
    private static readonly Duration OpenFor = Duration.FromHours(12);
    private static readonly string[] Labels = ["A", "B", "C", "D", "I don't know"];

    private readonly DiscordStage _stage;
    private readonly List<Channel> _channels = [];
    private readonly List<User> _people = [];
    private readonly ConcurrentQueue<Shown> _confirmed = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly List<Task> _pressing = [];
    private int _failed;
    private Instant _reached;

    private Storm(DiscordStage stage) => (_stage, _reached) = (stage, Parse(BotFolder.FirstMoment));

    public DiscordStage Stage => _stage;

    public DiscordTestServer Server => _stage.Server;

    public GatewayControl Gateway => _stage.Server.GatewayControl();

    /// <summary>The answers that people saw confirmed.</summary>
    public int Confirmed => _confirmed.Count;

    /// <summary>The presses that were never answered in time.</summary>
    public int Failed => _failed;

    /// <summary>Two guilds with two channels each, all set up, and six people in each guild.</summary>
    public static async Task<Storm> StartAsync()
    {
        var options = new DiscordServerOptions
        {
            LimitsRates = false,
            Gateway = world => new GatewayServer(
                world, new GatewayOptions { IdentifyPeriod = TimeSpan.FromMilliseconds(100), HeartbeatInterval = TimeSpan.FromSeconds(2), SessionStarts = 100_000 }),
        };
        var storm = new Storm(await DiscordStage.StartAsync(options));
        await storm.SettleInAsync();
        return storm;
    }

    /// <summary>Lets the clock walk past the next moments at which questions are due, and waits until they are posted or recorded as missed.</summary>
    public async Task WalkAsync(int moments = 1)
    {
        for (var moment = 0; moment < moments; moment++)
        {
            Walk();
            await UntilAsync(posts => posts.All(post => post.DueAt >= _reached || post.State is not (PostState.Planned or PostState.Intended)), $"all that was due by {_reached}");
        }
    }

    /// <summary>Lets the clock walk past the next moment at which questions are due, and waits for nothing.</summary>
    public void Walk() => Reach(_stage.Records.Posts().Where(post => post.State is PostState.Planned).Select(post => post.DueAt).Append(_reached + Duration.FromHours(24)).Where(due => due >= _reached).Min() + Duration.FromMinutes(30));

    /// <summary>Waits until people are answered again without anybody's help.</summary>
    public async Task BackAsync()
    {
        var since = _stage.Server.World.Clock.GetTimestamp();
        await _stage.Server.Control.WaitUntilAsync(
            () => _stage.Server.World.Interactions.Values.Any(each => each.SentAt >= since && each.AnsweredWith is not null),
            $"an answer after the fault\n{Tail()}", TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    /// <summary>Breaks the connection, and waits until another one serves and all that came due meanwhile is done.</summary>
    public async Task BreakAsync(Action act)
    {
        var visits = Gateway.Visits.Count;
        act();
        await WalkAsync();
        await _stage.WaitAsync(() => Gateway.Visits.Count > visits, $"another connection\n{Tail()}");
        await BackAsync();
    }

    /// <summary>Ends the pressing, walks until all of today is revealed, and checks what must hold whatever happened.</summary>
    public async Task<string> EndAsync()
    {
        await WalkAsync();
        await UntilAsync(_ => Confirmed > LeastConfirmed, "enough confirmed answers: a storm in which nobody was told anything proves nothing");
        await StopPressingAsync();
        var end = _reached;
        Reach(end + OpenFor + Duration.FromHours(1));
        await UntilAsync(posts => posts.All(post => !post.WasSent || post.DueAt > end || post.State == PostState.Settled), "every reveal");
        await UntilAsync(posts => posts.All(post => post.State is not (PostState.Intended or PostState.Closing or PostState.Revealed)), "the end of all that is under way");
        return Check();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopPressingAsync();
        _ending.Dispose();
        await _stage.DisposeAsync();
    }

    private void Reach(Instant moment)
    {
        _reached = moment;
        _stage.LetClockReach(InstantPattern.ExtendedIso.Format(moment));
    }

    private Task UntilAsync(Func<IReadOnlyList<StoredPost>, bool> holds, string wish) => _stage.Server.Control.WaitUntilAsync(
        () => holds(_stage.Records.Posts()), $"{wish}\n{Tail()}", TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    private async Task SettleInAsync()
    {
        var control = _stage.Server.Control;
        var other = control.AddGuild("Second group", _stage.Admin);
        control.JoinBot(other, _stage.App);
        foreach (var guild in new[] { _stage.Guild, other })
        {
            _channels.AddRange([control.AddChannel(guild, "one"), control.AddChannel(guild, "two")]);
        }

        for (var number = 0; number < 6; number++)
        {
            var person = control.AddUser($"p{number}");
            control.AddMember(_stage.Guild, person);
            control.AddMember(other, person);
            _people.Add(person);
        }

        foreach (var channel in _channels)
        {
            (await _stage.SetUpAsync(channel, _stage.Admin)).Text.ShouldContain("This channel is set up", customMessage: Tail());
        }

        _pressing.AddRange(_people.Select((person, number) => PressOnAsync(person, new Random(number), _ending.Token)));
    }

    private async Task StopPressingAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAll(_pressing);
    }

    /// <summary>Presses one letter after another, as fast as answers come.</summary>
    private async Task PressOnAsync(User person, Random random, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            // Somebody reads before the next press.
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20, 80)), TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var channel = _channels[random.Next(_channels.Count)];
            if (Choose(person, channel, random) is not { } interaction)
            {
                continue;
            }

            var response = await interaction.FirstResponse;
            if (response.IsFailed)
            {
                Interlocked.Increment(ref _failed);
            }
            else if (Confirmation().Match(response.Text) is { Success: true } confirmed)
            {
                var question = (GroupOf(channel), long.Parse(confirmed.Groups["post"].ValueSpan, CultureInfo.InvariantCulture));
                _confirmed.Enqueue(new Shown(person.Id.ToString(CultureInfo.InvariantCulture), question, confirmed.Groups["letters"].Value));
            }
        }
    }

    private Interaction? Choose(User person, Channel channel, Random random)
    {
        var control = _stage.Server.Control;
        var messages = control.Public(channel);
        if (messages.Count == 0)
        {
            return null;
        }

        // Mostly the newest questions, now and then an old one.
        var message = messages[random.Next(4) == 0 ? random.Next(messages.Count) : Math.Max(0, messages.Count - 1 - random.Next(6))];
        var label = Labels[random.Next(Labels.Length)];
        try
        {
            return control.Press(person, message, _stage.ButtonId(message, label));
        }
        catch (Exception none) when (none is ControlException or InvalidOperationException)
        {
            // No such button, or not any more.
            return null;
        }
    }

    private string Check()
    {
        var posts = _stage.Records.Posts();
        var questions = posts.ToDictionary(post => post.Id, post => (post.Group, (long)post.Number));
        var stored = _stage.Records.Answers().ToDictionary(answer => (answer.Person, questions[answer.Post]));
        foreach (var answer in _confirmed)
        {
            stored.ShouldContainKey((answer.Person, answer.Question));
            stored[(answer.Person, answer.Question)].Last.ShouldBe(answer.Letters, answer.ToString());
        }

        _stage.Records.Integrity().ShouldBe("ok");
        EverythingStandsOnce(posts);
        EveryDateIsAccountedFor(posts);
        _stage.Server.World.Violations.ShouldBeEmpty();
        _stage.Server.World.Interactions.Values.ShouldAllBe(interaction => interaction.FollowUps == 0);
        return FormattableString.Invariant(
            $"{_confirmed.Count} confirmed answers, {_failed} presses unanswered, {posts.Count(post => post.WasSent)} questions posted, {posts.Count(post => post.State == PostState.Missed)} missed, {Gateway.Visits.Count} connections, {Gateway.Of(2).Count} sessions begun, {Gateway.Of(6).Count} resumes");
    }

    private void EverythingStandsOnce(IReadOnlyList<StoredPost> posts)
    {
        var messages = _channels.SelectMany(_stage.Server.Control.Public).ToArray();
        var marks = messages.SelectMany(message => message.Components).Select(part => part!["id"]!.GetValue<int>()).Where(id => id >= FirstMarker).ToArray();
        marks.ShouldBeUnique();
        marks.Length.ShouldBeGreaterThanOrEqualTo(posts.Count(post => post.State == PostState.Settled), "each reveal has its mark; an edit takes that of a question away");
        OnScreen(isReveal: false).ShouldBe(Stored(post => post.WasSent));
        OnScreen(isReveal: true).ShouldBe(Stored(post => post.State == PostState.Settled));

        IEnumerable<(string Group, long Number)> OnScreen(bool isReveal) => _channels
            .SelectMany(channel => _stage.Server.Control.Public(channel).Select(message => (Group: GroupOf(channel), Message: message)))
            .Where(shown => shown.Message.Text.Contains("the answer is", StringComparison.Ordinal) == isReveal)
            .Select(shown => (shown.Group, NumberOf(shown.Message))).Order();

        IEnumerable<(string Group, long Number)> Stored(Func<StoredPost, bool> wanted) => posts.Where(wanted).Select(post => (post.Group, (long)post.Number)).Order();
    }

    private static string GroupOf(Channel channel) => channel.Guild!.Id.ToString(CultureInfo.InvariantCulture);

    private static long NumberOf(Message message) => long.Parse(Number().Match(message.Text).ValueSpan, CultureInfo.InvariantCulture);

    private static void EveryDateIsAccountedFor(IReadOnlyList<StoredPost> posts)
    {
        posts.Select(post => (post.Schedule, post.Date, post.Slot)).ShouldBeUnique();
        foreach (var schedule in posts.GroupBy(post => post.Schedule))
        {
            var dates = schedule.Select(post => post.Date).Order().ToArray();
            dates.ShouldBe(Enumerable.Range(0, Period.DaysBetween(dates[0], dates[^1]) + 1).Select(dates[0].PlusDays), $"schedule {schedule.Key}: each date has its row");
        }
    }

    /// <summary>The end of the log, for a failed wait.</summary>
    public string Tail() => _stage.IsRunning ? string.Join('\n', _stage.Process.Errors.Split('\n').TakeLast(40)) : "The bot is not running.";

    private sealed record Shown(string Person, (string Group, long Number) Question, string Letters);

    private static Instant Parse(string moment) => InstantPattern.ExtendedIso.Parse(moment).Value;

    [GeneratedRegex(@"Your answer to question (?<post>\d+): \*\*(?<letters>[^*]+)\*\*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Confirmation();

    [GeneratedRegex(@"(?<=Question )\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
