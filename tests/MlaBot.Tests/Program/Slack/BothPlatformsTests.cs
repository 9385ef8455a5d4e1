using MlaBot.DiscordServer;
using MlaBot.SlackServer.Sockets;

namespace MlaBot.Tests.Program.Slack;

/// <summary>One program that serves Discord and Slack at once.</summary>
public sealed class BothPlatformsTests
{
    [Fact]
    public async Task Both_platforms_are_served_side_by_side_and_one_outlives_the_other()
    {
        await using var discord = await DiscordTestServer.StartAsync();
        var chat = discord.Control;
        var bot = chat.AddBot();
        var (owner, dan) = (chat.AddUser("olga"), chat.AddUser("dan"));
        var guild = chat.AddGuild("Guild", owner);
        var study = chat.AddChannel(guild, "study");
        chat.AddMember(guild, dan);
        chat.JoinBot(guild, bot);
        await using var stage = await SlackStage.StartAsync(configure: stage => stage.Folder.With("Discord__Token", bot.Token).With("Discord__ApiBaseUrl", discord.ApiBaseUrl));
        await stage.Process.WaitForErrorAsync("hears Discord");
        await chat.WaitUntilAsync(() => bot.Commands.Values.Any(commands => commands.Count > 0), "the bot's commands", TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        var ana = stage.Learner(stage.Ana);

        (await stage.Learner(stage.Admin).TypeAsync("/mla setup UTC 09:00 open:24")).ShouldContain("This channel is set up");
        await chat.CommandAsync(owner, study, "setup", Options(("zone", "UTC"), ("open", "24")));
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var onSlack = await stage.QuestionAsync(stage.Study, 1);
        var onDiscord = await DiscordAsync("Question 1 · Domain ");
        onDiscord.Text.ShouldNotContain("/mla");

        // At the same time, each in its own words.
        var typed = ana.TypeAsync("/mla help");
        var pressed = ana.PressAsync(onSlack, stage.Records.Post(1).Right);
        var help = chat.CommandAsync(dan, study, "help", Options());
        var press = chat.PressLabelAsync(dan, onDiscord, stage.Records.Post(6).Right);
        (await pressed).Words.ShouldContain("That is right.");
        (await press).Text.ShouldContain("That is right.");
        (await typed).ShouldContain("/mla why");
        var text = (await help).Text;
        text.ShouldContain("/why");
        text.ShouldNotContain("/mla");
        (await ana.TypeAsync("/mla why 2")).ShouldContain("There is no question 2 here.");
        stage.Records.Answers().Select(answer => (answer.Post, answer.IsRight)).ShouldBe([(1, true), (6, true)]);

        // Discord goes away: Slack goes on, and what Discord misses is not posted twice when it is back.
        await discord.StopAsync();
        stage.LetClockReach("2050-03-07T12:00:05Z");
        (await ana.AnswerAsync(await stage.QuestionAsync(stage.Study, 2), "Choose three", ("picked", LearnerDays.Letters(stage.Records.Post(2).Right)))).ShouldContain("That is right.");
        await discord.StartAgainAsync();
        await DiscordAsync("Question 2 · Domain ");

        // And the other way round.
        await stage.Server.StopAsync();
        stage.LetClockReach("2050-03-07T15:00:05Z");
        var third = await DiscordAsync("Question 3 · Domain ");
        (await chat.PressLabelAsync(dan, third, "I don't know")).Text.ShouldContain("Your answer to question 3: **don't know**.");
        await stage.Server.StartAgainAsync();
        await stage.QuestionAsync(stage.Study, 3);
        // A question goes out as soon as Slack takes calls; presses come when the sockets stand again.
        await stage.WaitAsync(() => stage.Server.SocketControl().Figures(stage.App).Open > 0, "a socket after the outage");
        (await ana.PressAsync(onSlack, "My answer")).Words.ShouldContain($"You answered {stage.Records.Post(1).Right}: right.");
        (await stage.StopBotAsync()).ShouldBe(0, stage.Log);
        stage.Public(stage.Study).Count.ShouldBe(3);
        chat.Public(study).Count.ShouldBe(3);
        discord.World.Violations.ShouldBeEmpty();
        stage.Server.World.Violations.ShouldBeEmpty();
        stage.Log.ShouldBeFreeOfTraces();

        Task<MlaBot.DiscordServer.World.Message> DiscordAsync(string words) =>
            chat.WaitForMessageAsync(study, message => !message.IsEphemeral && message.Text.Contains(words, StringComparison.Ordinal), $"\"{words}\" on Discord\n{stage.Log}", TimeSpan.FromSeconds(60));
    }

    private static Dictionary<string, object> Options(params (string Name, object Value)[] options) =>
        options.ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal);
}
