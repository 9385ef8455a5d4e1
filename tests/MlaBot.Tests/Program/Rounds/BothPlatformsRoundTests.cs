using MlaBot.Tests.Program.Discord;
using MlaBot.Tests.Program.Slack;

namespace MlaBot.Tests.Program.Rounds;

/// <summary>One program with a round on Discord and a round on Slack at the same time; the way of a press to it costs nobody points.</summary>
public sealed class BothPlatformsRoundTests(ITestOutputHelper console)
{
    private const int People = 20;
    private const int MostForSpeed = 500;

    [Fact]
    public async Task On_both_platforms_at_once_and_with_300_ms_on_the_way_points_are_those_of_the_moment_of_the_press()
    {
        await using var discord = await DiscordStage.PrepareAsync();
        await using var slack = await SlackStage.StartAsync(configure: stage =>
        {
            RoundStage.BeQuick(stage.Folder, answerSeconds: 45);
            stage.Folder.With("Discord__Token", discord.App.Token).With("Discord__ApiBaseUrl", discord.Server.ApiBaseUrl);
        });
        await discord.AdoptAsync(slack.Process, slack.Records);
        // They end with their stages.
        var (onSlack, onDiscord) = (new SlackRounds(slack) { AnswerSeconds = 45 }, new DiscordRounds(discord) { AnswerSeconds = 45 });

        await Task.WhenAll(PlayAsync(onSlack, slack.Folder), PlayAsync(onDiscord, slack.Folder));

        onSlack.ShouldHaveBehaved();
        onDiscord.ShouldHaveBehaved();
    }

    private async Task PlayAsync(RoundStage stage, BotFolder folder)
    {
        var study = stage.Study;
        await study.SetUpAsync();
        var people = study.Join(People);
        var lobby = await study.LobbyAsync(("questions", "2"), ("domains", "1"), ("scoring", "gentle-speed"));
        await lobby.JoinAsync(people);
        stage.SlowTheWay(most: 300);
        await study.Host.PressAsync(lobby, "Begin now");

        var presses = new List<(long Post, string Person, DateTimeOffset At)>();
        for (var number = 1; number <= 2; number++)
        {
            var question = await stage.QuestionAsync(study, number);
            // In the first question all press within the grace, some of them at its very end; in the second over four seconds.
            var told = await Task.WhenAll(people.Select((person, index) => question.RightAfterAsync(person, number == 1 ? 30 * index : 200 * index)));
            presses.AddRange(told.Zip(people, (each, person) => (question.Post.Id, person.Id, each.At)));
        }

        stage.OnTheWay = null;
        var (round, podium) = await stage.EndAsync(study);
        EverybodyHasTheirPoints(stage, folder, round, stage.ShouldShowTheTable(round, podium), presses);
    }

    private void EverybodyHasTheirPoints(
        RoundStage stage, BotFolder folder, StoredRound round, IReadOnlyList<TableLine> table, IReadOnlyList<(long Post, string Person, DateTimeOffset At)> presses)
    {
        var ahead = folder.Ahead();
        var opened = stage.Rounds.Questions(round.Id).ToDictionary(question => question.Post.Id, question => question.OpenedAt!.Value);
        var stored = stage.Rounds.Answers(round.Id).ToDictionary(answer => (answer.Post, answer.Person), answer => answer.FirstAt);
        var took = presses.Select(press => (press.Person, press.Post, Ms: Math.Max(0, (press.At + ahead).ToUnixTimeMilliseconds() - opened[press.Post]))).ToArray();
        var cost = took.Select(press => Math.Max(0, stored[(press.Post, press.Person)] - opened[press.Post] - press.Ms)).Order().ToArray();
        console.WriteLine(FormattableString.Invariant(
            $"{stage.GetType().Name}: {took.Length} presses, {took.Count(press => press.Ms <= 1000)} within the grace; the way cost {cost.Average():0} ms on average and {cost[^1]} ms at most"));
        cost.Average().ShouldBeLessThan(50, "without the moment of the press it would be 150");
        foreach (var line in table)
        {
            var own = took.Where(press => press.Person == line.Player.Person).ToArray();
            own.Length.ShouldBe(2);
            var due = own.Sum(press => stage.Rounds.Points(press.Ms, MostForSpeed));
            // A moment is cut to whole milliseconds twice, and a busy machine is never quite punctual.
            line.Points.ShouldBeInRange(due - 2, due + 2, $"{line.Player.Name} pressed after {string.Join(" and ", own.Select(press => press.Ms))} ms");
            foreach (var press in own.Where(press => press.Ms <= 1000))
            {
                // Within the grace nobody loses anything; who pressed at its very end may be a moment over it.
                stage.Rounds.Points(Math.Max(0, stored[(press.Post, press.Person)] - opened[press.Post]), MostForSpeed).ShouldBeInRange(1000 + MostForSpeed - 1, 1000 + MostForSpeed);
            }
        }
    }
}
