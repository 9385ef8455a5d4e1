using System.Diagnostics;
using System.Globalization;
using MlaBot.Benchmarks.Processes;
using MlaBot.SlackServer;
using MlaBot.SlackServer.World;

namespace MlaBot.Benchmarks.Slack;

/// <summary>One local Slack in this process, without limits and judge, for all bots.</summary>
internal sealed class Arena : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Letters = ["A", "B", "C", "D"];

    private readonly string _folder = Directory.CreateTempSubdirectory("mlabot-slack-").FullName;
    private readonly SlackTestServer _server;
    private readonly int _people;

    private Arena(SlackTestServer server, int people) => (_server, _people) = (server, people);

    /// <param name="people">Members of each workspace, each of whom answers once.</param>
    public static async Task<Arena> OpenAsync(int people) =>
        new(await SlackTestServer.StartAsync(new SlackServerOptions { LimitsRates = false, ChecksBodies = false }), people);

    /// <summary>The published program with an open question of four letters, set up as its <c>setup</c> does.</summary>
    public async Task<Contestant> StartMlaBotAsync()
    {
        var app = Path.Combine(_folder, "app");
        await PublishedProgram.PublishAsync(app);
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        SetClock("2050-03-07T08:00:00Z");
        var workspace = Found("mlabot");
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage__ConnectionString"] = $"Data Source={_folder}/data/mlabot.db",
            ["Content__Path"] = Path.Combine(PublishedProgram.Checkout, "content"),
            ["Slack__BotToken"] = workspace.App.BotToken,
            ["Slack__AppToken"] = workspace.App.AppToken,
            ["Slack__ApiBaseUrl"] = _server.ApiBaseUrl,
        };
        var process = ChildProcess.Start(PublishedProgram.Start(app, _folder, settings));
        await process.SaysAsync("is connected");
        var setUp = await _server.Control.CommandAsync(workspace.Admin, workspace.Channel, "/mla setup UTC");
        Message? question = null;
        // A day has questions of other controls too; in three days one of four letters has come.
        for (var slot = 0; question is null && slot < 12; slot++)
        {
            var before = Posts(workspace).Count;
            var moment = string.Create(CultureInfo.InvariantCulture, $"2050-03-{7 + (slot / 4):00}T{9 + (3 * (slot % 4)):00}:00:05Z");
            var began = Stopwatch.GetTimestamp();
            while (Posts(workspace).Count == before)
            {
                if (Stopwatch.GetElapsedTime(began) > Patience)
                {
                    throw new TimeoutException($"No question came at {moment} after: {setUp.AckPayload}\n{process.Said}");
                }

                // Again and again: a bot that is on its way to an earlier moment writes that one into the file at its arrival.
                SetClock(moment);
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            }

            question = Posts(workspace).LastOrDefault(HasLetters);
        }

        return new Contestant(_server.Control, workspace, process, question ?? throw new InvalidOperationException("No question of four letters came.\n" + process.Said));
    }

    /// <summary>A program of the folder <c>js</c>, which posts its question itself.</summary>
    public async Task<Contestant> StartNodeAsync(string name, Example example)
    {
        var folder = Path.Combine(PublishedProgram.Checkout, "tests", "MlaBot.Benchmarks", "Slack", "js");
        await NodePackages.InstallAsync(folder);
        var workspace = Found(name);
        var setting = example.Json();
        (setting["api"], setting["bot"], setting["app"]) = (_server.ApiBaseUrl, workspace.App.BotToken, workspace.App.AppToken);
        (setting["channel"], setting["file"]) = (workspace.Channel.Id, Path.Combine(_folder, $"{Guid.NewGuid()}.log"));
        var start = new ProcessStartInfo("node", [name + ".mjs"])
        {
            WorkingDirectory = folder,
            Environment = { ["SETTING"] = setting.ToJsonString(), ["NODE_ENV"] = "production" },
        };
        var process = ChildProcess.Start(start);
        await process.SaysAsync("ready");
        return new Contestant(_server.Control, workspace, process, Posts(workspace).Last(HasLetters));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static bool HasLetters(Message message) => !Letters.Except(message.Buttons, StringComparer.Ordinal).Any();

    private List<Message> Posts(Workspace workspace)
    {
        lock (_server.World.Gate)
        {
            return [.. workspace.Channel.Messages.Where(message => message is { IsEphemeral: false, ThreadTs: null })];
        }
    }

    private Workspace Found(string name)
    {
        var control = _server.Control;
        var team = control.AddTeam($"Workspace of {name}");
        var app = control.AddApp(team, name, isLenient: true);
        var admin = control.AddUser(team, "olga", "UTC", isAdmin: true);
        // Members from the start: somebody who joins later is an event for the bot.
        var people = Enumerable.Range(0, _people).Select(number => control.AddUser(team, $"person{number}", "UTC")).ToArray();
        var channel = control.AddChannel(team, "study", isPrivate: false, [admin, .. people]);
        control.InviteBot(channel, app, admin);
        return new(app, channel, admin, people);
    }

    private void SetClock(string moment)
    {
        var ahead = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture) - TimeProvider.System.GetUtcNow();
        File.WriteAllText(Path.Combine(_folder, "data", "local-clock"), ahead.Ticks.ToString(CultureInfo.InvariantCulture));
    }
}
