using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord.Admins;

/// <summary>The first word to a server that has just added the bot.</summary>
public sealed class GreetingTests
{
    [Fact]
    public async Task A_new_server_is_greeted_once_in_its_system_channel_and_one_without_is_not()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        var (silent, quiet) = Server(stage, "Without", hasSystemChannel: false);
        var (closed, shut) = Server(stage, "Closed", hasSystemChannel: true);
        control.SetOverwrite(shut, closed.Everyone, Permission.None, Permission.SendMessages);
        var (open, news) = Server(stage, "Open", hasSystemChannel: true);

        control.JoinBot(silent, stage.App);
        control.JoinBot(closed, stage.App, Permission.None);
        control.JoinBot(open, stage.App);
        (await stage.MessageAsync(news, "Hello, I am MlaBot")).Text.ShouldContain("`/setup`");
        control.Public(quiet).ShouldBeEmpty();
        control.Public(shut).ShouldBeEmpty();

        foreach (var isForgotten in new[] { false, true })
        {
            await stage.KillBotAsync();
            if (isForgotten)
            {
                stage.Server.GatewayForgets();
            }

            await stage.StartBotAsync();
        }

        // An outage that ends, and an admin who takes the bot back, are nothing new.
        control.SetOutage(open, isOut: true);
        control.SetOutage(open, isOut: false);
        control.RemoveBot(open, stage.App);
        control.JoinBot(open, stage.App);
        var (last, lastNews) = Server(stage, "Last", hasSystemChannel: true);
        control.JoinBot(last, stage.App);
        await stage.MessageAsync(lastNews, "Hello, I am MlaBot");

        control.Public(news).Count.ShouldBe(1);
        control.Public(news)[0].Pinged.ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_server_that_added_the_bot_while_it_was_down_is_greeted_at_the_next_start_and_never_again()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        await stage.StopBotAsync();
        stage.Server.GatewayForgets();
        var (added, news) = Server(stage, "Added", hasSystemChannel: true);
        control.JoinBot(added, stage.App);

        await stage.StartBotAsync();
        var greeting = await stage.MessageAsync(news, "Hello, I am MlaBot");
        await stage.WaitAsync(() => File.Exists(stage.Folder.In("data/discord-greeted.txt")) && File.ReadAllLines(stage.Folder.In("data/discord-greeted.txt")).Contains($"{added.Id}"), "the server to be remembered");

        // A greeting that somebody deleted is not wanted back.
        control.DeleteMessage(greeting);
        await stage.StopBotAsync();
        stage.Server.GatewayForgets();
        await stage.StartBotAsync();
        var (later, laterNews) = Server(stage, "Later", hasSystemChannel: true);
        control.JoinBot(later, stage.App);
        await stage.MessageAsync(laterNews, "Hello, I am MlaBot");

        control.Public(news).Count(message => !message.IsDeleted).ShouldBe(0);
        stage.ShouldHaveBehaved();
    }

    private static (Guild Guild, Channel Channel) Server(DiscordStage stage, string name, bool hasSystemChannel)
    {
        var guild = stage.Server.Control.AddGuild(name, stage.Ben);
        var channel = stage.Server.Control.AddChannel(guild, "general");
        guild.SystemChannelId = hasSystemChannel ? channel.Id : null;
        return (guild, channel);
    }
}
