using MlaBot.DiscordServer.Faults;
using MlaBot.DiscordServer.Limits;
using MlaBot.DiscordServer.World;

namespace MlaBot.Discord.Tests.Server;

public sealed class LimitTests
{
    [Fact]
    public async Task Five_posts_fill_a_channels_bucket_until_its_window_is_over()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var other = discord.Server.Control.AddChannel(discord.Guild, "other");
        for (var left = 4; left >= 0; left--)
        {
            var good = await discord.SendAsync("POST", discord.Messages, LocalDiscord.Card("Hello"));
            (good.Header("X-RateLimit-Limit"), good.Header("X-RateLimit-Remaining"), good.Header("X-RateLimit-Reset-After")).ShouldBe(("5", left.ToString(), "5.000"));
            good.Header("X-RateLimit-Bucket").ShouldNotBeNull();
        }

        discord.Clock.Advance(TimeSpan.FromMilliseconds(4500));
        var over = await discord.SendAsync("POST", discord.Messages, LocalDiscord.Card("Hello"));

        over.ShouldBeError(429, 0);
        over.Json!["retry_after"]!.GetValue<double>().ShouldBe(0.5);
        (over.Header("Retry-After"), over.Header("X-RateLimit-Scope"), over.Header("Via")).ShouldBe(("1", "user", "1.1 google"));
        discord.Server.Limits.Hits.ShouldHaveSingleItem().Cause.ShouldBe(LimitCause.Overrun);
        (await discord.SendAsync("POST", $"/channels/{other.Id}/messages", LocalDiscord.Card("Hello"))).Status.ShouldBe(200);
        discord.Clock.Advance(TimeSpan.FromMilliseconds(500));
        (await discord.SendAsync("POST", discord.Messages, LocalDiscord.Card("Hello"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Fifty_calls_a_second_are_the_global_limit_and_interactions_do_not_count()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var channels = Enumerable.Range(0, 50).Select(number => discord.Server.Control.AddChannel(discord.Guild, $"c{number}")).ToList();
        var message = await discord.PostAsync(LocalDiscord.Card("Hello"));
        for (var number = 0; number < 49; number++)
        {
            (await discord.SendAsync("GET", $"/channels/{channels[number].Id}")).Status.ShouldBe(200);
        }

        var over = await discord.SendAsync("GET", $"/channels/{channels[49].Id}");
        var answer = await discord.AnswerAsync(discord.Server.Control.Press(discord.Ada, message, "answer:A"), 6);

        over.ShouldBeError(429, 0);
        (over.Header("X-RateLimit-Global"), over.Header("X-RateLimit-Scope"), over.Json!["global"]!.GetValue<bool>()).ShouldBe(("true", "global", true));
        answer.Status.ShouldBe(204);
    }

    [Fact]
    public async Task Edits_of_old_messages_have_a_limit_that_no_header_names()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var message = await discord.PostAsync(LocalDiscord.Card("Hello"));
        discord.Clock.Advance(TimeSpan.FromMinutes(61));
        for (var number = 0; number < 3; number++)
        {
            (await discord.SendAsync("PATCH", $"{discord.Messages}/{message.Id}", LocalDiscord.Card("Edit"))).Status.ShouldBe(200);
        }

        (await discord.SendAsync("PATCH", $"{discord.Messages}/{message.Id}", LocalDiscord.Card("Edit"))).ShouldBeError(429, 30046);
        discord.Server.Limits.Hits.ShouldHaveSingleItem().Cause.ShouldBe(LimitCause.Hidden);
    }

    [Fact]
    public async Task Follow_ups_are_five_in_two_seconds()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var press = discord.Server.Control.Press(discord.Ada, await discord.PostAsync(LocalDiscord.Card("Hello")), "answer:A");
        await discord.AnswerAsync(press, 6);
        for (var number = 0; number < 5; number++)
        {
            (await discord.WebhookAsync("POST", press, "?wait=true", LocalDiscord.Card("More"))).Status.ShouldBe(200);
        }

        (await discord.WebhookAsync("POST", press, "?wait=true", LocalDiscord.Card("More"))).ShouldBeError(429, 0);
    }

    [Theory]
    [InlineData("user")]
    [InlineData("global")]
    [InlineData("shared")]
    public async Task A_forced_429_lasts_and_to_ignore_it_is_an_overrun(string scope)
    {
        await using var discord = await LocalDiscord.StartAsync();
        discord.Server.Faults.Add(new(FaultKind.TooManyRequests) { Route = Route.Channel, Times = 1, Scope = scope, RetryAfter = TimeSpan.FromSeconds(2) });
        var path = $"/channels/{discord.Channel.Id}";

        (await discord.SendAsync("GET", path)).Header("X-RateLimit-Scope").ShouldBe(scope);
        discord.Clock.Advance(TimeSpan.FromSeconds(1));
        (await discord.SendAsync("GET", path)).Status.ShouldBe(429);
        discord.Clock.Advance(TimeSpan.FromSeconds(1));
        (await discord.SendAsync("GET", path)).Status.ShouldBe(200);

        discord.Server.Limits.Hits.Select(hit => hit.Cause).ShouldBe([LimitCause.Forced, LimitCause.Overrun]);
        if (scope is "shared")
        {
            discord.Server.Limits.InvalidRequests.ShouldBe(0);
        }
    }
}
