using MlaBot.DiscordServer;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord.Admins;

/// <summary>The verbs that ask Discord, and starts that Discord refuses.</summary>
public sealed class VerbTests : IAsyncLifetime
{
    private const string Unknown = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.NobodyKnowsThisTokenAtAll";

    private readonly BotFolder _folder = new();
    private DiscordTestServer _server = null!;
    private Bot _app = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await DiscordTestServer.StartAsync();
        _app = _server.Control.AddBot();
        _folder.With("Discord__Token", _app.Token).With("Discord__ApiBaseUrl", _server.ApiBaseUrl);
    }

    public async ValueTask DisposeAsync()
    {
        _server.World.Violations.ShouldBeEmpty();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Invite_prints_the_link_for_a_token_an_id_or_says_what_is_missing()
    {
        var asked = await RunAsync("invite", "discord");
        asked.Exit.ShouldBe(0, asked.All);
        asked.Output.Trim().ShouldBe($"https://discord.com/oauth2/authorize?client_id={_app.ApplicationId}&scope=bot+applications.commands&permissions=309237763072&integration_type=0");
        (await RunAsync("invite", "discord", "--application", "123456789012345678")).Output.ShouldContain("client_id=123456789012345678&");
        (await RunAsync("invite", "discord", "--application", "my bot")).ShouldRefuse(2, "That is not the id of an application");
        _folder.With("Discord__Token", Unknown);
        (await RunAsync("invite", "discord")).ShouldRefuse(1, "Discord does not know the token");
        _folder.With("Discord__Token", "");
        (await RunAsync("invite", "discord")).ShouldRefuse(1, "Discord:Token is not set");
        (await RunAsync("invite", "discord", "--application", "123456789012345678")).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task Doctor_says_who_the_bot_is_and_what_keeps_it_from_hearing()
    {
        var good = await RunAsync("doctor");
        good.Exit.ShouldBe(0, good.All);
        good.Output.ShouldSay("The token is good: I am mlabot.");
        good.Output.ShouldSay("sessions may be started today");

        _app.InteractionsEndpointUrl = "https://example.org/interactions";
        (await RunAsync("doctor")).ShouldRefuse(1, "An Interactions Endpoint URL is set");
        _folder.With("Discord__CompressGateway", "perhaps");
        (await RunAsync("doctor")).ShouldRefuse(1, "Discord:CompressGateway is neither true nor false.");
        _folder.With("Discord__CompressGateway", "").With("Discord__Token", Unknown);
        (await RunAsync("doctor")).ShouldRefuse(1, "Discord does not know the token in Discord:Token.");
        await _server.StopAsync(TestContext.Current.CancellationToken);
        (await RunAsync("doctor")).ShouldRefuse(1, "Discord could not be asked");
        await _server.StartAgainAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_token_may_stand_in_a_file()
    {
        var file = _folder.In("token.txt");
        await File.WriteAllTextAsync(file, $"{_app.Token}\n", TestContext.Current.CancellationToken);
        _folder.With("Discord__Token", "").With("Discord__TokenFile", file);
        var good = await RunAsync("doctor");
        good.Exit.ShouldBe(0, good.All);
        good.Output.ShouldSay("The token is good");

        await File.WriteAllTextAsync(file, $"Bot {_app.Token}", TestContext.Current.CancellationToken);
        (await RunAsync("doctor")).ShouldRefuse(1, "does not look like a bot token");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        (await RunAsync("doctor")).ShouldRefuse(1, "does not look like a bot token");
    }

    [Fact]
    public async Task A_token_that_Discord_does_not_know_ends_the_start()
    {
        _folder.With("Discord__Token", Unknown);
        var run = (await RunAsync()).ShouldRefuse(1, "Discord does not know the token in Discord:Token. Copy it anew: Developer Portal, your application, Bot, Reset Token.");

        run.Errors.ShouldNotContain("hears Discord");
        _server.Requests.Count.ShouldBe(1, "a wrong token is tried once");
    }

    private async Task<BotRun> RunAsync(params string[] arguments)
    {
        var run = await _folder.RunAsync(arguments);
        run.All.ShouldNotContain(_app.Token);
        run.All.ShouldNotContain(Unknown);
        return run;
    }
}
