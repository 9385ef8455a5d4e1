using Microsoft.Extensions.Logging;
using MlaBot.Discord.Gateway;

namespace MlaBot.Discord.Tests.Gateway;

public sealed class GatewayClientTests
{
    [Fact]
    public async Task Identify_leads_to_ready_and_events_reach_the_listener_as_they_came()
    {
        await using var rig = await Rig.StartAsync();
        var connection = await rig.Gateway.NextAsync();
        connection.Path.ShouldBe("/");
        connection.Query.ShouldBe("?v=10&encoding=json");
        rig.Client.IsReady.ShouldBeFalse();

        var identify = await connection.WelcomeAsync("first", rig.Resume.Url);
        await connection.SendAsync(New.Event("MESSAGE_CREATE", 2));
        await connection.SendAsync(New.Event("INTERACTION_CREATE", 3, """{"id": "9",  "data":{"name":"ä"}}"""));

        identify.GetProperty("d").GetProperty("token").GetString().ShouldBe(New.Token);
        (await rig.Listener.NextAsync()).Name.ShouldBe("READY");
        (await rig.Listener.NextAsync()).ShouldBe((0, "INTERACTION_CREATE", """{"id": "9",  "data":{"name":"ä"}}"""));
        rig.Client.IsReady.ShouldBeTrue();
        rig.Listener.Changes.ShouldBe([(0, true)]);
    }

    [Fact]
    public async Task A_cut_link_is_resumed_at_once_on_the_resume_url_and_missed_events_are_replayed()
    {
        await using var rig = await Rig.StartAsync();
        var first = await rig.ReadyAsync();
        await first.SendAsync(New.Event("GUILD_CREATE", 5));
        await rig.Listener.NextNamedAsync("GUILD_CREATE");

        first.Cut();
        var second = await rig.Resume.NextAsync();
        second.Query.ShouldBe("?v=10&encoding=json");
        await second.SendAsync(New.Hello());
        var resume = (await second.NextAsync()).GetProperty("d");
        rig.Client.IsReady.ShouldBeFalse();
        await second.SendAsync(New.Event("INTERACTION_CREATE", 6, "\"missed\""));
        await second.SendAsync(New.Resumed(7));

        resume.GetRawText().ShouldBe($$"""{"token":"{{New.Token}}","session_id":"first","seq":5}""");
        (await rig.Listener.NextAsync()).Data.ShouldBe("\"missed\"");
        (await rig.Listener.NextAsync()).Name.ShouldBe("RESUMED");
        await Rig.UntilAsync(() => rig.Client.IsReady);
        rig.Listener.Changes.ShouldBe([(0, true), (0, false), (0, true)]);
    }

    [Fact]
    public async Task Beats_go_out_on_time_and_a_zombie_is_dropped_and_resumed()
    {
        await using var rig = await Rig.StartAsync();
        // Short, so that no limit on sending passes on the manual clock.
        var first = await rig.ReadyAsync(interval: 4_000);

        for (var beat = 0; beat < 3; beat++)
        {
            rig.Clock.Advance(TimeSpan.FromSeconds(4));
            (await first.NextRawAsync()).GetRawText().ShouldBe("""{"op":1,"d":1}""");
            await first.SendAsync("""{"op":11}""");
            await first.SendAsync(New.Event("GUILD_CREATE", 1, $"{beat}"));
            await rig.Listener.NextNamedAsync("GUILD_CREATE");
        }

        rig.Client.Shards.Single().Latency.ShouldNotBeNull();
        rig.Clock.Advance(TimeSpan.FromSeconds(4));
        await first.NextRawAsync();
        await Rig.UntilAsync(() => rig.HasLogged(LogLevel.Information, "Zombie"), () => rig.Clock.Advance(TimeSpan.FromMilliseconds(100)));

        (await first.ClosedAsync()).ShouldBe(4000);
        await (await rig.Resume.NextAsync()).ResumeAsync();
        await Rig.UntilAsync(() => rig.Client.IsReady);
    }

