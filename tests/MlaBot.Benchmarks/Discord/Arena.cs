using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlaBot.Benchmarks.Processes;
using MlaBot.DiscordServer;
using MlaBot.DiscordServer.World;

namespace MlaBot.Benchmarks.Discord;

/// <summary>One local Discord in this process, without limits and judge, for all bots.</summary>
internal sealed class Arena : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Letters = ["A", "B", "C", "D"];

    private readonly string _folder = Directory.CreateTempSubdirectory("mlabot-discord-").FullName;
    private readonly DiscordTestServer _server;
    private readonly User _admin;

    private Arena(DiscordTestServer server)
    {
        _server = server;
        _admin = server.Control.AddUser("olga");
    }

    public static async Task<Arena> OpenAsync() =>
        new(await DiscordTestServer.StartAsync(new DiscordServerOptions { LimitsRates = false, BodyCheck = null }));

    /// <summary>The published program with an open question of four letters, set up as its <c>/setup</c> does.</summary>
    public async Task<Contestant> StartMlaBotAsync()
    {
        var app = Path.Combine(_folder, "app");
        await PublishedProgram.PublishAsync(app);
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        SetClock("2050-03-07T08:00:00Z");
        var (bot, guild, channel) = Invite("mlabot");
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage__ConnectionString"] = $"Data Source={_folder}/data/mlabot.db",
            ["Content__Path"] = Path.Combine(PublishedProgram.Checkout, "content"),
            ["Discord__Token"] = bot.Token,
            ["Discord__ApiBaseUrl"] = _server.ApiBaseUrl,
        };
        var process = ChildProcess.Start(PublishedProgram.Start(app, _folder, settings));
        await process.SaysAsync("hears Discord");
        await WaitAsync(() => bot.Commands.Values.Any(commands => commands.Count > 0), "MlaBot's commands");
        var setUp = await _server.Control.CommandAsync(_admin, channel, "setup", new Dictionary<string, object>(StringComparer.Ordinal) { ["zone"] = "UTC" });
        Message? question = null;
        // A day has questions of other controls too; in three days one of four letters has come.
        for (var slot = 0; question is null && slot < 12; slot++)
        {
            var before = _server.Control.Public(channel).Count;
            var moment = string.Create(CultureInfo.InvariantCulture, $"2050-03-{7 + (slot / 4):00}T{9 + (3 * (slot % 4)):00}:00:05Z");
            var began = Stopwatch.GetTimestamp();
            while (_server.Control.Public(channel).Count == before)
            {
                if (Stopwatch.GetElapsedTime(began) > Patience)
                {
                    throw new TimeoutException($"No question came at {moment} after: {setUp.Text}\n{process.Said}");
                }

                // Again and again: a bot that is on its way to an earlier moment writes that one into the file at its arrival.
                SetClock(moment);
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            }

            question = _server.Control.Public(channel).LastOrDefault(HasLetters);
        }

        return new Contestant(_server.Control, process, guild, channel, question ?? throw new InvalidOperationException("No question of four letters came.\n" + process.Said));
    }

    /// <summary>A program of the folder <c>js</c>, whose question and reply are as long as those of MlaBot.</summary>
    public async Task<Contestant> StartNodeAsync(string program, string question, string reply)
    {
        var folder = Path.Combine(PublishedProgram.Checkout, "tests", "MlaBot.Benchmarks", "Discord", "js");
        await NodePackages.InstallAsync(folder);
        var (bot, guild, channel) = Invite(program);
        var setting = JsonSerializer.Serialize(new
        {
            api = _server.BaseAddress + "api",
            token = bot.Token,
            channel = channel.Id.ToString(CultureInfo.InvariantCulture),
            question = Shortened(question),
            reply = Shortened(reply),
            file = Path.Combine(_folder, $"{Guid.NewGuid()}.log"),
        });
        var start = new ProcessStartInfo("node", [program + ".mjs"]) { WorkingDirectory = folder, Environment = { ["SETTING"] = setting, ["NODE_ENV"] = "production" } };
        var process = ChildProcess.Start(start);
        await process.SaysAsync("ready");
        return new Contestant(_server.Control, process, guild, channel, _server.Control.Public(channel).Last(HasLetters));
    }

    /// <summary>People who are members of all guilds of the contestants.</summary>
    public User[] People(int count, params Contestant[] contestants) =>
    [
        .. Enumerable.Range(0, count).Select(number =>
        {
            var person = _server.Control.AddUser($"person{number}");
            foreach (var contestant in contestants)
            {
                _server.Control.AddMember(contestant.Guild, person);
            }

            return person;
        }),
    ];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // The most that a message of the old style takes.
    private static string Shortened(string text) => text[..Math.Min(text.Length, 2000)];

    private static bool HasLetters(Message message) => !Letters.Except(Buttons(message.Components), StringComparer.Ordinal).Any();

    private static IEnumerable<string?> Buttons(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Buttons),
        JsonObject part when part["label"] is JsonValue label && part.ContainsKey("style") => [label.GetValue<string>()],
        JsonObject part => part.SelectMany(pair => Buttons(pair.Value)),
        _ => [],
    };

    private (Bot Bot, Guild Guild, Channel Channel) Invite(string name)
    {
        var bot = _server.Control.AddBot(name);
        var guild = _server.Control.AddGuild($"Guild of {name}", _admin);
        var channel = _server.Control.AddChannel(guild, "study");
        _server.Control.JoinBot(guild, bot);
        return (bot, guild, channel);
    }

    private Task WaitAsync(Func<bool> condition, string wish) => _server.Control.WaitUntilAsync(condition, wish, Patience);

    private void SetClock(string moment)
    {
        var ahead = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture) - TimeProvider.System.GetUtcNow();
        File.WriteAllText(Path.Combine(_folder, "data", "local-clock"), ahead.Ticks.ToString(CultureInfo.InvariantCulture));
    }
}
