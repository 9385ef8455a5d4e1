using MlaBot.Tests.Program.Discord;
using MlaBot.Tests.Program.Slack;

namespace MlaBot.Tests.Program.Rounds;

/// <summary>One program with a round on Discord and a round on Slack at the same time.</summary>
public sealed class BothPlatformsRoundTests
{
    [Fact]
    public async Task A_round_runs_on_each_platform_at_the_same_time()
    {
        await using var discord = await DiscordStage.PrepareAsync();
        await using var slack = await SlackStage.StartAsync(configure: stage =>
        {
            RoundStage.BeQuick(stage.Folder, answerSeconds: 6);
            stage.Folder.With("Discord__Token", discord.App.Token).With("Discord__ApiBaseUrl", discord.Server.ApiBaseUrl);
        });
        await discord.AdoptAsync(slack.Process, slack.Records);
        // They end with their stages.
        var (onSlack, onDiscord) = (new SlackRounds(slack), new DiscordRounds(discord));

        await Task.WhenAll(PlayAsync(onSlack), PlayAsync(onDiscord));

        onSlack.ShouldHaveBehaved();
        onDiscord.ShouldHaveBehaved();
    }

    private static async Task PlayAsync(RoundStage stage)
    {
        var study = stage.Study;
        await study.SetUpAsync();
        var people = study.Join(3);
        var lobby = await study.LobbyAsync(("questions", "2"), ("domains", "1,5"));
        await lobby.JoinAsync(people);
        await study.Host.PressAsync(lobby, "Begin now");
        for (var number = 1; number <= 2; number++)
        {
            var question = await stage.QuestionAsync(study, number);
            await Task.WhenAll(question.RightAsync(people[0]), question.RightAsync(people[1]), question.WrongAsync(people[2]));
        }

        var (round, podium) = await stage.EndAsync(study);
        stage.ShouldShowTheTable(round, podium).Select(line => (line.Player.Person, line.Right)).ShouldBe(
            [(people[0].Id, 2), (people[1].Id, 2), (people[2].Id, 0)], ignoreOrder: true);
        (await people[2].PressAsync(podium, "My report")).Text.ShouldContain("0 of 2 right");
    }
}