    [Fact]
    public async Task Opcode_1_is_answered_at_once()
    {
        await using var rig = await Rig.StartAsync();
        var connection = await rig.ReadyAsync();

        await connection.SendAsync("""{"op":1,"d":null}""");

        (await connection.NextRawAsync()).GetRawText().ShouldBe("""{"op":1,"d":1}""");
    }

    [Theory]
    [InlineData("""{"op":7,"d":null}""")]
    [InlineData("""{"op":9,"d":true}""")]
    public async Task A_server_that_asks_for_it_gets_a_resume_at_once_and_before_hello_too(string ask)
    {
        await using var rig = await Rig.StartAsync();
        var first = await rig.ReadyAsync();

        await first.SendAsync(ask);
        (await first.ClosedAsync()).ShouldBe(4000);
        var second = await rig.Resume.NextAsync();
        await second.SendAsync(ask);
        (await second.ClosedAsync()).ShouldBe(4000);
        var third = await rig.WhileTimePassesAsync(rig.Resume.NextAsync());

        (await third.ResumeAsync()).GetProperty("session_id").GetString().ShouldBe("first");
    }

    [Fact]
    public async Task An_invalid_session_pauses_and_identifies_on_the_cached_url()
    {
        await using var rig = await Rig.StartAsync();
        var first = await rig.ReadyAsync();
        first.Cut();
        var second = await rig.Resume.NextAsync();
        await second.SendAsync(New.Hello());
        (await second.NextAsync()).Opcode().ShouldBe(6);
        rig.Clock.Advance(TimeSpan.FromSeconds(10));
        await second.SendAsync("""{"op":9,"d":false}""");
        await second.ClosedAsync();
        var from = rig.Clock.GetUtcNow();

        var third = await rig.WhileTimePassesAsync(rig.Gateway.NextAsync());

        (rig.Clock.GetUtcNow() - from).ShouldBeInRange(TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(10));
        await third.WelcomeAsync("second", rig.Resume.Url);
        await Rig.UntilAsync(() => rig.Client.IsReady);
        rig.Api.Calls.ShouldBe(1);
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4008)]
    [InlineData(4321)]
    [InlineData(1000)]
    [InlineData(1001)]
    public async Task Most_close_codes_lead_to_a_resume(int code)
    {
        await using var rig = await Rig.StartAsync();
        var first = await rig.ReadyAsync();
        var from = rig.Clock.GetUtcNow();

        await first.CloseAsync(code);
        var second = await rig.WhileTimePassesAsync(rig.Resume.NextAsync());

        await second.ResumeAsync();
        await Rig.UntilAsync(() => rig.Client.IsReady);
        (rig.Clock.GetUtcNow() - from >= TimeSpan.FromSeconds(9)).ShouldBe(code is 4008);
    }

    [Theory]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task Some_close_codes_lead_to_a_new_session(int code)
    {
        await using var rig = await Rig.StartAsync();
        var first = await rig.ReadyAsync();

        await first.CloseAsync(code);
        var second = await rig.WhileTimePassesAsync(rig.Gateway.NextAsync());

        await second.WelcomeAsync("second", rig.Resume.Url);
        await Rig.UntilAsync(() => rig.Client.IsReady);
    }

    [Theory]
    [InlineData(4004, "Discord does not know the token in Discord:Token. Copy it anew")]
    [InlineData(4010, "4010")]
    [InlineData(4011, "sharding required")]
    [InlineData(4012, "Update MlaBot")]
    [InlineData(4013, "4013")]
    [InlineData(4014, "Message Content")]
    public async Task Fatal_close_codes_stop_the_client_with_a_sentence(int code, string words)
    {
        await using var rig = await Rig.StartAsync();
        var connection = await rig.Gateway.NextAsync();
        await connection.SendAsync(New.Hello());
        await connection.NextAsync();

        await connection.CloseAsync(code);

        var fatal = await Should.ThrowAsync<GatewayFatalException>(() => rig.Running.WaitAsync(Rig.Limit));
        fatal.Message.ShouldContain(words);
        fatal.ToString().ShouldNotContain("s3cr3t");
        rig.Gateway.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task A_link_that_is_cut_again_and_again_is_not_hammered()
    {
        await using var rig = await Rig.StartAsync();
        (await rig.ReadyAsync()).Cut();
        var waits = new List<double>();
        for (var round = 0; round < 4; round++)
        {
            var from = rig.Clock.GetUtcNow();
            (await rig.WhileTimePassesAsync(rig.Resume.NextAsync())).Cut();
            waits.Add((rig.Clock.GetUtcNow() - from).TotalSeconds);
        }

        // At once, about 1 s, 2 s, 4 s; the clock moves in steps and a little further than needed.
        waits[2].ShouldBeGreaterThan(1.4);
        waits[3].ShouldBeGreaterThan(2.9);
        await (await rig.WhileTimePassesAsync(rig.Resume.NextAsync())).ResumeAsync();
    }

    [Fact]
    public async Task A_gateway_that_is_down_is_tried_until_it_is_back()
    {
        await using var rig = await Rig.PrepareAsync();
        rig.Gateway.IsDown = true;
        rig.Start();
        await Rig.UntilAsync(() => rig.Gateway.Requests >= 3, () => rig.Clock.Advance(TimeSpan.FromMilliseconds(100)));

        rig.Gateway.IsDown = false;
        var connection = await rig.WhileTimePassesAsync(rig.Gateway.NextAsync());

        await connection.WelcomeAsync("first", rig.Resume.Url);
        await Rig.UntilAsync(() => rig.Client.IsReady);
        rig.HasLogged(LogLevel.Warning, "cannot connect").ShouldBeTrue();
    }

    [Fact]
    public async Task Frames_that_make_no_sense_are_counted_warned_of_once_and_lived_through()
    {
        await using var rig = await Rig.StartAsync();
        var connection = await rig.ReadyAsync();
        foreach (var frame in new[] { "nonsense", "{}", """{"op":1e999}""", """{"op":0,"s":"x","t":[]}""" })
        {
            await connection.SendAsync(frame);
        }

        await connection.SendAsync(New.Event("GUILD_CREATE", 2));

        await rig.Listener.NextNamedAsync("GUILD_CREATE");
        rig.Client.Shards.Single().MalformedFrames.ShouldBe(4);
        rig.Logger.Lines.Count(line => line.Level is LogLevel.Warning && line.Text.Contains("no sense")).ShouldBe(1);
        rig.Logger.Lines.Count(line => line.Level is LogLevel.Debug && line.Text.Contains("no sense")).ShouldBe(3);
        rig.Client.IsReady.ShouldBeTrue();
    }

    [Fact]
    public async Task A_fault_of_the_listener_does_not_end_the_connection()
    {
        await using var rig = await Rig.StartAsync();
        var connection = await rig.ReadyAsync();
        rig.Listener.Fault = new InvalidOperationException("out of order");

        await connection.SendAsync(New.Event("GUILD_CREATE", 2));
        await connection.SendAsync(New.Event("GUILD_DELETE", 3));

        await rig.Listener.NextNamedAsync("GUILD_DELETE");
        await rig.UntilLoggedAsync("could not be handed on");
        rig.Client.IsReady.ShouldBeTrue();
    }

    [Fact]
    public async Task A_message_of_many_megabytes_in_many_frames_comes_whole()
    {
        await using var rig = await Rig.StartAsync();
        var connection = await rig.ReadyAsync();
        var large = $"\"{new string('x', 5_000_000)}\"";

        await connection.SendAsync(New.Event("GUILD_CREATE", 2, large));

        (await rig.Listener.NextNamedAsync("GUILD_CREATE")).ShouldBe(large);
    }

    [Fact]
    public async Task Stopping_leaves_the_session_resumable_and_tells_the_listener()
    {
        await using var rig = await Rig.StartAsync();
        var connection = await rig.ReadyAsync();

        await rig.StopAsync();

        (await connection.ClosedAsync()).ShouldBe(4000);
        rig.Client.IsReady.ShouldBeFalse();
        rig.Listener.Changes.ShouldBe([(0, true), (0, false)]);
    }
}
