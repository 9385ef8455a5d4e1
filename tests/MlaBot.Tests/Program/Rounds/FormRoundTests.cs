namespace MlaBot.Tests.Program.Rounds;

/// <summary>Questions that take more than one press: forms on Slack, drafts and menus on Discord. The way of what is sent costs nobody points.</summary>
public sealed class FormRoundTests(ITestOutputHelper console)
{
    private const int People = 8;
    private const int MostForSpeed = 200;

    // A form on Slack carries no time, so the bot takes half a second off its arrival: at 200 points a minute that is 2 points.
    private const int MostGained = 2;

    [Theory]
    [MemberData(nameof(RoundStage.Platforms), MemberType = typeof(RoundStage))]
    public async Task With_300_ms_on_the_way_nobody_loses_points_against_the_moment_of_sending_and_nobody_gains_more_than_two(string platform)
    {
        await using var stage = await RoundStage.StartAsync(platform, answerSeconds: 60);
        var study = stage.Study;
        var people = study.Join(People);
        var lobby = await study.LobbyAsync(("questions", "3"), ("domains", "2,3,4"));
        await lobby.JoinAsync(people);
        stage.SlowTheWay(most: 300);
        await study.Host.PressAsync(lobby, "Begin now");

        var sent = new List<(long Post, string Person, DateTimeOffset At)>();
        var types = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 1; number <= 3; number++)
        {
            var question = await stage.QuestionAsync(study, number);
            types.Add(question.Post.Item.Type.ToString());
            var told = await Task.WhenAll(people.Select((person, index) => question.RightAfterAsync(person, 1000 + (250 * index))));
            sent.AddRange(told.Zip(people, (each, person) => (question.Post.Id, person.Id, each.At)));
        }

        types.Count.ShouldBeGreaterThan(1);
        stage.OnTheWay = null;
        var (round, podium) = await stage.EndAsync(study);
        stage.ShouldShowTheTable(round, podium);
        EveryAnswerHasItsPoints(stage, platform, round, sent);
        stage.ShouldHaveBehaved();
    }

    private void EveryAnswerHasItsPoints(RoundStage stage, string platform, StoredRound round, IReadOnlyList<(long Post, string Person, DateTimeOffset At)> sent)
    {
        var ahead = stage.Folder.Ahead();
        var opened = stage.Rounds.Questions(round.Id).ToDictionary(question => question.Post.Id, question => question.OpenedAt!.Value);
        var stored = stage.Rounds.Answers(round.Id).ToDictionary(answer => (answer.Post, answer.Person), answer => answer);
        var late = new List<long>();
        foreach (var (post, person, at) in sent)
        {
            var answer = stored[(post, person)];
            answer.IsRight.ShouldBeTrue();
            var due = (at + ahead).ToUnixTimeMilliseconds() - opened[post];
            var counted = Math.Max(0, answer.FirstAt - opened[post]);
            late.Add(counted - due);
            var gained = stage.Rounds.Points(counted, MostForSpeed) - stage.Rounds.Points(Math.Max(0, due), MostForSpeed);
            // A busy machine is never quite punctual: a third of a second is a point.
            gained.ShouldBeInRange(-1, MostGained, $"sent after {due} ms, counted after {counted} ms");
        }

        console.WriteLine(FormattableString.Invariant($"{platform}: {late.Count} answers, counted {late.Average():0} ms after their sending on average, from {late.Min()} to {late.Max()} ms"));
        late.Average().ShouldBeLessThan(50, "without the moment of sending it would be 150");
    }
}
