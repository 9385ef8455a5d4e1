using MlaBot.Core.Daily;
using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.World;

namespace MlaBot.Tests.Program.Slack;

/// <summary>The end of a question on Slack: closing, drain, reveal, practice, reports.</summary>
public sealed class CloseAndRevealTests
{
    [Fact]
    public async Task At_closing_time_answers_under_way_still_count_and_the_reveal_comes_into_the_thread()
    {
        await using var stage = await SlackStage.StartAsync();
        var (ana, ben, olga) = (stage.Learner(stage.Ana), stage.Learner(stage.Ben), stage.Learner(stage.Admin));
        await stage.SetUpAsync(stage.Study, stage.Admin, "feedback:at-close");
        await stage.EphemeralAsync(stage.Admin, stage.Study, "This channel is set up");
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.QuestionAsync(stage.Study, 1);
        var (right, wrong) = (stage.Records.Post(1).Right, stage.Records.Post(1).Wrong);

        (await ana.PressAsync(question, wrong)).Words.ShouldContain($"Your answer to question 1: {wrong}. You may change it until");
        (await ana.PressAsync(question, right)).Words.ShouldContain("Changed");
        (await ben.PressAsync(question, wrong)).Words.ShouldContain("Recorded");
        (await ben.TypeAsync("/mla why 1")).ShouldContain($"You answered {wrong}. This channel gives results when a question closes.");
        (await olga.TypeAsync("/mla why 1")).ShouldContain("Question 1 is open and you have not answered it.");
        await stage.WaitAsync(() => question.Words.Contains("2 people have answered.", StringComparison.Ordinal), "the count");

        // The store closes on time; people see it as soon as Slack carries the change out.
        stage.Server.Faults.Add(new Fault(FaultKind.DelayBefore) { Method = "chat.update", Delay = TimeSpan.FromSeconds(1), Times = 1 });
        var open = ana.Picture(question);
        stage.LetClockReach("2050-03-07T21:00:05Z");
        await stage.StoredAsync(() => stage.Records.Post(1).State == PostState.Closing, "the drain");
        (await olga.PressOnAsync(question, open, right)).Words.ShouldContain("Recorded");

        var reveal = await stage.RevealAsync(stage.Study, 1);
        reveal.ThreadTs.ShouldBe(question.Ts);
        reveal.Words.ShouldContain($"Question 1: the answer is {right}");
        reveal.Words.ShouldContain("2 of 3 answered right.");
        Bars(reveal).Keys.ShouldBe(["A", "B", "C", "D"]);
        Bars(reveal)[right].ShouldContain("2 of 3 (67 %)");
        Bars(reveal)[right].ShouldContain("key");
        Bars(reveal)[wrong].ShouldContain("1 of 3 (33 %)");
        reveal.Text.ShouldNotContain($"answer is {right}", Case.Sensitive, "a notification gives nothing away");
        foreach (var person in new[] { "Ana", "Ben", "Olga", ana.Id, ben.Id })
        {
            reveal.Words.ShouldNotContain(person);
        }

        question.Buttons.ShouldBe(["Practise", "My answer", "Report"]);
        question.Words.ShouldContain("Closed. The reveal comes as a reply.");

        // Whoever's client still shows the buttons gets practice, and so does who types.
        (await ana.PressOnAsync(question, open, wrong)).Words.ShouldContain("The first answer is final.");
        stage.Records.Answer(1, ana).ShouldBe(new StoredAnswerRow(1, ana.Id, wrong, right, 1, false, true));
        stage.Records.Answer(1, ben).ShouldBe(new StoredAnswerRow(1, ben.Id, wrong, wrong, 0, false, false));
        stage.Records.Answer(1, olga).ShouldBe(new StoredAnswerRow(1, olga.Id, right, right, 0, false, true));
        var (chen, dora) = (stage.Join("chen"), stage.Join("dora"));
        var late = (await chen.PressOnAsync(question, open, right)).Words;
        late.ShouldContain("That is right. It was revealed before, so this counts as practice.");
        late.ShouldNotContain("Streak");
        (await dora.TypeAsync($"/mla answer 1 {wrong}")).ShouldContain("counts as practice.");
        stage.Records.Answer(1, chen)!.IsPractice.ShouldBeTrue();
        (await dora.TypeAsync("/mla streak")).ShouldContain("No row is running.");

        var explained = await ana.PressAsync(reveal, "My answer");
        explained.Words.ShouldContain($"You answered {right}: right. Your first answer was {wrong}.");
        explained.ThreadTs.ShouldBe(question.Ts, "what is pressed in a thread is answered there");
        (await ana.PressAsync(explained, "S3")).ThreadTs.ShouldBe(question.Ts);
        var report = await ana.OpenAsync(explained, "Report");
        await ana.ReceiptAsync(report, await ana.SendAsync(report.View, ("reason", "typo")));
        (await report.Opening.MessageAsync(TestContext.Current.CancellationToken)).ThreadTs.ShouldBe(question.Ts);
        stage.Server.Control.Mention(stage.Ana, stage.Study, stage.App, "streak", question);
        (await stage.EphemeralAsync(stage.Ana, stage.Study, "1 day, today included.")).ThreadTs.ShouldBe(question.Ts);
        (await ana.PressAsync(question, "My answer")).ThreadTs.ShouldBeNull();
        (await ben.PressAsync(question, "My answer")).Words.ShouldContain($"You answered {wrong}: not right.");
        (await stage.Join("emil").TypeAsync("/mla why 1")).ShouldContain($"✓ {right} · Birch");
        (await ana.TypeAsync("/mla streak")).ShouldContain("1 day, today included.");
        stage.Public(stage.Study).Count(message => message.Words.Contains("Question 1: the answer", StringComparison.Ordinal)).ShouldBe(1);
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_form_that_was_opened_before_the_close_is_practice_after_the_reveal()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        await stage.EphemeralAsync(stage.Admin, stage.Study, "This channel is set up");
        stage.LetClockReach("2050-03-07T12:00:05Z");
        var question = await stage.QuestionAsync(stage.Study, 2);
        var (ana, ben) = (stage.Learner(stage.Ana), stage.Learner(stage.Ben));
        var post = stage.Records.Post(2);
        var form = await ana.OpenAsync(question, "Choose three");
        await ben.AnswerAsync(question, "Choose three", ("picked", LearnerDays.Letters(post.Wrong)));

        stage.LetClockReach("2050-03-08T00:00:05Z");
        var reveal = await stage.RevealAsync(stage.Study, 2);
        reveal.Words.ShouldContain($"Question 2: the answer is {post.Right}");
        reveal.Words.ShouldContain("0 of 1 answered right.");
        question.Buttons.ShouldBe(["Practise", "My answer", "Report"]);
        (await ana.ReceiptAsync(form, await ana.SendAsync(form.View, ("picked", LearnerDays.Letters(post.Right))))).ShouldContain("counts as practice.");
        stage.Records.Answer(2, ana)!.IsPractice.ShouldBeTrue();

        // The text of a reveal, which notifications show, names no service; what people read does.
        var explained = await ben.WindowAsync(stage.Server.Control.MessageShortcutAsync(stage.Ben, stage.App, reveal, "explain_terms"));
        explained.View.Words.ShouldContain("Object storage.");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_report_is_sent_in_a_form_and_services_are_looked_up_below_an_explanation()
    {
        await using var stage = await SlackStage.StartAsync();
        await stage.SetUpAsync(stage.Study, stage.Admin);
        await stage.EphemeralAsync(stage.Admin, stage.Study, "This channel is set up");
        stage.LetClockReach("2050-03-07T09:00:05Z");
        var question = await stage.QuestionAsync(stage.Study, 1);
        var (ana, ben) = (stage.Learner(stage.Ana), stage.Learner(stage.Ben));

        var form = await ana.OpenAsync(question, "Report");
        form.View.Words.ShouldContain("What is wrong with question 1?");
        var thanks = await ana.ReceiptAsync(form, await ana.SendAsync(form.View, ("reason", "key"), ("text", "Cedar is right, see <!channel> & @here.")));
        thanks.ShouldContain("Your report on question 1 is stored (the key is wrong).");
        form = await ana.OpenAsync(question, "Report");
        (await ana.ReceiptAsync(form, await ana.SendAsync(form.View, ("reason", "typo")))).ShouldContain("takes the place of the one that you sent before");
        stage.Public(stage.Study).ShouldBe([question], "one report tells nobody");

        // From the receipt and from the explanation, which are private messages themselves.
        var receipt = await ben.PressAsync(question, stage.Records.Post(1).Right);
        var service = await ben.PressAsync(receipt, "S3");
        service.Words.ShouldContain("Object storage.");
        var other = await ben.PressAsync(service, "Athena");
        other.Words.ShouldContain("SQL on files.");
        stage.Server.Control.Ephemerals(stage.Ben, stage.Study).ShouldBe([receipt, service, other], "nothing that can still be read is replaced");
        form = await ben.OpenAsync(await ben.AskAsync("/mla why"), "Report");
        (await ben.ReceiptAsync(form, await ben.SendAsync(form.View, ("reason", "outdated")))).ShouldContain("is stored (it is outdated)");
        (await stage.MessageAsync(stage.Study, "2 members have reported question 1.")).Words.ShouldNotContain("Ana");
        var list = await stage.Learner(stage.Admin).TypeAsync("/mla reports list");
        list.ShouldContain("There is a typo · Ana");
        list.ShouldContain("It is outdated · Ben");
        (await ana.TypeAsync("/mla report 1 key Cedar & <b>")).ShouldContain("takes the place");
        (await stage.Learner(stage.Admin).TypeAsync("/mla reports list")).ShouldContain("Cedar & <b>");
        stage.ShouldHaveBehaved();
    }

    private static Dictionary<string, string> Bars(Message reveal) =>
        reveal.Words.Split('\n').Where(line => line.Contains(" of 3 (", StringComparison.Ordinal)).ToDictionary(line => line.Trim()[..1], StringComparer.Ordinal);
}
