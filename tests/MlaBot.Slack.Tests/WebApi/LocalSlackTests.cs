using MlaBot.Slack.Tests.Server;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Tests.WebApi;

/// <summary>The client against the local Slack, which checks every call against Slack's published methods.</summary>
public sealed class LocalSlackTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Every_call_but_those_of_views_is_understood_and_violates_nothing()
    {
        await using var slack = await LocalSlack.StartAsync(limitsRates: true);
        using var api = Client(slack);
        var channel = slack.Daily.Id;

        (await api.OpenConnectionAsync(None)).Scheme.ShouldBe("ws");
        var bot = await api.IntroduceAsync(None);
        var posted = await api.PostAsync(channel, WebHarness.Marked("7@1"), null, None);
        var reply = await api.PostAsync(channel, WebHarness.Saying("Because."), posted.Ts, None);
        await api.PostEphemeralAsync(channel, slack.Ada.Id, WebHarness.Text, threadTs: null, None);
        await api.UpdateAsync(channel, posted.Ts, WebHarness.Saying("changed"), None);
        var history = await api.HistoryAsync(channel, oldest: null, None).ToListAsync(None);
        var thread = await api.RepliesAsync(channel, posted.Ts, DateTimeOffset.UnixEpoch, None).ToListAsync(None);
        var place = await api.ConversationAsync(channel, None);
        await api.JoinAsync(channel, None);
        var direct = await api.DirectChannelAsync(slack.Ada.Id, None);
        var person = await api.PersonAsync(slack.Ada.Id, None);
        await api.PermalinkAsync(channel, posted.Ts, None);
        await api.PublishHomeAsync(slack.Ada.Id, WebHarness.Home, None);

        (bot.TeamId, bot.UserId).ShouldBe((slack.Team.Id, slack.App.Bot.Id));
        bot.Scopes.ShouldContain("chat:write");
        (posted.Channel, posted.ThreadTs, reply.ThreadTs).ShouldBe((channel, null, posted.Ts));
        history.ShouldContain(message => message.Ts == posted.Ts && message.MarkerKey == "7@1");
        thread.Select(message => message.Ts).ShouldBe([posted.Ts, reply.Ts]);
        (place.Name, place.IsMember).ShouldBe(("daily", true));
        direct.ShouldStartWith("D");
        person.Zone.ShouldBe("Europe/London");
        slack.ShouldHaveNoViolations();
        slack.Server.Limits.Hits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Forty_posts_to_two_channels_overrun_no_limit()
    {
        await using var slack = await LocalSlack.StartAsync(limitsRates: true);
        var other = slack.Control.AddChannel(slack.Team, "other", isPrivate: false, slack.Ada);
        slack.Control.InviteBot(other, slack.App, slack.Ada);
        using var api = new SlackApi(Options(slack), Tokens(slack), slack.Clock, new Random(1), new LogBook());

        var posts = Task.WhenAll(Enumerable.Range(0, 40).Select(number => api.PostAsync(number % 2 == 0 ? slack.Daily.Id : other.Id, WebHarness.Saying($"{number}"), null, None)));
        for (var second = 0; second < 120 && !posts.IsCompleted; second++)
        {
            await WebHarness.SettleAsync(posts);
            slack.Clock.Advance(TimeSpan.FromSeconds(0.5));
        }

        (await posts).Distinct().Count().ShouldBe(40);
        slack.Server.Limits.Hits.ShouldBeEmpty();
        slack.ShouldHaveNoViolations();
    }

    private static SlackApi Client(LocalSlack slack) => new(Options(slack), Tokens(slack), TimeProvider.System, new Random(1), new LogBook());

    private static SlackTokens Tokens(LocalSlack slack) => new(slack.App.BotToken, slack.App.AppToken);

    private static SlackOptions Options(LocalSlack slack) => new() { Workspaces = [Tokens(slack)], ApiBaseUrl = new Uri(slack.Server.ApiBaseUrl) };
}
