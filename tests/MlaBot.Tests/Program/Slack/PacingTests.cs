using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Time;
using MlaBot.SlackServer;
using MlaBot.SlackServer.Limits;
using MlaBot.SlackServer.Sockets;
using MlaBot.SlackServer.World;
using MlaBot.Storage.Database;
using MlaBot.Tests.Program.Discord;
using NodaTime;
using SlackChannel = MlaBot.SlackServer.World.Channel;
using StudyChannel = MlaBot.Core.Channels.Channel;

namespace MlaBot.Tests.Program.Slack;

/// <summary>Many channels of one workspace at one minute, under Slack's limits.</summary>
[Collection(nameof(Alone))]
public sealed class PacingTests(ITestOutputHelper console)
{
    private const int Channels = 200;
    private const int Lively = 50;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Two_hundred_channels_get_their_questions_counts_and_reveals_without_a_429_and_no_closing_waits_for_a_count()
    {
        await using var server = await SlackTestServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var folder = new BotFolder();
        var control = server.Control;
        var team = control.AddTeam("Big company");
        var app = control.AddApp(team);
        var people = Enumerable.Range(0, Lively).Select(number => control.AddUser(team, $"p{number}", "UTC")).ToArray();
        var channels = Enumerable.Range(0, Channels).Select(number => control.AddChannel(team, $"study-{number}", isPrivate: false, [app.Bot, .. people])).ToArray();
        await StoreAsync(team, channels, folder.Database);
        folder.With("Slack__BotToken", app.BotToken).With("Slack__AppToken", app.AppToken).With("Slack__ApiBaseUrl", server.ApiBaseUrl);
        await using var process = await folder.StartAsync();
        await process.WaitForErrorAsync("is connected");
        var records = new Records(folder);

        // Questions, and presses meanwhile.
        folder.LetClockReach("2050-03-07T09:00:05Z");
        var first = await UntilAsync(() => Questions(server, channels) is [var one, ..] ? one : null, "the first question", process);
        var (began, presses) = (TimeProvider.System.GetTimestamp(), new List<Task<Act>>());
        await UntilAsync(() =>
        {
            if (presses.Count < Lively)
            {
                presses.Add(control.PressLabelAsync(people[presses.Count], first, "ABCD"[presses.Count % 4].ToString()));
            }

            return Questions(server, channels).Count == Channels ? "" : null;
        }, "all questions", process);
        var posting = TimeProvider.System.GetElapsedTime(began);
        (await Task.WhenAll(presses)).ShouldAllBe(act => !act.IsTimedOut);
        await UntilAsync(() => records.Posts().Count(post => post.State == PostState.Open) == Channels ? "" : null, "all questions in the store", process);

        // Fifty counts change at once, again and again; then one question closes.
        var lively = channels[..Lively].Select(channel => Questions(server, [channel])[0]).ToArray();
        for (var round = 0; round < 6; round++)
        {
            (await Task.WhenAll(lively.Select((question, number) => control.PressLabelAsync(people[(number + round) % Lively], question, "A")))).ShouldAllBe(act => !act.IsTimedOut);
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        lively[0].Buttons.ShouldContain("A");
        began = TimeProvider.System.GetTimestamp();
        folder.LetClockReach("2050-03-07T09:11:00Z");
        await UntilAsync(() => lively[0].Buttons.Contains("A", StringComparer.Ordinal) ? null : "", "the closed question", process);
        var closing = TimeProvider.System.GetElapsedTime(began);

        // All close at once, while counts still wait.
        began = TimeProvider.System.GetTimestamp();
        folder.LetClockReach("2050-03-07T21:01:00Z");
        await UntilAsync(() => records.Posts().Count(post => post.State == PostState.Settled) == Channels ? "" : null, "all reveals", process);
        var revealing = TimeProvider.System.GetElapsedTime(began);

        var figures = server.SocketControl().Figures(app);
        console.WriteLine(FormattableString.Invariant(
            $"{Channels} questions in {posting.TotalSeconds:0.0} s, one closing among {Lively} counts shown after {closing.TotalSeconds:0.0} s, {Channels} reveals in {revealing.TotalSeconds:0.0} s; acks p50 {figures.AckTime(0.5).TotalMilliseconds:0} ms, p99 {figures.AckTime(0.99).TotalMilliseconds:0} ms; {Calls(server, "chat.update")} edits, {Calls(server, "chat.postMessage")} posts"));
        server.Limits.Hits.ShouldNotContain(hit => hit.Cause == LimitCause.Overrun);
        server.World.Violations.ShouldBeEmpty();
        closing.ShouldBeLessThan(TimeSpan.FromSeconds(15));
        revealing.ShouldBeLessThan(TimeSpan.FromSeconds(100));
        figures.OperationTimeouts.ShouldBe(0);
        process.Errors.ShouldBeFreeOfTraces();
    }

    private static int Calls(SlackTestServer server, string method) => server.Requests.Count(request => request.Method == method);

    private static IReadOnlyList<Message> Questions(SlackTestServer server, IEnumerable<SlackChannel> channels)
    {
        lock (server.World.Gate)
        {
            return [.. channels.SelectMany(channel => channel.Messages.Where(message => message is { IsEphemeral: false, ThreadTs: null }))];
        }
    }

    private static async Task<T> UntilAsync<T>(Func<T?> look, string wish, BotProcess process)
        where T : class
    {
        for (var began = TimeProvider.System.GetTimestamp(); ;)
        {
            if (look() is { } found)
            {
                return found;
            }

            if (TimeProvider.System.GetElapsedTime(began) > Longest)
            {
                throw new TimeoutException($"{wish} did not come within {Longest.TotalSeconds} s.\n{string.Join('\n', process.Errors.Split('\n').TakeLast(40))}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    // Through the stores themselves: two hundred commands would take longer than what is measured.
    private static async Task StoreAsync(Team team, SlackChannel[] channels, string database)
    {
        await using var services = new ServiceCollection().AddSqliteStorage(new SqliteStorageOptions(database)).BuildServiceProvider();
        await services.GetRequiredService<SqliteDatabase>().OpenAsync(TestContext.Current.CancellationToken);
        for (var number = 0; number < channels.Length; number++)
        {
            var key = new ChannelKey(new GroupKey("slack", team.Id), channels[number].Id);
            var open = number == 0 ? Duration.FromMinutes(10) : Duration.FromHours(12);
            await services.GetRequiredService<IChannelStore>().SaveAsync(
                new StudyChannel { Key = key, Name = channels[number].Name, Exam = new ExamId("MLA-C01"), Zone = "UTC", Feedback = FeedbackMode.Immediate, OpenFor = open },
                TestContext.Current.CancellationToken);
            await services.GetRequiredService<IDailyStore>().SaveScheduleAsync(
                new Schedule { Id = default, Channel = key, Domain = new DomainId(1.ToString(CultureInfo.InvariantCulture)), At = new LocalTime(9, 0), Zone = "UTC", Days = Days.EveryDay },
                TestContext.Current.CancellationToken);
        }
    }
}
