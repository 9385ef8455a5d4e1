using System.Text;
using MlaBot.DiscordServer;
using MlaBot.DiscordServer.Limits;
using MlaBot.DiscordServer.Messages;
using MlaBot.DiscordServer.Rest;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord;

/// <summary>The real program on a local Discord: a server with a study channel, an admin and two learners.</summary>
internal sealed class DiscordStage : IAsyncDisposable
{
    private readonly StringBuilder _log = new();
    private BotProcess? _process;
    private bool _isOwner = true;
    private int _lives;

    private DiscordStage(DiscordTestServer server, Action<BotFolder>? configure)
    {
        Server = server;
        App = server.Control.AddBot();
        Admin = server.Control.AddUser("olga");
        Ana = server.Control.AddUser("ana");
        Ben = server.Control.AddUser("ben");
        Guild = server.Control.AddGuild("Study group", Admin);
        Study = server.Control.AddChannel(Guild, "study");
        foreach (var person in new[] { Ana, Ben })
        {
            server.Control.AddMember(Guild, person);
        }

        server.Control.JoinBot(Guild, App);
        Folder.With("Discord__Token", App.Token).With("Discord__ApiBaseUrl", server.ApiBaseUrl);
        configure?.Invoke(Folder);
        Records = new Records(Folder);
    }

    public DiscordTestServer Server { get; }

    public BotFolder Folder { get; } = new();

    /// <summary>What stands in the bot's database.</summary>
    public Records Records { get; private set; }

    public Bot App { get; }

    public Guild Guild { get; }

    public Channel Study { get; }

    /// <summary>The server's owner.</summary>
    public User Admin { get; }

    public User Ana { get; }

    public User Ben { get; }

    public BotProcess Process => _process ?? throw new InvalidOperationException("The bot is not running.");

    /// <summary>False between a stop or a kill and the next start.</summary>
    public bool IsRunning => _process is not null;

    /// <summary>Starts the server alone, for a bot that another stage starts.</summary>
    public static async Task<DiscordStage> PrepareAsync() => new(await DiscordTestServer.StartAsync(), configure: null) { _isOwner = false };

    /// <summary>Takes a bot that another stage has started; waits until its commands are registered and its session is there.</summary>
    public async Task AdoptAsync(BotProcess process, Records records)
    {
        (_process, Records) = (process, records);
        _lives++;
        await ReadyAsync(process);
    }

    /// <summary>Starts server and bot; the bot can hear when this returns.</summary>
    public static async Task<DiscordStage> StartAsync(DiscordServerOptions? options = null, Action<BotFolder>? configure = null)
    {
        var stage = new DiscordStage(await DiscordTestServer.StartAsync(options), configure);
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

    /// <summary>Starts the bot and waits until its commands are registered and its session is there.</summary>
    public async Task StartBotAsync()
    {
        _process = await Folder.StartAsync();
        _lives++;
        await ReadyAsync(_process);
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
    public async Task<FirstResponse> SetUpAsync(Channel channel, User admin, params (string Name, object Value)[] options) => await SettledAsync(await Server.Control.CommandAsync(
        admin, channel, "setup", options.Append(("zone", "UTC")).DistinctBy(option => option.Item1).ToDictionary(option => option.Item1, option => option.Item2, StringComparer.Ordinal)));

    /// <summary>Waits until a first response that says "thinking" is filled: on a busy machine the bot asks for more time.</summary>
    public async Task<FirstResponse> SettledAsync(FirstResponse reply)
    {
        await WaitAsync(() => reply.Message is not { } message || (message.Flags & Message.Loading) == 0, "an answer that was deferred");
        return reply;
    }

    /// <summary>Waits for a public message whose text holds words.</summary>
    public Task<Message> MessageAsync(Channel channel, string words) =>
        Server.Control.WaitForMessageAsync(channel, message => !message.IsEphemeral && message.Text.Contains(words, StringComparison.Ordinal), $"\"{words}\" in #{channel.Name}\n{_process?.Errors}", TimeSpan.FromSeconds(30));

    /// <summary>The id of the button with a label: it lasts as long as the message, also when the button is disabled by then.</summary>
    public string ButtonId(Message message, string label)
    {
        lock (Server.World.Gate)
        {
            return ComponentStore.Walk(message.Components).First(part => part.Text("label") == label).Text("custom_id")!;
        }
    }

    /// <summary>Waits for a condition of the world.</summary>
    public Task WaitAsync(Func<bool> condition, string wish) =>
        Server.Control.WaitUntilAsync(condition, $"{wish}\n{_process?.Errors}", TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    /// <summary>All that the bot has logged, over all its lives.</summary>
    public string Log => _log + _process?.Errors;

    /// <summary>Checks what holds at the end of every run: no body that Discord would refuse, no limit overrun, no follow-up, no answer
    /// that others see, no error and no secret in the log.</summary>
    public void ShouldHaveBehaved()
    {
        Server.World.Violations.ShouldBeEmpty();
        // A program that begins anew does not know what the one before it used up: Discord tells it once for each bucket, and it obeys.
        Server.Limits.Hits
            .Where(hit => hit.Cause == LimitCause.Overrun)
            .GroupBy(hit => (hit.Method, hit.Route, hit.Major))
            .Where(bucket => bucket.Count() > Math.Max(_lives - 1, 0))
            .SelectMany(bucket => bucket)
            .ShouldBeEmpty();
        Server.Requests.Where(request => request.HasAuthorization && IsAnswer(request)).Select(request => request.Route).ShouldBeEmpty("the interaction's own token is enough");
        lock (Server.World.Gate)
        {
            Server.World.Interactions.Values.Where(interaction => interaction.FollowUps > 0).Select(interaction => $"{interaction.Data.ToJsonString()}: {interaction.FollowUps} follow-ups").ShouldBeEmpty();
            Server.World.Messages.Values.Where(message => message.Interaction is not null && !message.IsEphemeral).Select(message => message.Text).ShouldBeEmpty();
            foreach (var secret in Server.World.Interactions.Keys.Append(App.Token))
            {
                Log.ShouldNotContain(secret, Case.Sensitive);
            }
        }

        Log.ShouldBeFreeOfTraces();
        Log.ShouldNotContain("fail:", Case.Sensitive);
        Log.ShouldNotContain("crit:", Case.Sensitive);
        Records.Integrity().ShouldBe("ok");
    }

    private static bool IsAnswer(RequestRecord request) =>
        request.Route.StartsWith("/interactions/", StringComparison.Ordinal) || request.Route.StartsWith("/webhooks/", StringComparison.Ordinal);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null && _isOwner)
        {
            await _process.DisposeAsync();
        }

        await Server.DisposeAsync();
        Folder.Dispose();
    }

    private async Task ReadyAsync(BotProcess process)
    {
        await process.WaitForErrorAsync("hears Discord");
        await WaitAsync(() => App.Commands.Values.Any(commands => commands.Count > 0), "the bot's commands");
    }

    private async Task EndAsync()
    {
        _log.Append(Process.Errors);
        await Process.DisposeAsync();
        _process = null;
    }
}
