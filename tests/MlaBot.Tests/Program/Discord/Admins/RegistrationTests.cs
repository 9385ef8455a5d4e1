using MlaBot.DiscordServer;
using MlaBot.DiscordServer.Faults;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord.Admins;

/// <summary>Commands are registered when they changed, and in one place alone.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task Commands_are_sent_again_only_when_the_table_differs_from_what_was_sent()
    {
        await using var stage = await DiscordStage.StartAsync();
        stage.Calls("PUT", Route.Commands).ShouldBe(1);
        await stage.KillBotAsync();
        await stage.StartBotAsync();
        stage.Calls("PUT", Route.Commands).ShouldBe(1);

        await stage.KillBotAsync();
        // As an older version with another table left it.
        var file = stage.Folder.In("data/discord-commands.txt");
        var old = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, $"{old[..^1]}{(old[^1] == '0' ? '1' : '0')}", TestContext.Current.CancellationToken);
        await stage.StartBotAsync();
        await stage.WaitAsync(() => stage.Calls("PUT", Route.Commands) == 2, "a new registration");
        stage.App.Commands[0].ShouldAllBe(command => (string?)command.Json["contexts"]!.ToJsonString() == "[0]");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_server_for_development_gets_the_commands_alone_and_gives_them_back()
    {
        // Three starts within seconds meet a limit that a start knows nothing of.
        await using var stage = await DiscordStage.StartAsync(new DiscordServerOptions { LimitsRates = false });
        var everywhere = stage.App.Commands[0].Count;
        await stage.StopBotAsync();
        stage.Folder.With("Discord__DevelopmentGuild", $"{stage.Guild.Id}");
        await stage.StartBotAsync();
        await stage.WaitAsync(() => stage.App.Commands.GetValueOrDefault(stage.Guild.Id)?.Count == everywhere, "the commands of one server");
        stage.App.Commands[0].ShouldBeEmpty("a command in both places is shown twice");

        await stage.StopBotAsync();
        stage.Folder.With("Discord__DevelopmentGuild", "");
        await stage.StartBotAsync();
        await stage.WaitAsync(() => stage.App.Commands[0].Count == everywhere, "the commands of all servers");
        stage.App.Commands[stage.Guild.Id].ShouldBeEmpty();
        stage.Calls("PUT", Route.Commands).ShouldBe(3);
        stage.Calls("PUT", Route.GuildCommands).ShouldBe(2);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_bot_whose_commands_are_refused_still_runs()
    {
        await using var stage = await DiscordStage.StartAsync();
        await stage.StopBotAsync();
        File.Delete(stage.Folder.In("data/discord-commands.txt"));
        using var refusal = stage.Server.Faults.Add(new Fault(FaultKind.Refuse) { Method = "PUT", Route = Route.Commands, Status = 400, Code = 30034 });
        await stage.StartBotAsync();

        await stage.Process.WaitForErrorAsync("The commands could not be registered; older ones go on working");
        (await stage.WizardAsync()).Text.ShouldContain("#study");
        stage.ShouldEndClean();
    }

    [Theory]
    [InlineData(FaultKind.ServerError, 4)]
    [InlineData(FaultKind.TooManyRequests, 1)]
    public async Task Commands_that_Discord_cannot_take_yet_are_registered_later_while_the_bot_hears(FaultKind kind, int times)
    {
        await using var stage = await DiscordStage.StartAsync(new DiscordServerOptions { LimitsRates = false });
        await stage.StopBotAsync();
        File.Delete(stage.Folder.In("data/discord-commands.txt"));
        stage.App.Commands.Clear();
        stage.Server.Faults.Add(new Fault(kind) { Method = "PUT", Route = Route.Commands, Status = 503, Times = times, RetryAfter = TimeSpan.FromSeconds(5) });

        // Ready once it hears and its commands are there.
        await stage.StartBotAsync();

        stage.Calls("PUT", Route.Commands).ShouldBe(1 + times + 1);
        await stage.Process.WaitForErrorAsync("Registered ");
        stage.Process.Errors.IndexOf("hears Discord", StringComparison.Ordinal).ShouldBeLessThan(stage.Process.Errors.IndexOf("Registered ", StringComparison.Ordinal));
        stage.ShouldHaveBehaved();
    }
}
