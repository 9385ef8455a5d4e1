using System.Globalization;
using MlaBot.DiscordServer;
using MlaBot.SlackServer.Sockets;
using MlaBot.SlackServer.World;

namespace MlaBot.Tests.Program.Slack.Admins;

/// <summary>Workspaces that the bot loses while it runs. Whatever else it serves goes on.</summary>
public sealed class ClosedWorkspaceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_the_tokens_are_revoked_nothing_is_asked_of_Slack_and_a_reinstalled_app_finds_everything(bool isUninstalled)
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        await stage.Server.Control.PressLabelAsync(stage.Ana, question, stage.Records.Post(1).Right);
        await stage.WaitAsync(() => question.Words.Contains("1 person has answered.", StringComparison.Ordinal), "the public count");

        if (isUninstalled)
        {
            stage.Server.Control.Uninstall(stage.App);
        }
        else
        {
            stage.Server.Control.RevokeTokens(stage.App);
        }

        await stage.WaitAsync(() => stage.Records.Schedules().Count == 0, "the pause");
        await stage.Process.WaitForErrorAsync("is closed; its schedules are paused and its data is kept.");
        await stage.WaitAsync(() => stage.Server.SocketControl().Figures(stage.App).Open == 0, "the end of its sockets");
        var asked = stage.Server.Requests.Count;
        stage.LetClockReach("2050-03-08T16:00:00Z");
        // The clock's own file is as far ahead but for the time that the way took.
        var wish = Ticks(stage, "data/local-clock.wish") - TimeSpan.TicksPerMinute;
        await stage.WaitAsync(() => Ticks(stage, "data/local-clock") > wish, "the next day");
        stage.Server.Requests.Count.ShouldBe(asked, string.Join('\n', stage.Server.Requests.Skip(asked)));
        (await stage.StopBotAsync()).ShouldBe(0);

        (stage.App.IsInstalled, stage.App.IsBotTokenRevoked, stage.App.Bot.IsDeleted) = (true, false, false);
        stage.Server.Control.InviteBot(stage.Study, stage.App);
        await stage.StartBotAsync();
        stage.LetClockReach("2050-03-09T08:00:00Z");
        (await stage.AdminSaysAsync("schedule list")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("I was away from this group, so these channels are paused: #study. Nothing was lost."),
            text => text.ShouldContain("The workspace has removed me or revoked my token."));
        (await stage.AdminSaysAsync("schedule resume all")).ShouldNotContain("I was away");
        stage.LetClockReach("2050-03-09T09:00:05Z");
        await stage.WaitAsync(() => stage.Records.Posts().Any(post => post is { WasSent: true, Date.Day: 9 }), "the next question");
        stage.Records.Answers().Count.ShouldBe(1);
        stage.ShouldEndClean();
    }

    private static long Ticks(SlackStage stage, string file) => long.Parse(File.ReadAllText(stage.Folder.In(file)), CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_token_that_dies_unseen_is_found_at_the_next_question_and_the_news_names_its_channel()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        stage.App.IsBotTokenRevoked = true;

        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.WaitAsync(() => stage.Records.Schedules().Count == 0, "the pause");
        await stage.WaitAsync(() => stage.Server.SocketControl().Figures(stage.App).Open == 0, "the end of its sockets");
        stage.Calls("chat.postMessage").ShouldBe(1, "a token that is refused is not tried again");
        (await stage.StopBotAsync()).ShouldBe(0);

        stage.App.IsBotTokenRevoked = false;
        await stage.StartBotAsync();
        (await stage.AdminSaysAsync("schedule list")).ShouldContain("these channels are paused: #study.");
        stage.ShouldEndClean();
    }

    [Fact]
    public async Task Another_workspace_and_Discord_go_on()
    {
        App beside = null!;
        Channel there = null!;
        await using var discord = await DiscordTestServer.StartAsync();
        var bot = discord.Control.AddBot();
        var owner = discord.Control.AddUser("dora");
        var guild = discord.Control.AddGuild("Guild", owner);
        var room = discord.Control.AddChannel(guild, "room");
        discord.Control.JoinBot(guild, bot);
        User boss = null!;
        await using var stage = await SlackStage.StartAsync(configure: stage =>
        {
            var control = stage.Server.Control;
            var team = control.AddTeam("Another group");
            beside = control.AddApp(team);
            boss = control.AddUser(team, "boss", "UTC", isAdmin: true);
            there = control.AddChannel(team, "there", isPrivate: false, boss);
            stage.Folder.With("Slack__Workspaces__0__BotToken", beside.BotToken).With("Slack__Workspaces__0__AppToken", beside.AppToken)
                .With("Discord__Token", bot.Token).With("Discord__ApiBaseUrl", discord.ApiBaseUrl);
        });
        await stage.Process.WaitForErrorAsync("Workspace 1 is connected");
        await stage.Process.WaitForErrorAsync("Workspace 2 is connected");
        await stage.Process.WaitForErrorAsync("hears Discord");
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        (await stage.SaysAsync(boss, there, "/mla setup UTC 09:00")).ShouldContain("This channel is set up");
        await discord.Control.WaitUntilAsync(() => bot.Commands.Values.Any(commands => commands.Count > 0), "commands", TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await discord.Control.CommandAsync(owner, room, "setup", new Dictionary<string, object>(StringComparer.Ordinal) { ["zone"] = "UTC" });
        await stage.WaitAsync(() => stage.Records.Schedules().Count == 15, "three channels that are set up");

        stage.Server.Control.RevokeTokens(stage.App);
        await stage.WaitAsync(() => stage.Records.Schedules().Count == 10, "the pause");
        stage.LetClockReach("2050-03-07T09:00:05Z");

        await stage.UntilAsync("a question beside it", () => stage.Server.Control.Seen(boss, there).FirstOrDefault(message => message.Words.Contains("Question ", StringComparison.Ordinal)));
        await discord.Control.WaitForMessageAsync(room, message => message.Text.Contains("Question ", StringComparison.Ordinal), "a question on Discord", TimeSpan.FromSeconds(30));
        stage.Said(stage.Study, "Question").ShouldBeEmpty();

        (await stage.StopBotAsync()).ShouldBe(0);
        await stage.StartBotAsync();
        await stage.Process.WaitForErrorAsync("Workspace 1 is left out, the rest goes on: Slack does not take the token in Slack:BotToken");
        stage.LetClockReach("2050-03-07T12:00:05Z");
        await stage.UntilAsync("a second question beside it", () => stage.Server.Control.Seen(boss, there).FirstOrDefault(message => message.Words.Contains("Question 2", StringComparison.Ordinal)));
        await discord.Control.WaitForMessageAsync(room, message => message.Text.Contains("Question 2", StringComparison.Ordinal), "a second question on Discord", TimeSpan.FromSeconds(30));

        (stage.App.IsInstalled, stage.App.IsBotTokenRevoked, stage.App.Bot.IsDeleted) = (true, false, false);
        await stage.Process.WaitForErrorAsync("Workspace 1 is connected");
        stage.ShouldEndClean();
    }

    [Fact]
    public async Task Socket_Mode_that_was_switched_off_while_the_bot_was_away_stops_that_workspace_alone()
    {
        App beside = null!;
        Channel there = null!;
        User boss = null!;
        await using var stage = await SlackStage.StartAsync(configure: stage =>
        {
            var control = stage.Server.Control;
            var team = control.AddTeam("Another group");
            (beside, boss) = (control.AddApp(team), control.AddUser(team, "boss", "UTC", isAdmin: true));
            there = control.AddChannel(team, "there", isPrivate: false, boss);
            stage.Folder.With("Slack__Workspaces__0__BotToken", beside.BotToken).With("Slack__Workspaces__0__AppToken", beside.AppToken);
        });
        await stage.Process.WaitForErrorAsync("Workspace 1 is connected");
        await stage.Process.WaitForErrorAsync("Workspace 2 is connected");
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        (await stage.SaysAsync(boss, there, "/mla setup UTC 09:00")).ShouldContain("This channel is set up");
        (await stage.StopBotAsync()).ShouldBe(0);

        stage.Server.SocketControl().DisableSocketMode(stage.App);
        await stage.StartBotAsync();
        await stage.WaitAsync(() => stage.Letters(stage.Admin).Count > 0, "a private message");
        stage.Letters(stage.Admin).Single().ShouldContain("I paused the questions of this workspace: Slack says link_disabled: Socket Mode is switched off for the app.");
        stage.Records.Schedules().Count.ShouldBe(5);
        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.UntilAsync("a question beside it", () => stage.Server.Control.Seen(boss, there).FirstOrDefault(message => message.Words.Contains("Question ", StringComparison.Ordinal)));

        stage.Server.SocketControl().DisableSocketMode(stage.App, isDisabled: false);
        await stage.WaitAsync(() => stage.Server.SocketControl().Figures(stage.App).Open > 0, "a socket");
        (await stage.AdminSaysAsync("schedule resume all")).ShouldContain("12:00 UTC");
        stage.Letters(stage.Admin).Count.ShouldBe(1);
        stage.ShouldEndClean();
    }

    [Fact]
    public async Task Socket_Mode_that_is_switched_off_is_told_once_in_private_and_heard_again_without_a_restart()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        await stage.EphemeralAsync(stage.Admin, stage.Study, "This channel is set up");

        stage.Server.SocketControl().DisableSocketMode(stage.App);
        await stage.WaitAsync(() => stage.Letters(stage.Admin).Count > 0, "a private message");
        stage.Letters(stage.Admin).Single().ShouldSatisfyAllConditions(
            text => text.ShouldContain("I paused the questions of this workspace: Slack says link_disabled: Socket Mode is switched off for the app."),
            text => text.ShouldContain("/mla schedule resume all"));
        stage.Records.Schedules().ShouldBeEmpty();
        stage.Server.SocketControl().DisableSocketMode(stage.App, isDisabled: false);
        await stage.WaitAsync(() => stage.Server.SocketControl().Figures(stage.App).Open > 0, "a socket");

        (await stage.AdminSaysAsync("schedule list")).ShouldContain("Socket Mode is switched off");
        (await stage.AdminSaysAsync("schedule resume all")).ShouldContain("09:00 UTC");
        stage.LetClockReach("2050-03-07T09:00:05Z");
        await stage.MessageAsync(stage.Study, "Question ");
        stage.Letters(stage.Admin).Count.ShouldBe(1);
        stage.Log.Split("hears nothing any more").Length.ShouldBe(2, "said once");
        stage.ShouldEndClean();
    }

    [Fact]
    public async Task An_app_level_token_that_is_revoked_alone_is_told_in_private()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SettledSetUpAsync(stage.Study, stage.Admin);
        await stage.EphemeralAsync(stage.Admin, stage.Study, "This channel is set up");

        stage.App.IsAppTokenRevoked = true;
        stage.Server.SocketControl().Cut(stage.App);
        await stage.WaitAsync(() => stage.Letters(stage.Admin).Count > 0, "a private message");

        stage.Letters(stage.Admin).Single().ShouldContain("Socket Mode cannot be opened with this token.");
        stage.Records.Schedules().ShouldBeEmpty();
        stage.ShouldEndClean();
    }
}
