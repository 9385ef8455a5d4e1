using System.Net;
using Microsoft.Extensions.Logging;
using MlaBot.Discord.Gateway;
using MlaBot.Discord.Rest;

namespace MlaBot.Discord.Tests.Gateway;

public sealed class ShardingTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Shards_of_one_slot_identify_five_seconds_apart(int shards)
    {
        await using var rig = await Rig.StartAsync(shards);
        var at = new List<DateTimeOffset>();
        var numbers = new List<string>();
        for (var number = 0; number < shards; number++)
        {
            rig.Client.IsReady.ShouldBeFalse();
            var connection = await rig.WhileTimePassesAsync(rig.Gateway.NextAsync());
            var identify = await connection.WelcomeAsync($"session{number}", rig.Resume.Url);
            at.Add(rig.Clock.GetUtcNow());
            numbers.Add(identify.GetProperty("d").GetProperty("shard").GetRawText());
        }

        await Rig.UntilAsync(() => rig.Client.IsReady);
        numbers.Order().ShouldBe(Enumerable.Range(0, shards).Select(number => $"[{number},{shards}]"));
        at.Zip(at.Skip(1), (one, next) => next - one).ShouldAllBe(gap => gap >= TimeSpan.FromSeconds(4.9));
        rig.HasLogged(LogLevel.Warning, $"asks for {shards} shards").ShouldBeTrue();
    }

    [Fact]
    public async Task Shards_of_different_slots_identify_at_the_same_time_and_each_hears_under_its_number()
    {
        await using var rig = await Rig.StartAsync(shards: 3, maxConcurrency: 2);
        var one = await rig.Gateway.NextAsync();
        var two = await rig.Gateway.NextAsync();
        var from = rig.Clock.GetUtcNow();
        var first = (await one.WelcomeAsync("a", rig.Resume.Url)).GetProperty("d").GetProperty("shard")[0].GetInt32();
        var second = (await two.WelcomeAsync("b", rig.Resume.Url)).GetProperty("d").GetProperty("shard")[0].GetInt32();

        var three = await rig.WhileTimePassesAsync(rig.Gateway.NextAsync());

        (rig.Clock.GetUtcNow() - from).ShouldBeGreaterThan(TimeSpan.FromSeconds(4.9));
        (await three.WelcomeAsync("c", rig.Resume.Url)).GetProperty("d").GetProperty("shard")[0].GetInt32().ShouldBe(2);
        new[] { first, second }.Order().ShouldBe([0, 1]);
        await Rig.UntilAsync(() => rig.Client.IsReady);
        await two.SendAsync(New.Event("GUILD_CREATE", 2));
        (int, string, string) heard;
        do
        {
            heard = await rig.Listener.NextAsync();
        }
        while (heard.Item2 is not "GUILD_CREATE");

        heard.Item1.ShouldBe(second);
        two.Cut();
        await Rig.UntilAsync(() => !rig.Client.IsReady);
        rig.Client.Shards.Count(shard => shard.IsReady).ShouldBe(2);
    }

    [Fact]
    public async Task Used_up_session_starts_wait_for_their_reset_with_a_line_in_the_log()
    {
        await using var rig = await Rig.PrepareAsync(remaining: 0, resetAfter: 3_600_000);
        rig.Api.Answers.Enqueue(() => rig.Info(1));
        rig.Start();
        await rig.UntilLoggedAsync("no more session starts");
        rig.HasLogged(LogLevel.Warning, "01:00:00").ShouldBeTrue();

        rig.Clock.Advance(TimeSpan.FromSeconds(3599));
        rig.Gateway.Requests.ShouldBe(0);
        rig.Clock.Advance(TimeSpan.FromSeconds(1));

        await rig.ReadyAsync();
        rig.Api.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task Each_identify_counts_against_the_session_starts()
    {
        await using var rig = await Rig.PrepareAsync(remaining: 1, resetAfter: 60_000);
        rig.Start();
        var first = await rig.ReadyAsync();

        await first.CloseAsync(4009);
        await Rig.UntilAsync(
            () => rig.Logger.Lines.Any(line => line.Text.Contains("no more session starts")), () => rig.Clock.Advance(TimeSpan.FromMilliseconds(100)));

        rig.Gateway.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Sharding_required_starts_again_when_discord_asks_for_more_shards()
    {
        await using var rig = await Rig.PrepareAsync();
        rig.Api.Answers.Enqueue(() => rig.Info(2, maxConcurrency: 2));
        rig.Start();
        var connection = await rig.Gateway.NextAsync();
        await connection.SendAsync(New.Hello());
        await connection.NextAsync();
        await connection.CloseAsync(4011);

        for (var number = 0; number < 2; number++)
        {
            var next = await rig.WhileTimePassesAsync(rig.Gateway.NextAsync());
            (await next.WelcomeAsync($"s{number}", rig.Resume.Url)).GetProperty("d").GetProperty("shard")[1].GetInt32().ShouldBe(2);
        }

        await Rig.UntilAsync(() => rig.Client.IsReady);
    }

    [Fact]
    public async Task A_fatal_code_of_one_shard_stops_all()
    {
        await using var rig = await Rig.StartAsync(shards: 2, maxConcurrency: 2);
        var one = await rig.Gateway.NextAsync();
        var two = await rig.Gateway.NextAsync();
        await one.WelcomeAsync("a", rig.Resume.Url);
        await two.WelcomeAsync("b", rig.Resume.Url);

        await one.CloseAsync(4014);

        (await Should.ThrowAsync<GatewayFatalException>(() => rig.Running.WaitAsync(Rig.Limit))).CloseCode.ShouldBe(4014);
        (await two.ClosedAsync()).ShouldBe(4000);
    }

    [Fact]
    public async Task A_wrong_token_is_named_when_rest_refuses_it_already()
    {
        await using var rig = await Rig.PrepareAsync();
        rig.Api.Answers.Clear();
        rig.Api.Answers.Enqueue(() => throw new DiscordApiException("GET /gateway/bot", HttpStatusCode.Unauthorized, 0, isTransient: false));

        rig.Start();

        (await Should.ThrowAsync<GatewayFatalException>(() => rig.Running)).Message.ShouldContain("Copy it anew");
    }

    [Fact]
    public async Task Rest_that_is_down_is_asked_again()
    {
        await using var rig = await Rig.PrepareAsync();
        var good = rig.Api.Answers.Dequeue();
        rig.Api.Answers.Enqueue(() => throw new DiscordApiException("GET /gateway/bot", HttpStatusCode.BadGateway, 0, isTransient: true));
        rig.Api.Answers.Enqueue(() => throw new DiscordApiException("GET /gateway/bot", null, 0, isTransient: true) { RetryAfter = TimeSpan.FromSeconds(7) });
        rig.Api.Answers.Enqueue(good);
        var from = rig.Clock.GetUtcNow();
        rig.Start();

        var connection = await rig.WhileTimePassesAsync(rig.Gateway.NextAsync());

        (rig.Clock.GetUtcNow() - from).ShouldBeGreaterThan(TimeSpan.FromSeconds(7));
        await connection.WelcomeAsync("first", rig.Resume.Url);
    }
}
