using System.Text.RegularExpressions;
using MlaBot.SlackServer.Limits;
using MlaBot.SlackServer.Sockets;
using MlaBot.SlackServer.World;
using MlaBot.Tests.Program.Discord;

namespace MlaBot.Tests.Program.Slack;

/// <summary>Everybody presses at once, with Slack's limits on.</summary>
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
        await using var stage = await SlackStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin, $"feedback:{feedback} open:30m");
        await stage.EphemeralAsync(stage.Admin, stage.Study, "This channel is set up");
        var people = Enumerable.Range(0, _people + Late).Select(number => Join(stage, $"p{number}")).ToArray();
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        var buttons = Buttons(stage, question);

        var presses = await PressAsync(stage, question, people[.._people], buttons);
        Report($"{feedback}, {presses.Count} presses of {_people} people", presses.Select(press => press.Act));
        presses.ShouldAllBe(press => !press.Act.IsTimedOut);
        await stage.WaitAsync(() => presses.All(press => press.Act.Messages.Count > 0), "an ephemeral answer to every press");
        EveryReplyIsTrue(stage, presses, feedback);
        await stage.WaitAsync(() => question.Words.Contains($"{_people} people have answered.", StringComparison.Ordinal), "the exact public count");

        stage.LetClockReach("2050-03-07T09:31:00Z");
        await stage.MessageAsync(stage.Study, "the answer is");
        var latecomers = await Task.WhenAll(people[_people..].Concat(people[..Late]).Select(person => PressOldAsync(stage, person, question, buttons["B"])));
        Report($"{feedback}, {latecomers.Length} presses after the reveal", latecomers);

        await stage.WaitAsync(() => latecomers.All(act => act.Messages.Count > 0), "an answer to every late press");
        latecomers.Take(Late).ShouldAllBe(act => Text(act).Contains("counts as practice", StringComparison.Ordinal));
        latecomers.Skip(Late).ShouldAllBe(act => Text(act).Contains("You have answered already", StringComparison.Ordinal));
        var stored = stage.Records.Answers();
        stored.Count(answer => !answer.IsPractice).ShouldBe(_people);
        stored.Count(answer => answer.IsPractice).ShouldBe(Late);
        stored.Select(answer => answer.Person).ShouldBeUnique();
        NothingWasOverdone(stage, question);
    }

    [Fact]
    public async Task Every_envelope_delivered_twice_changes_nothing_but_the_number_of_acknowledgements()
    {
        await using var stage = await SlackStage.StartAsync();
        var sockets = stage.Server.SocketControl();
        await stage.SetUpAsync(stage.Study, stage.Admin, "open:30m");
        var people = Enumerable.Range(0, _people).Select(number => Join(stage, $"p{number}")).ToArray();
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");
        var before = sockets.Received.Count;

        sockets.Doubles = DoubleDelivery.NewEnvelope;
        var presses = await PressAsync(stage, question, people, Buttons(stage, question));
        Report($"{presses.Count} presses of {_people} people, each delivered twice", presses.Select(press => press.Act));

        presses.ShouldAllBe(press => !press.Act.IsTimedOut);
        await stage.WaitAsync(() => sockets.Received.Count - before >= 2 * presses.Count, "an acknowledgement of every delivery");
        await stage.WaitAsync(() => presses.All(press => press.Act.Messages.Count > 0), "an ephemeral answer to every press");
        presses.ShouldAllBe(press => press.Act.Messages.Count == 1);
        EveryReplyIsTrue(stage, presses, "immediate");
        await stage.WaitAsync(() => question.Words.Contains($"{_people} people have answered.", StringComparison.Ordinal), "the exact public count");
        NothingWasOverdone(stage, question);
    }

    [Fact]
    public async Task Presses_around_the_close_are_each_told_what_was_stored()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin, "open:30m");
        var people = Enumerable.Range(0, 200).Select(number => Join(stage, $"p{number}")).ToArray();
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.MessageAsync(stage.Study, "Question 1");

        var first = Buttons(stage, question)["A"];
        stage.LetClockReach("2050-03-07T09:31:00Z");
        var pressing = new List<(User Person, Task<Act> Act)>();
        foreach (var person in people)
        {
            pressing.Add((person, PressOldAsync(stage, person, question, first)));
            // Spread over the second or so in which the question closes and is revealed.
            await Task.Delay(TimeSpan.FromMilliseconds(8), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        var acts = await Task.WhenAll(pressing.Select(press => press.Act));
        Report("200 presses around the close", acts);
        var reveal = await stage.MessageAsync(stage.Study, "the answer is");
        await stage.WaitAsync(() => acts.All(act => act.Messages.Count > 0), "an answer to every press");
        var stored = stage.Records.Answers().ToDictionary(answer => answer.Person, StringComparer.Ordinal);
        foreach (var ((person, _), act) in pressing.Zip(acts))
        {
            act.IsTimedOut.ShouldBeFalse();
            Shown().Match(Text(act)).Groups["letter"].Value.ShouldBe("A", Text(act));
            Text(act).Contains("counts as practice", StringComparison.Ordinal).ShouldBe(stored[person.Id].IsPractice, Text(act));
        }

        var counted = stored.Values.Count(answer => !answer.IsPractice);
        console.WriteLine($"{counted} counted, {stored.Count - counted} as practice");
        reveal.Words.ShouldContain(counted == 0 ? "Nobody answered in time." : $"of {counted} answered right.");
        NothingWasOverdone(stage, question);
    }

    private static User Join(SlackStage stage, string name)
    {
        var person = stage.Server.Control.AddUser(stage.Team, name, "UTC");
        stage.Server.Control.AddMembers(stage.Study, person);
        return person;
    }

    /// <summary>The action ids of the letters: they last as long as the message, also when the buttons are gone by then.</summary>
    private static Dictionary<string, string> Buttons(SlackStage stage, Message question)
    {
        lock (stage.Server.World.Gate)
        {
            return BlockParts.Controls(question.Blocks).Where(control => control.Type is "button").ToDictionary(control => Label(control), control => control.ActionId, StringComparer.Ordinal);
        }
    }

    private static string Label(BlockControl control) => (string)control.Element["text"]!["text"]!;

    private static Task<Act> PressOldAsync(SlackStage stage, User person, Message question, string actionId) => stage.Server.Control.PressOldAsync(person, question, actionId);

    /// <summary>One press each over one second; one person in ten presses twice at once, half of them another letter.</summary>
    private static async Task<IReadOnlyList<Pressed>> PressAsync(SlackStage stage, Message question, IReadOnlyList<User> people, Dictionary<string, string> buttons)
    {
        var control = stage.Server.Control;
        var presses = new List<(User Person, string Letter, Task<Act> Act)>();
        var began = TimeProvider.System.GetTimestamp();
        for (var number = 0; number < people.Count; number++)
        {
            var letter = Letters[number % Letters.Length];
            presses.Add((people[number], letter, control.PressAsync(people[number], question, buttons[letter])));
            if (number % 10 == 0)
            {
                var second = number % 20 == 0 ? letter : Letters[(number + 1) % Letters.Length];
                presses.Add((people[number], second, control.PressAsync(people[number], question, buttons[second])));
            }

            var ahead = TimeSpan.FromSeconds((number + 1.0) / people.Count) - TimeProvider.System.GetElapsedTime(began);
            if (ahead > TimeSpan.FromMilliseconds(2))
            {
                await Task.Delay(ahead, TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }

        var acts = await Task.WhenAll(presses.Select(press => press.Act));
        return [.. presses.Zip(acts, (press, act) => new Pressed(press.Person, press.Letter, act))];
    }

    private static void EveryReplyIsTrue(SlackStage stage, IReadOnlyList<Pressed> presses, string feedback)
    {
        var right = stage.Records.Post(1).Right;
        var stored = stage.Records.Answers().ToDictionary(answer => answer.Person, StringComparer.Ordinal);
        foreach (var own in presses.GroupBy(press => press.Person))
        {
            var answer = stored[own.Key.Id];
            var letters = own.Select(press => press.Letter).ToArray();
            // Two presses of one moment take two sockets, so either may be the first; what counts is that every reply says what is stored.
            letters.ShouldContain(answer.First, $"{own.Key} pressed {string.Join(", ", letters)}");
            answer.IsRight.ShouldBe(answer.Last == right);
            foreach (var press in own)
            {
                var text = Text(press.Act);
                press.Act.Messages.ShouldAllBe(message => message.Reader == own.Key);
                Shown().Match(text).Groups["letter"].Value.ShouldBe(feedback == "at-close" ? press.Letter : answer.First, text);
                text.Contains(feedback == "at-close" ? "You may change it until" : answer.First == right ? "That is right." : $"The key is {right}", StringComparison.Ordinal).ShouldBeTrue(text);
            }
        }

        stored.Count.ShouldBe(presses.Select(press => press.Person).Distinct().Count());
    }

    private static string Text(Act act) => string.Join('\n', act.Messages.Select(message => message.Words));

    private void NothingWasOverdone(SlackStage stage, Message question)
    {
        console.WriteLine($"{question.Edits} edits of the question");
        stage.Server.Limits.Hits.Where(hit => hit.Cause == LimitCause.Overrun).ShouldBeEmpty();
        stage.ShouldHaveBehaved();
    }

    private void Report(string what, IEnumerable<Act> acts)
    {
        var delays = acts.Select(act => act.IsTimedOut ? double.PositiveInfinity : act.AckAfter.TotalMilliseconds).Order().ToArray();
        console.WriteLine(FormattableString.Invariant($"{what}: acknowledged p50 {At(0.5):0} ms, p99 {At(0.99):0} ms, max {delays[^1]:0} ms"));
        double At(double share) => delays[(int)((delays.Length - 1) * share)];
    }

    private sealed record Pressed(User Person, string Letter, Act Act);

    [GeneratedRegex(@"Your answer to question 1: (?<letter>[A-D])\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shown();
}
