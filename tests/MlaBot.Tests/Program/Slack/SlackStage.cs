using System.Text;
using MlaBot.SlackServer;
using MlaBot.SlackServer.World;

namespace MlaBot.Tests.Program.Slack;

/// <summary>The real program on a local Slack: a workspace with a study channel, an admin and two learners.</summary>
internal sealed class SlackStage : IAsyncDisposable
{
    private readonly StringBuilder _log = new();
    private BotProcess? _process;

    private SlackStage(SlackTestServer server, Action<SlackStage>? configure)
    {
        Server = server;
        Team = server.Control.AddTeam("Study group");
        App = server.Control.AddApp(Team);
        Admin = server.Control.AddUser(Team, "olga", "Europe/Berlin", isAdmin: true);
        Ana = server.Control.AddUser(Team, "ana", "UTC");
        Ben = server.Control.AddUser(Team, "ben", "UTC");
        Study = server.Control.AddChannel(Team, "study", isPrivate: false, Admin, Ana, Ben);
        Folder.With("Slack__BotToken", App.BotToken).With("Slack__AppToken", App.AppToken).With("Slack__ApiBaseUrl", server.ApiBaseUrl);
        configure?.Invoke(this);
        Records = new Records(Folder);
    }

    public SlackTestServer Server { get; }

    public BotFolder Folder { get; } = new();

    /// <summary>What stands in the bot's database.</summary>
    public Records Records { get; }

    public Team Team { get; }

    public App App { get; }

    public Channel Study { get; }

    /// <summary>An admin of the workspace.</summary>
    public User Admin { get; }

    public User Ana { get; }

    public User Ben { get; }

    public BotProcess Process => _process ?? throw new InvalidOperationException("The bot is not running.");

    /// <summary>All that the bot has logged, over all its lives.</summary>
    public string Log => _log + _process?.Errors;

    /// <summary>Starts server and bot; the bot can hear when this returns.</summary>
    public static async Task<SlackStage> StartAsync(SlackServerOptions? options = null, Action<SlackStage>? configure = null)
    {
        var stage = new SlackStage(await SlackTestServer.StartAsync(options), configure);
        try
        {
            await stage.StartBotAsync();
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the bot and waits until it hears.</summary>
    public async Task StartBotAsync()
    {
        _process = await Folder.StartAsync();
        await _process.WaitForErrorAsync("is connected");
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillBotAsync()
    {
        await Process.KillAsync();
        await EndAsync();
    }

    /// <summary>An orderly stop by SIGTERM, as a container gets it.</summary>
    public async Task<int> StopBotAsync()
    {
        var exit = await Process.TerminateAsync();
        await EndAsync();
        return exit;
    }

    /// <summary>Sets the bot's clock ahead while it runs; every due moment on the way is walked through.</summary>
    public void LetClockReach(string moment) => Folder.LetClockReach(moment);

    /// <summary>A set-up in one go, with the first question at nine.</summary>
    public Task<Act> SetUpAsync(Channel channel, User admin, string options = "") => Server.Control.CommandAsync(admin, channel, $"/mla setup UTC 09:00 {options}".TrimEnd());

    /// <summary>Waits for a public message whose text holds words.</summary>
    public Task<Message> MessageAsync(Channel channel, string words) =>
        UntilAsync($"\"{words}\" in #{channel.Name}", () => Server.Control.Seen(Admin, channel).LastOrDefault(message => !message.IsEphemeral && message.Words.Contains(words, StringComparison.Ordinal)));

    /// <summary>Waits for a private message whose text holds words.</summary>
    public Task<Message> EphemeralAsync(User user, Channel channel, string words) =>
        UntilAsync($"\"{words}\" for {user.Name}", () => Server.Control.Ephemerals(user, channel).LastOrDefault(message => message.Words.Contains(words, StringComparison.Ordinal)));

    /// <summary>Waits for a condition of the world.</summary>
    public Task WaitAsync(Func<bool> condition, string wish) => UntilAsync(wish, () => condition() ? "" : null);

    /// <summary>Waits until something is there.</summary>
    public async Task<T> UntilAsync<T>(string wish, Func<T?> look)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        try
        {
            return await Server.World.UntilAsync(wish, look, limit.Token);
        }
        catch (Exception late) when (late is TimeoutException || (late is OperationCanceledException && !TestContext.Current.CancellationToken.IsCancellationRequested))
        {
            throw new TimeoutException($"{wish} did not come in time.\n{_process?.Errors}", late);
        }
    }

    /// <summary>Checks what holds at the end of every run: no call that Slack would refuse, no error and no secret in the log.</summary>
    public void ShouldHaveBehaved()
    {
        Server.World.Violations.ShouldBeEmpty();
        foreach (var app in new[] { App })
        {
            Log.ShouldNotContain(app.BotToken, Case.Sensitive);
            Log.ShouldNotContain(app.AppToken, Case.Sensitive);
        }

        Log.ShouldNotContain("ticket=", Case.Sensitive);
        Log.ShouldBeFreeOfTraces();
        Log.ShouldNotContain("fail:", Case.Sensitive);
        Log.ShouldNotContain("crit:", Case.Sensitive);
        Records.Integrity().ShouldBe("ok");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        await Server.DisposeAsync();
        Folder.Dispose();
    }

    private async Task EndAsync()
    {
        _log.Append(Process.Errors);
        await Process.DisposeAsync();
        _process = null;
    }
}
