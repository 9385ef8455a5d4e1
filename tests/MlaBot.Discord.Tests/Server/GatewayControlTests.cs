using System.Net.WebSockets;
using System.Text;
using MlaBot.DiscordServer.Gateway;

namespace MlaBot.Discord.Tests.Server;

public sealed class GatewayControlTests
{
    [Theory]
    [InlineData(4000, true)]
    [InlineData(4008, true)]
    [InlineData(1001, true)]
    [InlineData(4009, false)]
    [InlineData(4014, false)]
    public async Task A_test_closes_with_any_code(int code, bool isKept)
    {
        await using var host = await GatewayHost.StartAsync();
        await using var client = await host.IdentifyAsync();
        await client.UntilAsync("GUILD_CREATE");

        host.Control.Close(code);

        (await client.ClosedAsync()).ShouldBe(code);
        await client.CloseAsync(code);
        await host.UntilAsync(() => host.Control.OpenConnections == 0);
        host.Control.Sessions.Count.ShouldBe(isKept ? 1 : 0);
    }

    [Fact]
    public async Task A_test_asks_to_reconnect_and_invalidates_sessions()
    {
        await using var host = await GatewayHost.StartAsync();
        await using var client = await host.IdentifyAsync();
        await client.UntilAsync("GUILD_CREATE");

        host.Control.AskToReconnect();
        (await client.ReceiveAsync()).Op.ShouldBe(7);
        host.Control.InvalidateSession(canResume: true);
        (await client.ReceiveAsync()).Data.GetBoolean().ShouldBeTrue();
        host.Control.Sessions.Count.ShouldBe(1);
        host.Control.InvalidateSession(canResume: false);

        (await client.ReceiveAsync()).Data.GetBoolean().ShouldBeFalse();
        host.Control.Sessions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Frames_are_dropped_doubled_and_delayed()
    {
        await using var host = await GatewayHost.StartAsync();
        await using var client = await host.IdentifyAsync();
        await client.UntilAsync("GUILD_CREATE");
        var late = TimeSpan.FromMilliseconds(200);
        host.Control.Frames = frame => Encoding.UTF8.GetString(frame.Bytes.Span) switch
        {
            var text when text.Contains("lost", StringComparison.Ordinal) => FrameFate.Dropped,
            var text when text.Contains("twice", StringComparison.Ordinal) => FrameFate.Doubled,
            _ => FrameFate.Late(late),
        };
        var started = TimeProvider.System.GetTimestamp();

        foreach (var id in new[] { "lost", "twice", "late" })
        {
            host.Dispatch("INTERACTION_CREATE", $$"""{"id":"{{id}}"}""");
        }

        var ids = new List<string?>();
        for (var count = 0; count < 3; count++)
        {
            ids.Add((await client.ReceiveAsync()).Data.GetProperty("id").GetString());
        }

        ids.ShouldBe(["twice", "twice", "late"]);
        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThan(late - TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public async Task Malformed_payloads_and_split_messages_go_out_as_they_are()
    {
        await using var host = await GatewayHost.StartAsync();
        await using var client = await host.IdentifyAsync();
        await client.UntilAsync("GUILD_CREATE");

        host.Control.SendText("{\"op\":");
        Encoding.UTF8.GetString((await client.ReceiveBytesAsync())!).ShouldBe("{\"op\":");
        host.Control.SendBytes(new byte[] { 0x80, 0 });
        (await client.ReceiveBytesAsync()).ShouldBe([0x80, 0]);
        host.Control.FragmentBytes = 10;
        host.Dispatch("INTERACTION_CREATE", """{"id":"123456789012345678901234567890"}""");

        (await client.ReceiveAsync()).Data.GetProperty("id").GetString().ShouldBe("123456789012345678901234567890");
        client.LastFragments.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task A_guild_goes_out_and_comes_back()
    {
        await using var host = await GatewayHost.StartAsync();
        var guild = host.World.Guilds.Values.Single();
        await using var client = await host.IdentifyAsync();
        await client.UntilAsync("GUILD_CREATE");

        host.World.SetOutage(guild, isOut: true);
        var gone = await client.ReceiveAsync();
        host.World.SetOutage(guild, isOut: false);
        var back = await client.ReceiveAsync();

        gone.Event.ShouldBe("GUILD_DELETE");
        gone.Data.GetProperty("unavailable").GetBoolean().ShouldBeTrue();
        (back.Event, back.Data.GetProperty("id").GetString()).ShouldBe(("GUILD_CREATE", $"{guild.Id}"));
    }

    [Fact]
    public async Task What_clients_sent_can_be_read_back()
    {
        await using var host = await GatewayHost.StartAsync();
        await using var client = await host.IdentifyAsync();
        await client.UntilAsync("READY");
        await client.SendAsync("""{"op":1,"d":2}""");
        await client.SendAsync("""{"op":3,"d":{"status":"online"}}""");

        await host.UntilAsync(() => host.Control.Received.Count == 3);

        host.Control.Of(Opcode.Identify).ShouldHaveSingleItem().Data.GetProperty("intents").GetInt32().ShouldBe(1);
        host.Control.Of(Opcode.Heartbeat).ShouldHaveSingleItem().Data.GetInt32().ShouldBe(2);
        host.Control.Visits.ShouldHaveSingleItem().Query.ShouldBe("?v=10&encoding=json");
    }

    [Fact]
    public async Task Connections_can_be_refused_and_left_without_a_hello()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Control.RefusesConnections = true;
        await Should.ThrowAsync<WebSocketException>(async () => await host.ConnectAsync());

        host.Control.RefusesConnections = false;
        host.Control.SaysHello = false;
        await using var client = await host.ConnectAsync();
        await host.UntilAsync(() => host.Control.OpenConnections == 1);
        host.Control.AskToReconnect();

        (await client.ReceiveAsync()).Op.ShouldBe(7);
    }
}
