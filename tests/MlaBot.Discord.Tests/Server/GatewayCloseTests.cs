using MlaBot.DiscordServer.Gateway;
using MlaBot.Testing;

namespace MlaBot.Discord.Tests.Server;

public sealed class GatewayCloseTests
{
    [Theory]
    [InlineData("""{"op":3,"d":{}}""", 4003)]
    [InlineData("""{"op":99,"d":null}""", 4001)]
    [InlineData("""{"op":0,"d":null}""", 4001)]
    [InlineData("not json", 4002)]
    [InlineData("""["op",1]""", 4002)]
    [InlineData("""{"op":"1"}""", 4002)]
    [InlineData("""{"op":2,"d":{"token":"x"}}""", 4002)]
    [InlineData("""{"op":2,"d":{"token":"wrong","intents":1,"properties":{}}}""", 4004)]
    [InlineData("""{"op":6,"d":{"token":"wrong","session_id":"x","seq":1}}""", 4004)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":1073741824,"properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":3,"properties":{}}}""", 4014)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":32768,"properties":{}}}""", 4014)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":1,"properties":{},"shard":[1,1]}}""", 4010)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":1,"properties":{},"shard":[0]}}""", 4010)]
    public async Task A_wrong_first_payload_closes_with_its_code(string payload, int code)
    {
        await using var host = await GatewayHost.StartAsync();
        await using var client = await host.ConnectAsync();

        await client.SendAsync(payload.Replace("TOKEN", GatewayHost.Token));

        (await client.ClosedAsync()).ShouldBe(code);
        host.Control.Sessions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("v=9&encoding=json", 4012)]
    [InlineData("encoding=json", 4012)]
    [InlineData("v=10&encoding=etf", 4002)]
    [InlineData("v=10&encoding=json&compress=zstd-stream", 4002)]
    public async Task A_wrong_query_closes_with_its_code(string query, int code)
    {
        await using var host = await GatewayHost.StartAsync();
        await using var client = await host.ConnectAsync(query: query);

        (await client.ClosedAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task A_privileged_intent_that_is_switched_on_is_granted()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Bot.AllowedPrivilegedIntents = 32768;
        await using var client = await host.IdentifyAsync(1 | 32768);

        (await client.ReceiveAsync()).Event.ShouldBe("READY");
    }

    [Fact]
    public async Task Too_many_guilds_for_one_shard_need_more_shards()
    {
        await using var host = await GatewayHost.StartAsync(new GatewayOptions { GuildsPerShard = 2, IdentifyPeriod = TimeSpan.Zero }, guilds: 3);
        await using var client = await host.IdentifyAsync();

        (await client.ClosedAsync()).ShouldBe(4011);
        await using var sharded = await host.IdentifyAsync(more: ",\"shard\":[0,2]");
        (await sharded.ReceiveAsync()).Event.ShouldBe("READY");
    }

    [Fact]
    public async Task A_second_identify_closes_with_4005_and_keeps_the_session()
    {
        await using var host = await GatewayHost.StartAsync();
        await using var client = await host.IdentifyAsync();

        await client.IdentifyAsync();

        (await client.ClosedAsync()).ShouldBe(4005);
        host.Control.Sessions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_number_that_was_never_sent_closes_with_4007_and_ends_the_session()
    {
        await using var host = await GatewayHost.StartAsync();
        await using var client = await host.IdentifyAsync();
        var session = (await client.UntilAsync("READY")).Data.GetProperty("session_id").GetString()!;
        client.Abort();
        await using var again = await host.ConnectAsync();

        await again.ResumeAsync(session, 900);

        (await again.ClosedAsync()).ShouldBe(4007);
        host.Control.Sessions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(4096, null)]
    [InlineData(4097, 4002)]
    public async Task A_payload_has_at_most_4096_bytes(int bytes, int? code)
    {
        await using var host = await GatewayHost.StartAsync();
        await using var client = await host.ConnectAsync();
        await client.ReceiveAsync();
        const string Start = """{"op":1,"d":null,"x":" """;

        await client.SendAsync(Start + new string('x', bytes - Start.Length - 2) + "\"}");

        if (code is null)
        {
            (await client.ReceiveAsync()).Op.ShouldBe(11);
        }
        else
        {
            (await client.ClosedAsync()).ShouldBe(code);
        }
    }

    [Fact]
    public async Task The_121st_payload_of_a_minute_closes_with_4008_and_a_minute_later_there_is_room_again()
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var host = await GatewayHost.StartAsync(new GatewayOptions { HeartbeatInterval = TimeSpan.FromHours(1) }, clock);
        await using var client = await host.ConnectAsync();
        await client.ReceiveAsync();
        await BeatAsync(client, 120);
        clock.Advance(TimeSpan.FromSeconds(60));
        await BeatAsync(client, 120);

        await client.SendAsync("""{"op":1,"d":null}""");

        (await client.ClosedAsync()).ShouldBe(4008);
    }

    [Fact]
    public async Task Without_a_beat_for_one_and_a_half_intervals_the_connection_ends_but_not_the_session()
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var host = await GatewayHost.StartAsync(new GatewayOptions { HeartbeatInterval = TimeSpan.FromSeconds(40) }, clock);
        await using var client = await host.IdentifyAsync();
        await client.UntilAsync("GUILD_CREATE");
        clock.Advance(TimeSpan.FromSeconds(59));
        await BeatAsync(client, 1);
        clock.Advance(TimeSpan.FromSeconds(59));
        await BeatAsync(client, 1);

        clock.Advance(TimeSpan.FromSeconds(60));

        (await client.ClosedAsync()).ShouldBe(4000);
        host.Control.Sessions.Count.ShouldBe(1);
    }

    private static async Task BeatAsync(GatewayClient client, int times)
    {
        for (var count = 0; count < times; count++)
        {
            await client.SendAsync("""{"op":1,"d":null}""");
            (await client.ReceiveAsync()).Op.ShouldBe(11);
        }
    }
}
