using System.Globalization;

namespace MlaBot.Tests.Program.Rounds;

/// <summary>The way of a press to the bot costs nobody points.</summary>
public sealed class RoundFairnessTests(ITestOutputHelper console)
{
    private const int People = 20;
    private const int MostForSpeed = 500;

    [Theory]
    [MemberData(nameof(RoundStage.Platforms), MemberType = typeof(RoundStage))]
    public async Task With_up_to_300_ms_on_the_way_points_are_those_of_the_moment_of_the_press(string platform)
    {
        await using var stage = await RoundStage.StartAsync(platform, answerSeconds: 45);
        var study = stage.Study;
        var people = study.Join(People);
        var lobby = await study.LobbyAsync(("questions", "2"), ("domains", "1"), ("scoring", "gentle-speed"));
        await lobby.JoinAsync(people);
        var chance = new Random(20260301);
        stage.OnTheWay = () => TimeSpan.FromMilliseconds(Locked(chance, random => random.Next(300)));
        await study.Host.PressAsync(lobby, "Begin now");

        var presses = new List<(long Post, string Person, DateTimeOffset At)>();
        for (var number = 1; number <= 2; number++)
        {
            var question = await stage.QuestionAsync(study, number);
            // In the first question all press within the grace, some of them at its very end; in the second over four seconds.
            var told = await Task.WhenAll(people.Select((person, index) => LaterAsync(question, person, number == 1 ? 30 * index : 200 * index)));
            presses.AddRange(told.Zip(people, (each, person) => (question.Post.Number, person.Id, each.At)));
        }

        stage.OnTheWay = null;
        var (round, podium) = await stage.EndAsync(study);
        var table = stage.ShouldShowTheTable(round, podium);
        EverybodyHasTheirPoints(stage, round, table, presses);
        stage.ShouldHaveBehaved();
    }

    private void EverybodyHasTheirPoints(
        RoundStage stage, StoredRound round, IReadOnlyList<TableLine> table, IReadOnlyList<(long Post, string Person, DateTimeOffset At)> presses)
    {
        // The bot's clock is ahead of the platform's by what this file says.
        var ahead = TimeSpan.FromTicks(long.Parse(File.ReadAllText(stage.Folder.In("data/local-clock")), CultureInfo.InvariantCulture));
        var opened = stage.Rounds.Questions(round.Id).ToDictionary(question => question.Post.Number, question => question.OpenedAt!.Value);
        var stored = stage.Rounds.Answers(round.Id).ToDictionary(answer => (answer.Post, answer.Person), answer => answer.FirstAt);
        var took = presses.Select(press => (press.Person, press.Post, Ms: Math.Max(0, (press.At + ahead).ToUnixTimeMilliseconds() - opened[press.Post]))).ToArray();
        var lost = took.Select(press => stored[(press.Post, press.Person)] - opened[press.Post] - press.Ms).Where(ms => ms > 0).DefaultIfEmpty(0).Max();
        console.WriteLine(FormattableString.Invariant($"{took.Length} presses, {took.Count(press => press.Ms <= 1000)} within the grace; the most that the way cost is {lost} ms"));
        lost.ShouldBeLessThan(100);
        foreach (var line in table)
        {
            var own = took.Where(press => press.Person == line.Player.Person).ToArray();
            own.Length.ShouldBe(2);
            var due = own.Sum(press => stage.Rounds.Points(press.Ms, MostForSpeed));
            // A moment is cut to whole milliseconds twice, and a busy machine is never quite punctual.
            line.Points.ShouldBeInRange(due - 1, due + 1, $"{line.Player.Name} pressed after {string.Join(" and ", own.Select(press => press.Ms))} ms");
            foreach (var press in own.Where(press => press.Ms <= 1000))
            {
                stage.Rounds.Points(Math.Max(0, stored[(press.Post, press.Person)] - opened[press.Post]), MostForSpeed).ShouldBe(1000 + MostForSpeed);
            }
        }
    }

    private static async Task<Told> LaterAsync(OpenQuestion question, IRoundPerson person, int ms)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(ms), TimeProvider.System, TestContext.Current.CancellationToken);
        return await question.RightAsync(person);
    }

    private static T Locked<T>(Random random, Func<Random, T> draw)
    {
        lock (random)
        {
            return draw(random);
        }
    }
}
