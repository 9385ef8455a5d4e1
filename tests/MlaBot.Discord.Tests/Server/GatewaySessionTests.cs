using System.Text.Json;
using MlaBot.DiscordServer.Gateway;
using MlaBot.Testing;

namespace MlaBot.Discord.Tests.Server;

public sealed class GatewaySessionTests
{
    [Fact]
    public async Task A_session_starts_with_hello_ready_and_its_guilds()
    {
        await using var host = await GatewayHost.StartAsync(new GatewayOptions { HeartbeatInterval = TimeSpan.FromSeconds(7) }, guilds: 2);
        await using var client = await host.ConnectAsync();

        var hello = await client.ReceiveAsync();
        await client.IdentifyAsync();
        var ready = await client.ReceiveAsync();
        var first = await client.ReceiveAsync();
        var second = await client.ReceiveAsync();

        client.Extensions.ShouldBe("");
        hello.Op.ShouldBe(10);
        hello.Data.GetProperty("heartbeat_interval").GetInt32().ShouldBe(7000);
        (ready.Event, ready.Sequence).ShouldBe(("READY", 1));
        ready.Data.GetProperty("guilds").GetArrayLength().ShouldBe(2);
        ready.Data.GetProperty("resume_gateway_url").GetString().ShouldBe(host.World.GatewayUrl + "resume");
        (first.Event, first.Sequence).ShouldBe(("GUILD_CREATE", 2));
        (second.Event, second.Sequence).ShouldBe(("GUILD_CREATE", 3));
        host.Control.Sessions.ShouldBe([ready.Data.GetProperty("session_id").GetString()!]);
    }

    [Fact]
    public async Task A_heartbeat_is_acknowledged_unless_a_test_forbids_it()
    {
        await using var host = await GatewayHost.StartAsync();
        await using var client = await host.ConnectAsync();
        await client.ReceiveAsync();

        await client.SendAsync("""{"op":1,"d":null}""");
        (await client.ReceiveAsync()).Op.ShouldBe(11);

        host.Control.AcknowledgesHeartbeats = false;
        await client.SendAsync("""{"op":1,"d":null}""");
        await host.UntilAsync(() => host.Control.Of(Opcode.Heartbeat).Count == 2);
        host.Control.AskForHeartbeat();
        (await client.ReceiveAsync()).Op.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_missed_is_replayed_in_order_and_the_url_of_the_resume_is_seen()
    {
        await using var host = await GatewayHost.StartAsync();
        var lost = await host.IdentifyAsync();
        var ready = (await lost.UntilAsync("READY")).Data;
        var sequence = (await lost.UntilAsync("GUILD_CREATE")).Sequence!.Value;
        host.Control.Cut();
        await lost.CutAsync();
        await host.UntilAsync(() => host.Control.OpenConnections == 0);
        host.Dispatch("INTERACTION_CREATE", """{"id":"1"}""");
        host.Dispatch("INTERACTION_CREATE", """{"id":"2"}""");

        await using var client = await host.ConnectAsync(ready.GetProperty("resume_gateway_url").GetString());
        await client.ReceiveAsync();
        await client.ResumeAsync(ready.GetProperty("session_id").GetString()!, sequence);

        var replayed = new[] { await client.ReceiveAsync(), await client.ReceiveAsync() };
        replayed.Select(payload => payload.Data.GetProperty("id").GetString()).ShouldBe(["1", "2"]);
        replayed.Select(payload => payload.Sequence).ShouldBe([sequence + 1, sequence + 2]);
        (await client.ReceiveAsync()).Event.ShouldBe("RESUMED");
        host.Dispatch("INTERACTION_CREATE", """{"id":"3"}""");
        (await client.ReceiveAsync()).Data.GetProperty("id").GetString().ShouldBe("3");
        host.Control.Visits.Select(visit => visit.Path).ShouldBe(["/", "/resume"]);
        await lost.DisposeAsync();
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, false)]
    [InlineData(4000, true)]
    [InlineData(3999, true)]
    public async Task Only_a_goodbye_of_the_client_ends_its_session(int code, bool isKept)
    {
        await using var host = await GatewayHost.StartAsync();
        await using var client = await host.IdentifyAsync();
        await client.UntilAsync("GUILD_CREATE");

        await client.CloseAsync(code);

        await host.UntilAsync(() => host.Control.OpenConnections == 0);
        host.Control.Sessions.Count.ShouldBe(isKept ? 1 : 0);
    }

    [Fact]
    public async Task A_session_is_kept_for_a_few_minutes_only()
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var host = await GatewayHost.StartAsync(clock: clock);
        await using var lost = await host.IdentifyAsync();
        var session = (await lost.UntilAsync("READY")).Data.GetProperty("session_id").GetString()!;
        lost.Abort();
        await host.UntilAsync(() => host.Control.OpenConnections == 0);

        clock.Advance(TimeSpan.FromMinutes(2));
        host.Control.Sessions.ShouldBe([session]);
        clock.Advance(TimeSpan.FromMinutes(2));

