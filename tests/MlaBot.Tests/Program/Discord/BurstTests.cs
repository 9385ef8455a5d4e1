using System.Globalization;
using System.Text.RegularExpressions;
using MlaBot.DiscordServer.Control;
using MlaBot.DiscordServer.Limits;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord;

/// <summary>Everybody presses at once, with Discord's limits on.</summary>
/// <remarks><c>MLABOT_BURST</c> sets how many people press within the second.</remarks>
[Collection(nameof(Alone))]
public sealed partial class BurstTests(ITestOutputHelper console)
{
    private const int Late = 40;
    private static readonly string[] Letters = ["A", "B", "C", "D"];

    private readonly int _people = Settings.Number("MLABOT_BURST", 500);

    [Theory]
    [InlineData("immediate")]
    [InlineData("at-close")]
    public async Task Each_of_500_people_in_a_second_gets_the_right_answer_in_time(string feedback)
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        await stage.SetUpAsync(stage.Study, stage.Admin, ("feedback", feedback), ("open", "30m"));
        var people = Enumerable.Range(0, _people + Late).Select(number => Join(stage, $"p{number}")).ToArray();
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        var ids = Letters.ToDictionary(letter => letter, letter => stage.ButtonId(question, letter), StringComparer.Ordinal);

        var presses = await PressAsync(control, question, people[.._people], ids);
        var after = presses.Select(press => press.Interaction.FirstResponse.Result).ToArray();
        Report($"{feedback}, {presses.Count} presses of {_people} people", after);

        after.ShouldAllBe(response => !response.IsFailed && response.Type == 4);
        EveryReplyIsTrue(stage, presses, feedback);
        await stage.WaitAsync(() => question.Text.Contains($"{_people} people have answered.", StringComparison.Ordinal), "the exact public count");

        stage.LetClockReach("2050-03-07T09:31:00Z");
        await stage.MessageAsync(stage.Study, "the answer is");
        var latecomers = await Task.WhenAll(people[_people..].Concat(people[..Late]).Select(person => control.PressOnOldView(person, question, ids["B"]).FirstResponse));
        Report($"{feedback}, {latecomers.Length} presses after the reveal", latecomers);

