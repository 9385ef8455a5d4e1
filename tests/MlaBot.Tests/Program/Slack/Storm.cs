using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using MlaBot.Core.Daily;
using MlaBot.SlackServer;
using MlaBot.SlackServer.Control;
using MlaBot.SlackServer.Limits;
using MlaBot.SlackServer.Sockets;
using MlaBot.SlackServer.World;
using NodaTime;
using NodaTime.Text;

namespace MlaBot.Tests.Program.Slack;

/// <summary>A stage with several channels on which people press without a pause, while a test breaks things.</summary>
internal sealed partial class Storm : IAsyncDisposable
{
    private static readonly Duration OpenFor = Duration.FromHours(12);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);
    private static readonly string[] Labels = ["A", "B", "C", "D", "I don't know"];

    private readonly List<Channel> _channels = [];
    private readonly List<User> _people = [];
    private readonly ConcurrentQueue<Press> _presses = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly List<Task> _pressing = [];
    private long _lastAnswered;
    private Instant _reached;

    private Storm(SlackStage stage) => (Stage, _reached) = (stage, Parse(BotFolder.FirstMoment));

    public SlackStage Stage { get; }

    public SlackTestServer Server => Stage.Server;

    public SocketControl Sockets => Stage.Server.SocketControl();

    public SocketFigures Figures => Sockets.Figures(Stage.App);

    /// <summary>How often the program was killed. What it knew of each channel's pace died with it.</summary>
    public int Deaths { get; set; }

    /// <summary>The presses that were acknowledged in time.</summary>
    public int Acknowledged => _presses.Count(press => !press.Act.IsTimedOut);

    /// <summary>The presses that were not.</summary>
    public int Unanswered => _presses.Count(press => press.Act.IsTimedOut);

    /// <summary>Three channels, all set up, and ten people.</summary>
    public static async Task<Storm> StartAsync(bool limitsRates)
    {
        var options = new SlackServerOptions
        {
            LimitsRates = limitsRates,
            Sockets = world => new SocketServer(world, new SocketOptions { RedeliveryWaits = [TimeSpan.Zero, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6)] }),
        };
        var storm = new Storm(await SlackStage.StartAsync(options));
        await storm.SettleInAsync();
        return storm;
    }

    /// <summary>Lets the clock walk past the next moment at which questions are due, and waits until they are posted or recorded as missed.</summary>
    public async Task WalkAsync()
    {
        Walk();
        await UntilAsync(
            () => Stage.Records.Posts().All(post => post.DueAt >= _reached || post.State is not (PostState.Planned or PostState.Intended)), $"all that was due by {_reached}");
    }

    /// <summary>Lets the clock walk past the next moment at which questions are due, and waits for nothing.</summary>
    public void Walk() => Reach(Stage.Records.Posts().Where(post => post.State is PostState.Planned).Select(post => post.DueAt).Append(_reached + Duration.FromHours(24)).Where(due => due >= _reached).Min() + Duration.FromMinutes(30));

    /// <summary>Waits until people are answered again without anybody's help.</summary>
    public async Task BackAsync()
    {
        var since = TimeProvider.System.GetTimestamp();
        await UntilAsync(() => Volatile.Read(ref _lastAnswered) >= since, "an answer after the fault");
    }

    /// <summary>Breaks the sockets, and waits until others serve and all that came due meanwhile is done.</summary>
    public async Task BreakAsync(Action act)
    {
        var visits = Sockets.Visits.Count;
        act();
        await WalkAsync();
        await UntilAsync(() => Sockets.Visits.Count > visits, "another socket");
        await BackAsync();
    }

    /// <summary>Ends the pressing, walks until all of today is revealed, and checks what must hold whatever happened.</summary>
    public async Task<string> EndAsync()
    {
        await WalkAsync();
        await StopPressingAsync();
        var end = _reached;
        Reach(end + OpenFor + Duration.FromHours(1));
        await UntilAsync(() => Stage.Records.Posts().All(post => !post.WasSent || post.DueAt > end || post.State == PostState.Settled), "every reveal");
        await UntilAsync(() => Stage.Records.Posts().All(post => post.State is not (PostState.Intended or PostState.Closing or PostState.Revealed)), "the end of all that is under way");
        return Check();
    }

    /// <summary>Waits for a condition.</summary>
    public async Task UntilAsync(Func<bool> holds, string wish)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Longest)
            {
                throw new TimeoutException($"{wish} did not come within {Longest.TotalSeconds} s.\n{string.Join('\n', Stage.Log.Split('\n').TakeLast(60))}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopPressingAsync();
        _ending.Dispose();
        await Stage.DisposeAsync();
    }

    private void Reach(Instant moment)
    {
        _reached = moment;
        Stage.LetClockReach(InstantPattern.ExtendedIso.Format(moment));
    }

    private async Task SettleInAsync()
    {
        var control = Server.Control;
        for (var number = 0; number < 10; number++)
        {
            _people.Add(control.AddUser(Stage.Team, $"p{number}", "UTC"));
        }

        for (var number = 0; number < 3; number++)
        {
            var channel = control.AddChannel(Stage.Team, $"study-{number}", isPrivate: false, [Stage.Admin, .. _people]);
            _channels.Add(channel);
            await Stage.SetUpAsync(channel, Stage.Admin);
            await Stage.EphemeralAsync(Stage.Admin, channel, "This channel is set up");
        }

        _pressing.AddRange(_people.Select((person, number) => PressOnAsync(person, new Random(number), _ending.Token)));
    }

    private async Task StopPressingAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAll(_pressing);
    }

    /// <summary>Presses one letter after another, as fast as somebody who reads may.</summary>
    private async Task PressOnAsync(User person, Random random, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            // Below the pace of a person, so that each press is worked on.
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(340, 500)), TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var began = TimeProvider.System.GetTimestamp();
            if (Choose(person, random) is not var (message, pressing))
            {
                continue;
            }

            var act = await pressing;
            _presses.Enqueue(new Press(person, NumberOf(message), act));
            while (!act.IsTimedOut && act.Messages.Count == 0 && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(4))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
            }

            if (act.Messages.Count > 0)
            {
                Volatile.Write(ref _lastAnswered, began);
            }
        }
    }

    private (Message Message, Task<Act> Pressing)? Choose(User person, Random random)
    {
        var messages = Questions(_channels[random.Next(_channels.Count)]);
        if (messages.Count == 0)
        {
            return null;
        }

        // Mostly the newest questions, now and then an old one.
        var message = messages[random.Next(4) == 0 ? random.Next(messages.Count) : Math.Max(0, messages.Count - 1 - random.Next(6))];
        try
        {
            return (message, Server.Control.PressLabelAsync(person, message, Labels[random.Next(Labels.Length)]));
        }
        catch (ControlException)
        {
            // No such button, or not any more.
            return null;
        }
    }

    private IReadOnlyList<Message> Public(Channel channel)
    {
        lock (Server.World.Gate)
        {
            return [.. channel.Messages.Where(message => message is { IsDeleted: false, IsEphemeral: false })];
        }
    }

    private IReadOnlyList<Message> Questions(Channel channel) => [.. Public(channel).Where(message => message.ThreadTs is null && message.Words.StartsWith("Question ", StringComparison.Ordinal))];

    private string Check()
    {
        var posts = Stage.Records.Posts();
        var numbers = posts.ToDictionary(post => post.Id, post => (long)post.Number);
        var stored = Stage.Records.Answers().ToDictionary(answer => (answer.Person, numbers[answer.Post]));
        var confirmed = 0;
        foreach (var press in _presses)
        {
            var text = string.Join('\n', press.Act.Messages.Select(message => message.Words));
            if (Confirmation().Match(text) is { Success: true } shown)
            {
                confirmed++;
                var answer = stored.GetValueOrDefault((press.Person.Id, long.Parse(shown.Groups["post"].ValueSpan, CultureInfo.InvariantCulture)));
                answer.ShouldNotBeNull($"{press.Person} was told: {text}");
                answer.Last.ShouldBe(shown.Groups["letters"].Value, text);
            }
            else if (!press.Act.IsTimedOut && text.Length == 0)
            {
                // Acknowledged, and then the program died: the answer is there all the same.
                stored.ShouldContainKey((press.Person.Id, press.Post), $"{press.Act} on question {press.Post} was acknowledged");
            }
        }

        confirmed.ShouldBePositive("a storm in which nobody was told anything proves nothing");
        Stage.Records.Integrity().ShouldBe("ok");
        EverythingStandsOnce(posts);
        EveryDateIsAccountedFor(posts);
        Server.World.Violations.ShouldBeEmpty();
        // A call that was on its way when a test's own 429 was given counts as one too many; one that was sent after it is a violation.
        var hits = Server.Limits.Hits.ToArray();
        var overruns = hits.Where(hit => hit.Cause == LimitCause.Overrun && !hits.Any(forced => forced.Cause == LimitCause.Forced && forced.Method == hit.Method && hit.At >= forced.At && hit.At < forced.At + forced.RetryAfter)).ToArray();
        // A program that was just killed has posted too: the next one may be told of it once in each channel, and obeys.
        overruns.Length.ShouldBeLessThanOrEqualTo(Deaths * _channels.Count, string.Join('\n', overruns));
        return FormattableString.Invariant(
            $"{confirmed} confirmed answers, {Unanswered} of {_presses.Count} presses unacknowledged, {posts.Count(post => post.WasSent)} questions posted, {posts.Count(post => post.State == PostState.Missed)} missed, {Sockets.Visits.Count} sockets, deaf {Figures.Deaf.TotalSeconds:0.0} s, ack p50 {Figures.AckTime(0.5).TotalMilliseconds:0} ms, p99 {Figures.AckTime(0.99).TotalMilliseconds:0} ms");
    }

    private void EverythingStandsOnce(IReadOnlyList<StoredPost> posts)
    {
        var messages = _channels.SelectMany(Public).Where(message => message.Author == Stage.App.Bot).ToArray();
        messages.Select(message => (string?)message.Metadata?["event_payload"]?["key"]).Where(key => key is not null).ShouldBeUnique();
        var reveals = messages.Where(message => message.Words.Contains("the answer is", StringComparison.Ordinal)).ToArray();
        reveals.ShouldAllBe(message => message.ThreadTs != null);
        _channels.SelectMany(Questions).Select(NumberOf).Order().ShouldBe(posts.Where(post => post.WasSent).Select(post => (long)post.Number).Order());
        reveals.Select(NumberOf).Order().ShouldBe(posts.Where(post => post.State == PostState.Settled).Select(post => (long)post.Number).Order());
    }

    private static void EveryDateIsAccountedFor(IReadOnlyList<StoredPost> posts)
    {
        posts.Select(post => (post.Schedule, post.Date, post.Slot)).ShouldBeUnique();
        foreach (var schedule in posts.GroupBy(post => post.Schedule))
        {
            var dates = schedule.Select(post => post.Date).Order().ToArray();
            dates.ShouldBe(Enumerable.Range(0, Period.DaysBetween(dates[0], dates[^1]) + 1).Select(dates[0].PlusDays), $"schedule {schedule.Key}: each date has its row");
        }
    }

    private static long NumberOf(Message message) => long.Parse(Number().Match(message.Words).ValueSpan, CultureInfo.InvariantCulture);

    private static Instant Parse(string moment) => InstantPattern.ExtendedIso.Parse(moment).Value;

    private sealed record Press(User Person, long Post, Act Act);

    [GeneratedRegex(@"Your answer to question (?<post>\d+): (?<letters>[A-D])\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Confirmation();

    [GeneratedRegex(@"(?<=Question )\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