        await using var client = await host.ConnectAsync();
        await client.ReceiveAsync();
        await client.ResumeAsync(session, 1);
        var refused = await client.ReceiveAsync();
        (refused.Op, refused.Data.ValueKind).ShouldBe((9, JsonValueKind.False));
        await client.IdentifyAsync();
        (await client.ReceiveAsync()).Event.ShouldBe("READY");
    }

    [Fact]
    public async Task Packed_messages_share_one_context()
    {
        await using var host = await GatewayHost.StartAsync();
        await using var client = await host.IdentifyAsync(query: "v=10&encoding=json&compress=zlib-stream");
        (await client.ReceiveAsync()).Event.ShouldBe("READY");
        (await client.ReceiveAsync()).Event.ShouldBe("GUILD_CREATE");

        for (var number = 0; number < 50; number++)
        {
            host.Dispatch("INTERACTION_CREATE", $$"""{"id":"{{number}}","filler":"{{new string('x', 5000)}}"}""");
            (await client.ReceiveAsync()).Data.GetProperty("id").GetString().ShouldBe($"{number}");
        }
    }

    [Fact]
    public async Task Each_shard_hears_of_its_own_guilds_and_the_first_of_private_messages()
    {
        await using var host = await GatewayHost.StartAsync(guilds: 2);
        var guilds = host.World.Guilds.Keys.OrderBy(id => id).ToList();
        await using var zero = await host.IdentifyAsync(4097, ",\"shard\":[0,2]");
        await using var one = await host.IdentifyAsync(4097, ",\"shard\":[1,2]");

        (await zero.UntilAsync("GUILD_CREATE")).Data.GetProperty("id").GetString().ShouldBe($"{guilds[0]}");
        var ready = (await one.UntilAsync("READY")).Data;
        ready.GetProperty("shard").EnumerateArray().Select(part => part.GetInt32()).ShouldBe([1, 2]);
        ready.GetProperty("guilds").GetArrayLength().ShouldBe(1);
        (await one.UntilAsync("GUILD_CREATE")).Data.GetProperty("id").GetString().ShouldBe($"{guilds[1]}");
        host.Dispatch("MESSAGE_CREATE", """{"id":"1"}""");
        host.Dispatch("INTERACTION_CREATE", """{"id":"2"}""", guilds[1]);
        (await zero.ReceiveAsync()).Event.ShouldBe("MESSAGE_CREATE");
        (await one.ReceiveAsync()).Event.ShouldBe("INTERACTION_CREATE");
    }

    [Fact]
    public async Task Intents_decide_what_comes_and_interactions_always_come()
    {
        await using var host = await GatewayHost.StartAsync();
        var guild = host.World.Guilds.Keys.Single();
        await using var few = await host.IdentifyAsync(1);
        await using var more = await host.IdentifyAsync(513);
        await using var none = await host.IdentifyAsync(0);
        await few.UntilAsync("GUILD_CREATE");
        await more.UntilAsync("GUILD_CREATE");
        await none.UntilAsync("READY");

        host.Dispatch("MESSAGE_CREATE", """{"id":"1","content":"secret","author":{"id":"5"},"components":[{}]}""", guild);
        host.Dispatch("CHANNEL_DELETE", """{"id":"2"}""", guild);
        host.Dispatch("INTERACTION_CREATE", """{"id":"3"}""", guild);

        (await few.ReceiveAsync()).Event.ShouldBe("CHANNEL_DELETE");
        (await few.ReceiveAsync()).Event.ShouldBe("INTERACTION_CREATE");
        var message = await more.ReceiveAsync();
        message.Event.ShouldBe("MESSAGE_CREATE");
        // Without the intent for contents, other people's words are not shown.
        message.Data.GetProperty("content").GetString().ShouldBe("");
        message.Data.GetProperty("components").GetArrayLength().ShouldBe(0);
        (await none.ReceiveAsync()).Event.ShouldBe("INTERACTION_CREATE");
    }

    [Fact]
    public async Task The_sessions_left_for_the_day_count_down_and_one_more_costs_the_token()
    {
        await using var host = await GatewayHost.StartAsync(new GatewayOptions { IdentifyPeriod = TimeSpan.Zero, SessionStarts = 2 });
        await using var first = await host.IdentifyAsync();
        await first.UntilAsync("READY");
        host.Gateway.SessionStarts(host.Bot).Remaining.ShouldBe(1);
        host.Gateway.SessionStarts(host.Bot).ResetAfter.ShouldBeInRange(86_000_000, 86_400_000);
        await using var second = await host.IdentifyAsync();
        await second.UntilAsync("READY");

        await using var third = await host.IdentifyAsync();

        (await third.ClosedAsync()).ShouldBe(4004);
        host.Bot.Token.ShouldNotBe(GatewayHost.Token);
    }

    [Fact]
    public async Task Two_starts_in_one_period_are_one_too_many_for_the_same_slot()
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var host = await GatewayHost.StartAsync(new GatewayOptions { MaxConcurrency = 2 }, clock);
        await using var first = await host.IdentifyAsync(more: ",\"shard\":[0,3]");
        (await first.ReceiveAsync()).Event.ShouldBe("READY");
        await using var beside = await host.IdentifyAsync(more: ",\"shard\":[1,3]");
        (await beside.ReceiveAsync()).Event.ShouldBe("READY");

        await using var tooFast = await host.IdentifyAsync(more: ",\"shard\":[2,3]");
        (await tooFast.ReceiveAsync()).Op.ShouldBe(9);
        clock.Advance(TimeSpan.FromSeconds(5));
        await tooFast.IdentifyAsync(more: ",\"shard\":[2,3]");

        (await tooFast.ReceiveAsync()).Event.ShouldBe("READY");
    }
}