        latecomers.Take(Late).ShouldAllBe(response => response.Text.Contains("counts as practice", StringComparison.Ordinal));
        latecomers.Skip(Late).ShouldAllBe(response => response.Text.Contains("You have answered already", StringComparison.Ordinal));
        var stored = stage.Records.Answers();
        stored.Count(answer => !answer.IsPractice).ShouldBe(_people);
        stored.Count(answer => answer.IsPractice).ShouldBe(Late);
        stored.Select(answer => answer.Person).ShouldBeUnique();
        NothingWasOverdone(stage, question);
    }

    [Fact]
    public async Task Presses_around_the_close_are_each_told_what_was_stored()
    {
        await using var stage = await DiscordStage.StartAsync();
        var control = stage.Server.Control;
        await stage.SetUpAsync(stage.Study, stage.Admin, ("open", "30m"));
        var people = Enumerable.Range(0, 200).Select(number => Join(stage, $"p{number}")).ToArray();
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");

        var first = stage.ButtonId(question, "A");
        stage.LetClockReach("2050-03-07T09:31:00Z");
        var pressing = new List<(User Person, Task<FirstResponse> Response)>();
        foreach (var person in people)
        {
            pressing.Add((person, control.PressOnOldView(person, question, first).FirstResponse));
            // Spread over the second or so in which the question closes and is revealed.
            await Task.Delay(TimeSpan.FromMilliseconds(8), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        var responses = await Task.WhenAll(pressing.Select(press => press.Response));
        var reveal = await stage.MessageAsync(stage.Study, "the answer is");
        var stored = stage.Records.Answers().ToDictionary(answer => answer.Person, StringComparer.Ordinal);
        Report("200 presses around the close", responses);

        foreach (var ((person, _), response) in pressing.Zip(responses))
        {
            response.IsFailed.ShouldBeFalse();
            response.Text.ShouldContain("**A**");
            response.Text.Contains("counts as practice", StringComparison.Ordinal).ShouldBe(stored[person.Id.ToString(CultureInfo.InvariantCulture)].IsPractice, response.Text);
        }

        var counted = stored.Values.Count(answer => !answer.IsPractice);
        console.WriteLine($"{counted} counted, {stored.Count - counted} as practice");
        reveal.Text.ShouldContain(counted == 0 ? "Nobody answered in time." : $"of {counted} answered right.");
        NothingWasOverdone(stage, question);
    }

    private static User Join(DiscordStage stage, string name)
    {
        var person = stage.Server.Control.AddUser(name);
        stage.Server.Control.AddMember(stage.Guild, person);
        return person;
    }

    /// <summary>One press each over one second; one person in ten presses twice at once, half of them another letter.</summary>
    private static async Task<IReadOnlyList<Pressed>> PressAsync(DiscordControl control, Message question, IReadOnlyList<User> people, Dictionary<string, string> ids)
    {
        var presses = new List<Pressed>();
        var began = TimeProvider.System.GetTimestamp();
        for (var number = 0; number < people.Count; number++)
        {
            var letter = Letters[number % Letters.Length];
            presses.Add(new(people[number], letter, control.Press(people[number], question, ids[letter])));
            if (number % 10 == 0)
            {
                var second = number % 20 == 0 ? letter : Letters[(number + 1) % Letters.Length];
                presses.Add(new(people[number], second, control.Press(people[number], question, ids[second])));
            }

            var ahead = TimeSpan.FromSeconds((number + 1.0) / people.Count) - TimeProvider.System.GetElapsedTime(began);
            if (ahead > TimeSpan.FromMilliseconds(2))
            {
                await Task.Delay(ahead, TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }

        await Task.WhenAll(presses.Select(press => press.Interaction.FirstResponse));
        return presses;
    }

    private static void EveryReplyIsTrue(DiscordStage stage, IReadOnlyList<Pressed> presses, string feedback)
    {
        var right = stage.Records.Post(1).Right;
        var stored = stage.Records.Answers().ToDictionary(answer => answer.Person, StringComparer.Ordinal);
        foreach (var own in presses.GroupBy(press => press.Person))
        {
            var answer = stored[own.Key.Id.ToString(CultureInfo.InvariantCulture)];
            var letters = own.Select(press => press.Letter).ToArray();
            answer.First.ShouldBe(letters[0], $"{own.Key} pressed {string.Join(", ", letters)}");
            answer.Last.ShouldBe(feedback == "at-close" ? letters[^1] : letters[0]);
            answer.IsRight.ShouldBe(answer.Last == right);
            foreach (var press in own)
            {
                var text = press.Interaction.FirstResponse.Result.Text;
                press.Interaction.FirstResponse.Result.Message!.IsEphemeral.ShouldBeTrue();
                Shown().Match(text).Groups["letter"].Value.ShouldBe(feedback == "at-close" ? press.Letter : letters[0], text);
                text.Contains(feedback == "at-close" ? "You may change it until" : letters[0] == right ? "That is right." : $"The key is **{right}**", StringComparison.Ordinal).ShouldBeTrue(text);
            }
        }

        stored.Count.ShouldBe(presses.Select(press => press.Person).Distinct().Count());
    }

    private void NothingWasOverdone(DiscordStage stage, Message question)
    {
        console.WriteLine($"{question.Edits} edits of the question");
        stage.Server.World.Violations.ShouldBeEmpty();
        stage.Server.Limits.Hits.Where(hit => hit.Cause == LimitCause.Overrun).ShouldBeEmpty();
        stage.Server.Requests.Where(request => request.Status == 429).ShouldBeEmpty();
        stage.Server.World.Interactions.Values.ShouldAllBe(interaction => interaction.FollowUps == 0 && interaction.Edits == 0);
        stage.Process.Errors.ShouldBeFreeOfTraces();
        stage.Records.Integrity().ShouldBe("ok");
    }

    private void Report(string what, IEnumerable<FirstResponse> responses)
    {
        var delays = responses.Select(response => response.Delay.TotalMilliseconds).Order().ToArray();
        console.WriteLine(FormattableString.Invariant($"{what}: first response p50 {At(0.5):0} ms, p99 {At(0.99):0} ms, max {delays[^1]:0} ms"));
        double At(double share) => delays[(int)((delays.Length - 1) * share)];
    }

    private sealed record Pressed(User Person, string Letter, Interaction Interaction);

    [GeneratedRegex(@"Your answer to question 1: \*\*(?<letter>[A-D])\*\*\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shown();
}
