using System.Text.Json.Nodes;
using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.Limits;

namespace MlaBot.Slack.Tests.Server;

public sealed class LimitTests
{
    [Fact]
    public async Task One_message_a_second_and_channel_with_a_short_burst()
    {
        await using var slack = await LocalSlack.StartAsync(limitsRates: true);
        var other = slack.Control.AddChannel(slack.Team, "other", isPrivate: false, slack.Ada);
        slack.Control.InviteBot(other, slack.App);

        var statuses = new List<int>();
        for (var message = 0; message < 5; message++)
        {
            statuses.Add(await PostAsync(slack, slack.Daily.Id));
        }

        statuses.ShouldBe([200, 200, 200, 200, 429]);
        (await PostAsync(slack, other.Id)).ShouldBe(200);
        slack.Clock.Advance(TimeSpan.FromSeconds(1));
        (await PostAsync(slack, slack.Daily.Id)).ShouldBe(200);
        slack.ShouldHaveNoViolations();
    }

    [Fact]
    public async Task A_tier_is_full_for_the_rest_of_its_minute_and_calling_before_that_is_a_violation()
    {
        await using var slack = await LocalSlack.StartAsync(limitsRates: true);
        slack.Server.Limits.Set("conversations.info", 2);
        var args = new JsonObject { ["channel"] = slack.Daily.Id };
        await slack.CallAsync("conversations.info", args);
        await slack.CallAsync("conversations.info", args);

        using var full = await slack.SendAsync("conversations.info", args, slack.App.BotToken);
        slack.Clock.Advance(TimeSpan.FromSeconds(30));
        using var early = await slack.SendAsync("conversations.info", args, slack.App.BotToken);
        slack.Clock.Advance(TimeSpan.FromSeconds(30));
        using var again = await slack.SendAsync("conversations.info", args, slack.App.BotToken);

        ((int)full.StatusCode, full.Headers.RetryAfter!.Delta).ShouldBe((429, TimeSpan.FromSeconds(60)));
        ((int)early.StatusCode, early.Headers.RetryAfter!.Delta).ShouldBe((429, TimeSpan.FromSeconds(30)));
        ((int)again.StatusCode).ShouldBe(200);
        slack.Server.World.Violations.ShouldHaveSingleItem().What.ShouldContain("before Retry-After was over");
        slack.Server.Limits.Hits.ShouldAllBe(hit => hit.Cause == LimitCause.Overrun);
    }

    [Fact]
    public async Task A_forced_429_concerns_its_method_only_and_a_client_that_waits_does_nothing_wrong()
    {
        await using var slack = await LocalSlack.StartAsync();
        slack.Server.Faults.Add(new(FaultKind.TooManyRequests) { Method = "auth.test", Times = 1, RetryAfter = TimeSpan.FromSeconds(5) });

        using var first = await slack.SendAsync("auth.test", [], slack.App.BotToken);
        using var other = await slack.SendAsync("users.info", new() { ["user"] = slack.Ada.Id }, slack.App.BotToken);
        slack.Clock.Advance(TimeSpan.FromSeconds(5));
        using var second = await slack.SendAsync("auth.test", [], slack.App.BotToken);

        ((int)first.StatusCode, (int)other.StatusCode, (int)second.StatusCode).ShouldBe((429, 200, 200));
        slack.Server.Limits.Hits.ShouldHaveSingleItem().Cause.ShouldBe(LimitCause.Forced);
        slack.ShouldHaveNoViolations();
    }

    private static async Task<int> PostAsync(LocalSlack slack, string channel)
    {
        using var response = await slack.SendAsync("chat.postMessage", new() { ["channel"] = channel, ["text"] = "x" }, slack.App.BotToken);
        return (int)response.StatusCode;
    }
}
