using MlaBot.SlackServer;
using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.Sockets;
using MlaBot.SlackServer.World;

namespace MlaBot.Tests.Program.Slack.Admins;

/// <summary>Starts that a person must help: each ends with one sentence that says what to do, and the doctor says the same.</summary>
public sealed class StartTests : IAsyncLifetime
{
    private const string OtherBot = "xoxb-111111111111-222222222222-NobodyKnowsThisTokenAtAl";
    private const string OtherApp = "xapp-1-A0NOBODY-333333333333-nobodyknowsthistokenatall0000000000000000";

    private readonly BotFolder _folder = new();
    private SlackTestServer _server = null!;
    private Team _team = null!;
    private App _app = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await SlackTestServer.StartAsync();
        _team = _server.Control.AddTeam("Study group");
        _app = _server.Control.AddApp(_team);
        Tokens(_app.BotToken, _app.AppToken);
        _folder.With("Slack__ApiBaseUrl", _server.ApiBaseUrl);
    }

    public async ValueTask DisposeAsync()
    {
        _server.World.Violations.ShouldBeEmpty();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("{bot}", "", "Slack:AppToken is missing; Slack needs a bot token and an app-level token.", "Make it at api.slack.com/apps")]
    [InlineData("", "{app}", "Slack:BotToken is missing; Slack needs a bot token and an app-level token.", "Bot User OAuth Token")]
    [InlineData("{app}", "{bot}", "Slack:BotToken does not look like the right token: it begins with xoxb-", "Bot User OAuth Token")]
    [InlineData("{bot}", "{bot}", "Slack:AppToken does not look like the right token: it begins with xapp-", "Make it at api.slack.com/apps")]
    [InlineData("xoxb-12 34", "{app}", "Slack:BotToken does not look like the right token: it begins with xoxb- and has no spaces.", "Bot User OAuth Token")]
    public async Task Tokens_that_cannot_be_right_are_refused_before_Slack_is_asked(string bot, string app, string sentence, string nextStep)
    {
        Tokens(Filled(bot), Filled(app));

        var run = await RefusedAsync(sentence);
        run.All.ShouldSay(nextStep);
        run.Errors.Trim().Split('\n').Length.ShouldBe(1, run.Errors);
        _server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Blanks_around_a_token_do_no_harm()
    {
        Tokens($" {_app.BotToken}\n", $"{_app.AppToken} ");

        var good = await RunAsync("doctor");
        good.Exit.ShouldBe(0, good.All);
        good.Output.ShouldSay($"The bot token is good for the workspace Study group ({_team.Id}).");
        good.Output.ShouldSay("The app-level token is good: Slack offers a connection. Whether Socket Mode is switched on is seen when the bot starts.");
    }

    [Fact]
    public async Task A_bot_token_that_Slack_refuses_ends_the_start()
    {
        Tokens(OtherBot, _app.AppToken);
        await RefusedAsync("Slack does not take the token in Slack:BotToken (invalid_auth). Copy it anew: api.slack.com/apps, your app, OAuth & Permissions, Bot User OAuth Token.");
        _server.Requests.Count(request => request.Method == "auth.test").ShouldBe(2, "once by the bot, once by the doctor");
    }

    [Fact]
    public async Task An_app_level_token_that_Slack_refuses_ends_the_start()
    {
        Tokens(_app.BotToken, OtherApp);
        await RefusedAsync("Slack:AppToken: Slack says invalid_auth: Socket Mode cannot be opened with this token.");
    }

    [Fact]
    public async Task Socket_Mode_that_is_switched_off_ends_the_start()
    {
        _server.SocketControl().DisableSocketMode(_app);
        (await RunAsync()).ShouldRefuse(1, "Slack says link_disabled: Socket Mode is switched off for the app. Switch it on at api.slack.com/apps under Socket Mode.");
    }

    [Fact]
    public async Task The_doctor_opens_no_socket_that_would_take_presses_from_a_running_bot()
    {
        (await RunAsync("doctor")).Exit.ShouldBe(0);
        _server.Requests.Count(request => request.Method == "apps.connections.open").ShouldBe(1);
        _server.SocketControl().Visits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_pairs_for_one_workspace_end_the_start()
    {
        var twin = _server.Control.AddApp(_team, "twin");
        _folder.With("Slack__Workspaces__0__BotToken", twin.BotToken).With("Slack__Workspaces__0__AppToken", twin.AppToken);
        await RefusedAsync("two pairs of Slack tokens belong to the workspace Study group. Remove one of them.");
        _folder.With("Slack__Workspaces__0__BotToken", _app.BotToken).With("Slack__Workspaces__0__AppToken", _app.AppToken);
        await RefusedAsync("A Slack bot token is given twice. Give each workspace's own.");
    }

    [Fact]
    public async Task The_pair_that_is_wrong_among_several_is_named_and_left_out()
    {
        const string Sentence = "the token in Slack:Workspaces:0:BotToken (invalid_auth).";
        _folder.With("Slack__Workspaces__0__BotToken", OtherBot).With("Slack__Workspaces__0__AppToken", OtherApp);
        await using var bot = await _folder.StartAsync();
        await bot.WaitForErrorAsync(Sentence);
        await bot.WaitForErrorAsync("Workspace 1 is connected");
        (await bot.TerminateAsync()).ShouldBe(0);
        (await RunAsync("doctor")).ShouldRefuse(1, Sentence);
    }

    [Fact]
    public async Task While_Slack_is_down_the_bot_goes_on_trying_and_works_when_it_is_back()
    {
        await _server.StopAsync(TestContext.Current.CancellationToken);
        (await RunAsync("doctor")).ShouldRefuse(1, "Slack could not be asked");
        await using var bot = await _folder.StartAsync();
        await bot.WaitForErrorAsync("Slack cannot be reached");
        await _server.StartAgainAsync(TestContext.Current.CancellationToken);
        await bot.WaitForErrorAsync("is connected");

        var admin = _server.Control.AddUser(_team, "olga", "UTC", isAdmin: true);
        var study = _server.Control.AddChannel(_team, "study", isPrivate: false, admin);
        var act = await _server.Control.CommandAsync(admin, study, "/mla setup UTC 09:00");
        (await act.MessageAsync(TestContext.Current.CancellationToken)).Words.ShouldContain("This channel is set up");
        bot.Errors.ShouldBeFreeOfTraces();
        (await bot.TerminateAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_workspace_that_is_being_moved_into_an_organisation_is_waited_for()
    {
        using var moved = _server.Faults.Add(new(FaultKind.Refuse) { Method = "auth.test", Error = "org_login_required", Times = 1 });
        await using var bot = await _folder.StartAsync();
        await bot.WaitForErrorAsync("Slack cannot be reached: auth.test: org_login_required");
        await bot.WaitForErrorAsync("is connected");
        (await bot.TerminateAsync()).ShouldBe(0);
    }

    private void Tokens(string bot, string app) => _folder.With("Slack__BotToken", bot).With("Slack__AppToken", app);

    private string Filled(string token) => token.Replace("{bot}", _app.BotToken, StringComparison.Ordinal).Replace("{app}", _app.AppToken, StringComparison.Ordinal);

    private async Task<BotRun> RefusedAsync(string sentence)
    {
        var run = (await RunAsync()).ShouldRefuse(1, sentence);
        run.Errors.Split(sentence).Length.ShouldBe(2, "said once");
        run.Errors.ShouldNotContain("fail:");
        (await RunAsync("doctor")).ShouldRefuse(1, sentence);
        return run;
    }

    private async Task<BotRun> RunAsync(params string[] arguments)
    {
        var run = await _folder.RunAsync(arguments);
        foreach (var secret in new[] { _app.BotToken, _app.AppToken, OtherBot, OtherApp })
        {
            run.All.ShouldNotContain(secret);
        }

        return run;
    }
}
