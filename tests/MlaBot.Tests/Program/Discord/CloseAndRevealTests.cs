using MlaBot.Core.Daily;
using MlaBot.DiscordServer.Faults;
using MlaBot.DiscordServer.World;
using MlaBot.Tests.Program.Discord.Admins;

namespace MlaBot.Tests.Program.Discord;

/// <summary>The end of a question: closing, drain, reveal, practice. Results are told when it closes.</summary>
public sealed class CloseAndRevealTests
{
    [Fact]
    public async Task At_closing_time_answers_under_way_still_count_and_the_reveal_tells_key_and_distribution()
    {
        await using var stage = await DiscordStage.StartAsync();
        var (ana, ben, olga) = (new Learner(stage, stage.Ana, stage.Study), new Learner(stage, stage.Ben, stage.Study), new Learner(stage, stage.Admin, stage.Study));
        await stage.SetUpAsync(stage.Study, stage.Admin, ("feedback", "at-close"));
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.QuestionAsync(stage.Study, 1);
        var (right, wrong) = (stage.Records.Post(1).Right, stage.Records.Post(1).Wrong);

        var recorded = (await ana.PressAsync(question, wrong)).Text;
        recorded.ShouldContain($"Your answer to question 1: **{wrong}**. You may change it until");
        recorded.ShouldNotContain("✓");
        (await ana.PressAsync(question, right)).Text.ShouldContain("Changed");
        (await ben.PressAsync(question, wrong)).Text.ShouldContain("Recorded");
        (await ana.PressAsync(question, "My answer")).Text.ShouldContain($"You answered {right}. This channel gives results when a question closes.");
        (await ben.TypeAsync("why", ("question", "1"))).ShouldContain($"You answered {wrong}. This channel gives results when a question closes.");
        (await olga.TypeAsync("why", ("question", "1"))).ShouldContain("Question 1 is open and you have not answered it.");
        await stage.WaitAsync(() => question.Text.Contains("2 people have answered.", StringComparison.Ordinal), "the count");

        // The store closes on time; people see it as soon as Discord carries the edit out.
        stage.Server.Faults.Add(new Fault(FaultKind.DelayBefore) { Method = "PATCH", Route = Route.Message, Delay = TimeSpan.FromSeconds(1), Times = 1 });
        var open = ana.Picture(question);
        stage.LetClockReach("2050-03-07T21:00:05Z");
        await stage.WaitAsync(() => stage.Records.Post(1).State == PostState.Closing, "the drain");
        (await olga.PressAsync(question, right)).Text.ShouldContain("Recorded");

        var reveal = await stage.RevealAsync(stage.Study, 1);
        reveal.Reference.ShouldBe(question);
        reveal.Text.ShouldContain($"Question 1: the answer is {right}");
        reveal.Text.ShouldContain("2 of 3 answered right.");
        var bars = reveal.Text.Split('\n').Where(line => line.Contains(" of 3 (", StringComparison.Ordinal)).ToDictionary(line => line[1..2], StringComparer.Ordinal);
        bars.Keys.ShouldBe(["A", "B", "C", "D"]);
        bars[right].ShouldContain("2 of 3 (67 %) ✓ **key**");
        bars[wrong].ShouldContain("1 of 3 (33 %)");
        foreach (var person in new[] { "Ana", "Ben", "Olga" })
        {
            reveal.Text.ShouldNotContain(person);
        }

        ana.Controls(question).ShouldAllBe(id => id.StartsWith("daily.show") || id.StartsWith("daily.why") || id.StartsWith("daily.report"));
        question.Text.ShouldContain("Closed. The reveal comes as a reply. ");

        // Whoever's client still shows the buttons gets practice, and so does who types.
        (await ana.PressOnAsync(question, open, wrong)).Text.ShouldContain("The first answer is final.");
        stage.Records.Answer(1, ana).ShouldBe(new StoredAnswerRow(1, ana.Id, wrong, right, 1, false, true));
        stage.Records.Answer(1, ben).ShouldBe(new StoredAnswerRow(1, ben.Id, wrong, wrong, 0, false, false));
        stage.Records.Answer(1, olga).ShouldBe(new StoredAnswerRow(1, olga.Id, right, right, 0, false, true));
        var (chen, dora) = (stage.Join("chen"), stage.Join("dora"));
        var late = (await chen.PressOnAsync(question, open, right)).Text;
        late.ShouldContain("That is right. It was revealed before, so this counts as practice.");
        late.ShouldNotContain("Streak");
        (await dora.TypeAsync("answer", ("question", "1"), ("letters", wrong))).ShouldContain("counts as practice.");
        stage.Records.Answer(1, chen)!.IsPractice.ShouldBeTrue();
        (await dora.TypeAsync("streak")).ShouldContain("No row is running.");

        var fred = stage.Join("fred");
        var practice = (await fred.PressAsync(question, "Practise")).Message!;
        practice.Text.ShouldContain("an answer is practice now");
        (await fred.PressAsync(practice, right)).Text.ShouldContain("counts as practice.");
        stage.Records.Answer(1, fred)!.IsPractice.ShouldBeTrue();

        (await ana.PressAsync(reveal, "My answer")).Text.ShouldContain($"You answered **{right}**: right. Your first answer was {wrong}.");
        (await stage.Join("emil").TypeAsync("why", ("question", "1"))).ShouldContain($"✓ **{right}** · Birch");
        (await ana.TypeAsync("streak")).ShouldContain("1 day, today included.");
        stage.Server.Control.Public(stage.Study).Count(message => message.Text.Contains("Question 1: the answer", StringComparison.Ordinal)).ShouldBe(1);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task Edits_that_fail_at_closing_time_or_when_a_question_is_taken_back_are_made_up_for()
    {
        await using var stage = await DiscordStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin, ("open", "4"));
        stage.LetClockReach("2050-03-07T12:00:05Z");
        var olga = new Learner(stage, stage.Admin, stage.Study);
        var (closed, withdrawn) = (await stage.QuestionAsync(stage.Study, 1), await stage.QuestionAsync(stage.Study, 2));
        await stage.WaitAsync(() => stage.Records.Post(2).State == PostState.Open, "question 2 to be open");
        using (stage.Server.Faults.Add(new Fault(FaultKind.ServerError) { Method = "PATCH", Route = Route.Message }))
        {
            (await olga.TypeAsync("withdraw", ("question", "2"), ("reason", "The key is disputed."))).ShouldContain("is taken back");
            stage.LetClockReach("2050-03-07T13:01:00Z");
            await stage.RevealAsync(stage.Study, 1);
            closed.Text.ShouldContain("Open until");
            withdrawn.Text.ShouldContain("Open until");
        }

        await stage.WaitAsync(() => closed.Text.Contains("Closed. The reveal comes as a reply.", StringComparison.Ordinal), "the closed question");
        await stage.WaitAsync(() => withdrawn.Words().Contains("The key is disputed.", StringComparison.Ordinal), "the question that was taken back");
        olga.Controls(closed).ShouldAllBe(id => id.StartsWith("daily.show") || id.StartsWith("daily.why") || id.StartsWith("daily.report"));
        await stage.WaitAsync(() => stage.Records.Post(1).State == PostState.Settled, "the end of question 1");
        stage.Said(stage.Study, "Question 1: the answer is").Count.ShouldBe(1);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_bot_that_dies_before_it_shows_a_count_shows_it_after_the_next_start()
    {
        await using var stage = await DiscordStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.QuestionAsync(stage.Study, 1);
        using (stage.Server.Faults.Add(new Fault(FaultKind.ServerError) { Method = "PATCH", Route = Route.Message }))
        {
            await new Learner(stage, stage.Ana, stage.Study).PressAsync(question, stage.Records.Post(1).Right);
            await stage.KillBotAsync();
        }

        question.Text.ShouldContain("Nobody has answered yet.");
        await stage.StartBotAsync();

        await stage.WaitAsync(() => question.Text.Contains("1 person has answered.", StringComparison.Ordinal), "the count");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_bot_that_dies_around_a_reveal_publishes_it_once()
    {
        await using var stage = await DiscordStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        stage.LetClockReach("2050-03-07T23:00:00Z");
        await stage.RevealAsync(stage.Study, 1);

        // The reveal stands in the channel, and the bot dies before it hears so.
        using (stage.Server.Faults.Add(new Fault(FaultKind.DelayAfter) { Method = "POST", Route = Route.Messages, Delay = TimeSpan.FromSeconds(20), Times = 1 }))
        {
            stage.LetClockReach("2050-03-08T00:00:05Z");
            await stage.RevealAsync(stage.Study, 2);
            await stage.KillBotAsync();
        }

        stage.Records.Post(2).State.ShouldBe(PostState.Revealed);
        await stage.StartBotAsync();
        await stage.WaitAsync(() => stage.Records.Post(2).State == PostState.Settled, "the reveal of question 2 to be settled");

        // The key is public in the store, and the bot dies before it could publish it.
        using (stage.Server.Faults.Add(new Fault(FaultKind.ServerError) { Method = "POST", Route = Route.Messages }))
        {
            stage.LetClockReach("2050-03-08T03:00:05Z");
            await stage.WaitAsync(() => stage.Records.Post(3).State == PostState.Revealed, "the reveal of question 3");
            await stage.KillBotAsync();
        }

        await stage.StartBotAsync();
        await stage.WaitAsync(() => stage.Records.Post(3).State == PostState.Settled, "the reveal of question 3 to be settled");

        foreach (var number in new[] { 1, 2, 3 })
        {
            stage.Server.Control.Public(stage.Study).Count(message => message.Text.Contains($"Question {number}: the answer is ", StringComparison.Ordinal)).ShouldBe(1);
        }

        stage.ShouldHaveBehaved();
    }
}
