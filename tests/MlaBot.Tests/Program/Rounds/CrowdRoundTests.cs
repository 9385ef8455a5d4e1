using MlaBot.Tests.Program.Discord;

namespace MlaBot.Tests.Program.Rounds;

/// <summary>Many people play one round, with the platform's limits on.</summary>
/// <remarks><c>MLABOT_CROWD</c> sets how many are the most.</remarks>
[Collection(nameof(Alone))]
public sealed class CrowdRoundTests(ITestOutputHelper console)
{
    private readonly int _most = Settings.Number("MLABOT_CROWD", 500);

    [Theory]
    [MemberData(nameof(RoundStage.Platforms), MemberType = typeof(RoundStage))]
    public async Task Each_of_50_and_then_of_500_people_is_answered_in_time_and_stands_in_the_table(string platform)
    {
        await using var stage = await RoundStage.StartAsync(platform, answerSeconds: 30, countsEverySeconds: 1);
        await PlayAsync(stage, stage.Study, platform, 50, questions: 1);
        await PlayAsync(stage, await stage.AddPlaceAsync("hall"), platform, _most, questions: 2);
        stage.ShouldHaveBehaved();
    }

    private async Task PlayAsync(RoundStage stage, RoundPlace place, string platform, int count, int questions)
    {
        var people = place.Join(count);
        var before = stage.Process.Megabytes;
        var lobby = await place.LobbyAsync(("questions", $"{questions}"), ("domains", "1"), ("scoring", "accuracy-only"));
        var joined = await SpreadAsync(people, person => person.PressAsync(lobby, "Join"));
        Report($"{platform}, {count} people join", joined);
        joined.ShouldAllBe(told => told.Text.Contains("You are in", StringComparison.Ordinal));
        await place.Host.PressAsync(lobby, "Begin now");

        var edits = 0;
        for (var number = 1; number <= questions; number++)
        {
            var question = await stage.QuestionAsync(place, number);
            var told = await SpreadAsync(people, person => Array.IndexOf(people, person) % 3 == 0 ? question.WrongAsync(person) : question.RightAsync(person));
            Report($"{platform}, {count} people answer question {number}", told);
            told.ShouldAllBe(each => each.Text.Contains("The result follows when time is up.", StringComparison.Ordinal));
            (await place.PostingAsync($"Round question {number} of {questions}: the answer is")).Text.ShouldContain($"{count - ((count + 2) / 3)} of {count} answered right.");
            edits += question.Message.Edits;
        }

        var (round, podium) = await stage.EndAsync(place);
        var after = stage.Process.Megabytes;
        console.WriteLine(FormattableString.Invariant(
            $"{platform}, {count} people: {edits} edits of questions, {lobby.Edits} of the lobby; memory {before:0} MB before, {after:0} MB after"));
        var table = stage.ShouldShowTheTable(round, podium);
        table.Select(line => line.Player.Person).ShouldBe(people.Select(person => person.Id), ignoreOrder: true);
        // All who were right share the first place, and the others come after all of them.
        table.Select(line => (line.Rank, line.Points)).Distinct().ShouldBe([(1, 1000 * questions), (count - ((count + 2) / 3) + 1, 0)]);
        (after - before).ShouldBeLessThan(100, "memory stays bounded");
    }

    /// <summary>Lets everybody act within a second or two.</summary>
    private static async Task<Told[]> SpreadAsync(IRoundPerson[] people, Func<IRoundPerson, Task<Told>> act)
    {
        var acting = new List<Task<Told>>();
        var began = TimeProvider.System.GetTimestamp();
        foreach (var person in people)
        {
            acting.Add(act(person));
            var ahead = TimeSpan.FromSeconds((people.Length > 100 ? 2.0 : 1.0) * acting.Count / people.Length) - TimeProvider.System.GetElapsedTime(began);
            if (ahead > TimeSpan.FromMilliseconds(2))
            {
                await Task.Delay(ahead, TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }

        return await Task.WhenAll(acting);
    }

    private void Report(string what, IEnumerable<Told> told)
    {
        var waits = told.Select(each => each.After.TotalMilliseconds).Order().ToArray();
        console.WriteLine(FormattableString.Invariant($"{what}: answered p50 {At(0.5):0} ms, p99 {At(0.99):0} ms, max {waits[^1]:0} ms"));
        double At(double share) => waits[(int)((waits.Length - 1) * share)];
    }
}
