using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using MlaBot.DiscordServer.Gateway;
using MlaBot.DiscordServer.World;

namespace MlaBot.Discord.Tests.Server;

/// <summary>The gateway of the local Discord alone, on a real socket, with one bot in some guilds.</summary>
internal sealed class GatewayHost : IAsyncDisposable
{
    public const string Token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz";

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();

    private GatewayHost(WebApplication app, DiscordWorld world, GatewayServer gateway, Bot bot)
    {
        _app = app;
        World = world;
        Gateway = gateway;
        Bot = bot;
    }

    public DiscordWorld World { get; }

    public GatewayServer Gateway { get; }

    public GatewayControl Control => Gateway.Control;

    public Bot Bot { get; }

    public static async Task<GatewayHost> StartAsync(GatewayOptions? options = null, TimeProvider? clock = null, int guilds = 1)
    {
        var world = new DiscordWorld(clock ?? TimeProvider.System);
        var gateway = new GatewayServer(world, options ?? new GatewayOptions { IdentifyPeriod = TimeSpan.Zero });
        world.Feed = gateway;
        var bot = new Bot(new User(world.Ids.Next(), "mlabot") { IsBot = true }, Token);
        world.Bots[bot.ApplicationId] = bot;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var host = new GatewayHost(app, world, gateway, bot);
        app.UseWebSockets();
        app.Run(context => gateway.ServeAsync(context, host._stopping.Token));
        await app.StartAsync();
        world.BaseUrl = app.Urls.Single();
        for (var count = 0; count < guilds; count++)
        {
            host.AddGuild((ulong)count);
        }

        return host;
    }

    /// <summary>Adds a guild whose shard among any number of shards is its own number modulo that.</summary>
    public Guild AddGuild(ulong number)
    {
        var guild = new Guild((100_000_000_000UL + number) << 22, $"guild {number}", Bot.User.Id);
        guild.Members[Bot.User.Id] = new Member(Bot.User, World.Clock.GetUtcNow());
        lock (World.Gate)
        {
            World.Guilds[guild.Id] = guild;
        }

        return guild;
    }

    public void Dispatch(string eventName, string data = "{}", ulong guild = 0)
    {
        lock (World.Gate)
        {
            Gateway.Dispatch(guild, eventName, JsonNode.Parse(data)!, Bot.ApplicationId.ToString());
        }
    }

    public Task<GatewayClient> ConnectAsync(string? url = null, string query = "v=10&encoding=json") => GatewayClient.ConnectAsync(url ?? World.GatewayUrl, query);

    /// <summary>Connects, hears HELLO and identifies; the next payload is READY.</summary>
    public async Task<GatewayClient> IdentifyAsync(int intents = 1, string more = "", string query = "v=10&encoding=json")
    {
        var client = await ConnectAsync(query: query);
        (await client.ReceiveAsync()).Op.ShouldBe(10);
        await client.IdentifyAsync(intents, more);
        return client;
    }

    public Task UntilAsync(Func<bool> holds) => Control.UntilAsync(holds, new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }
}
