using System.Text.Json.Nodes;
using MlaBot.SlackServer;
using MlaBot.SlackServer.Sockets;
using MlaBot.SlackServer.World;
using MlaBot.Testing;

namespace MlaBot.Slack.Tests.Sockets;

/// <summary>A local Slack whose sockets are looked at: one workspace, one app.</summary>
internal sealed class SocketHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private SocketHost(SlackTestServer server, ManualTimeProvider clock)
    {
        (Server, Clock) = (server, clock);
        Team = server.Control.AddTeam("Study group");
        App = server.Control.AddApp(Team);
        _limit.CancelAfter(TimeSpan.FromSeconds(30));
    }

    public SlackTestServer Server { get; }

    public ManualTimeProvider Clock { get; }

    public Team Team { get; }

    public App App { get; }

    public SocketControl Control => Server.SocketControl();

    public SocketFigures Figures => Control.Figures(App);

    /// <summary>Ends waits that would never end.</summary>
    public CancellationToken Limit => _limit.Token;

    public static async Task<SocketHost> StartAsync(SocketOptions? options = null)
    {
        var clock = new ManualTimeProvider(new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));
        var server = await SlackTestServer.StartAsync(
            new() { Clock = clock, ChecksBodies = false, Sockets = world => new SocketServer(world, options) }, TestContext.Current.CancellationToken);
        return new(server, clock);
    }

    public string Ticket() => Server.Sockets.OpenTicket(App).Url;

    /// <summary>Opens a socket and reads its hello.</summary>
    public async Task<SocketClient> OpenAsync(string more = "")
    {
        var client = await SocketClient.OpenAsync(Ticket() + more, Limit);
        client.Hello = await client.ReadAsync();
        client.Hello["type"]!.ToString().ShouldBe("hello");
        return client;
    }

    public Delivery Event(int number = 1) => Server.Sockets.Deliver(App.Id, "events_api", new JsonObject { ["type"] = "event_callback", ["event_id"] = $"Ev{number}" }, acceptsPayload: false);

    public Delivery Command() => Server.Sockets.Deliver(App.Id, "slash_commands", new JsonObject { ["command"] = "/mla" }, acceptsPayload: true);

    public Delivery Press() => Server.Sockets.Deliver(App.Id, "interactive", new JsonObject { ["type"] = "block_actions" }, acceptsPayload: false);

    public Task UntilAsync(Func<bool> holds) => Control.UntilAsync(holds, Limit);

    /// <summary>Moves the clock in steps, since what falls due sets further timers, and then on until something holds.</summary>
    public async Task AdvanceUntilAsync(TimeSpan by, Func<bool> holds)
    {
        for (var left = by; left > TimeSpan.Zero || !holds(); left -= TimeSpan.FromSeconds(1))
        {
            Clock.Advance(left >= TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(10));
            await Task.Delay(2, Limit);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _limit.Dispose();
    }
}
