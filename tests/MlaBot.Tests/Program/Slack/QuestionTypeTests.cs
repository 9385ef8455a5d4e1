using MlaBot.SlackServer.Control;
using MlaBot.SlackServer.World;

namespace MlaBot.Tests.Program.Slack;

/// <summary>The five types of question on Slack, answered rightly, wrongly, not at all and twice.</summary>
public sealed class QuestionTypeTests
{
    [Fact]
    public async Task Every_type_of_question_is_answered_in_private_and_the_channel_learns_the_count_alone()
    {
        await using var stage = await SlackStage.StartAsync();
        var five = await stage.OpenFiveAsync();
        var (ana, ben) = (stage.Learner(stage.Ana), stage.Learner(stage.Ben));

        await ChoiceAsync(stage, five[0], ana, ben);
        await ResponseAsync(stage, five[1], ana, ben);
        await OrderAsync(stage, five[2], ana, ben);
        await MatchAsync(stage, five[3], ana, ben);
        await CaseAsync(stage, five[4], ana, ben);

        stage.Records.Answers().Select(answer => (answer.Post, answer.Person, answer.IsRight, answer.Changes, answer.IsPractice)).ShouldBe(
            Enumerable.Range(1, 5).SelectMany(post => new[] { ((long)post, ana.Id, true, 0, false), (post, ben.Id, false, 0, false) }), ignoreOrder: true);
        foreach (var question in five)
        {
            await stage.WaitAsync(() => question.Words.Contains("2 people have answered.", StringComparison.Ordinal), $"the count below {question.Words}");
            question.Edits.ShouldBeInRange(1, 4, "counts are collected, not edited press by press");
        }

        await AgainAsync(stage, ana);
        await TakenBackAsync(stage, five[4], ana);

        stage.Public(stage.Study).ShouldBe(five);
        foreach (var question in five)
        {
            question.Words.ShouldNotContain("✓");
            question.Words.ShouldNotContain("Ana");
        }

        stage.ShouldHaveBehaved();
    }

    private static async Task ChoiceAsync(SlackStage stage, Message question, SlackLearner ana, SlackLearner ben)
    {
        var post = stage.Records.Post(1);
        (await ana.PressAsync(question, post.Right)).Words.ShouldContain($"Your answer to question 1: {post.Right}. That is right.");
        var second = (await ana.PressAsync(question, post.Wrong)).Words;
        second.ShouldContain("You have answered already");
        second.ShouldContain($"{post.Right}. That is right. The first answer is final.");
        (await ana.PressAsync(question, "I don't know")).Words.ShouldContain("The first answer is final.");

        var wrong = (await ben.PressAsync(question, post.Wrong)).Words;
        wrong.ShouldContain("Not right");
        wrong.ShouldContain($"The key is {post.Right}.");
        wrong.ShouldContain("It is the one.");
        wrong.ShouldContain("Source: Amazon S3 User Guide");
    }

    private static async Task ResponseAsync(SlackStage stage, Message question, SlackLearner ana, SlackLearner ben)
    {
        var (post, before) = (stage.Records.Post(2), stage.Records.Counts());
        var form = await ana.OpenAsync(question, "Choose three");
        form.View.Words.ShouldContain("Which trees does q-2.1-");
        form.View.Words.ShouldContain("Dogwood");
        var few = await ana.SendAsync(form.View, ("picked", LearnerDays.Letters(post.Right)[..2]));
        few.Errors.ShouldBe(new Dictionary<string, string> { ["picked"] = "Choose three; you chose 2." });
        form.View.IsOpen.ShouldBeTrue("what was ticked is not lost");
        var many = await ana.SendAsync(form.View, ("picked", LearnerDays.Letters("ABCD")));
        many.Errors["picked"].ShouldBe("Choose three; you chose 4.");
        (await ana.TypeAsync($"/mla answer 2 {post.Right[..2]}")).ShouldContain("This question asks for 3 answers; you gave 2.");
        stage.Records.Counts().ShouldBe(before, "what is incomplete is not stored");

        var sent = await ana.SendAsync(form.View, ("picked", LearnerDays.Letters(post.Right).Reverse().ToArray()));
        (await ana.ReceiptAsync(form, sent)).ShouldContain($"Your answer to question 2: {post.Right}. That is right.");
        (await ben.AnswerAsync(question, "Choose three", ("picked", LearnerDays.Letters(post.Wrong)))).ShouldContain("2 of 3 are right; on the exam only all of them count.");
        (await ben.PressAsync(question, "Choose three")).Words.ShouldContain($"You answered {post.Wrong}: not right.", Case.Sensitive, "what is final is explained, not asked anew");
    }

    private static async Task OrderAsync(SlackStage stage, Message question, SlackLearner ana, SlackLearner ben)
    {
        var (post, before) = (stage.Records.Post(3), stage.Records.Counts());
        var form = await ana.OpenAsync(question, "Put in order");
        form.View.Words.ShouldContain("In which order does q-3.1-");
        await Should.ThrowAsync<ControlException>(() => ana.SendAsync(form.View, LearnerDays.Places(post.Right)[..2]), "Slack's own client asks for every position");
        var twice = await ana.SendAsync(form.View, LearnerDays.Places("ABA"));
        twice.Errors.ShouldBe(new Dictionary<string, string> { ["place3"] = "A stands at an earlier place too. Use each step once." });
        stage.Records.Counts().ShouldBe(before, "what is refused is not stored");
        (await ana.ReceiptAsync(form, await ana.SendAsync(form.View, LearnerDays.Places(post.Right)))).ShouldContain("That is right.");

        (await ben.AnswerAsync(question, "Put in order", LearnerDays.Places(post.Wrong))).ShouldContain("1 of 3 positions are right; on the exam only the whole order counts.");
    }

    private static async Task MatchAsync(SlackStage stage, Message question, SlackLearner ana, SlackLearner ben)
    {
        var post = stage.Records.Post(4);
        (await ana.AnswerAsync(question, "Match", LearnerDays.Pairs(post.Right))).ShouldContain($"Your answer to question 4: {post.Right}. That is right.");

        // On another device meanwhile: what is sent first counts.
        var form = await ben.OpenAsync(question, "Match");
        (await ben.TypeAsync($"/mla answer 4 {post.Wrong}")).ShouldContain("1 of 3 pairs are right; on the exam only all of them count.");
        (await ben.ReceiptAsync(form, await ben.SendAsync(form.View, LearnerDays.Pairs(post.Right)))).ShouldContain("The first answer is final.");
    }

    private static async Task CaseAsync(SlackStage stage, Message question, SlackLearner ana, SlackLearner ben)
    {
        question.Words.ShouldContain("Case: A forest of sensors, question ");
        question.Words.ShouldContain("A forest service reads ten sensors in each of its valleys.");
        (await ana.PressAsync(question, stage.Records.Post(5).Right)).Words.ShouldContain("That is right.");

        var unknown = (await ben.PressAsync(question, "I don't know")).Words;
        unknown.ShouldContain("Good to know what you do not know yet");
        unknown.ShouldContain("Your answer to question 5: don't know.");
        stage.Records.Answer(5, ben)!.First.ShouldBe("don't know");
    }

    /// <summary>A question that has scrolled away is shown again in private, and its controls work.</summary>
    private static async Task AgainAsync(SlackStage stage, SlackLearner ana)
    {
        var again = await ana.AskAsync("/mla daily 1");
        (await ana.PressAsync(again, "My answer")).Words.ShouldContain($"You answered {stage.Records.Post(1).Right}: right.");
        (await ana.PressAsync(again, stage.Records.Post(1).Wrong)).Words.ShouldContain("The first answer is final.");
    }

    private static async Task TakenBackAsync(SlackStage stage, Message question, SlackLearner ana)
    {
        var (late, picture) = (stage.Join("late"), ana.Picture(question));
        (await stage.Learner(stage.Admin).TypeAsync("/mla withdraw 5 the key is disputed")).ShouldContain("Question 5 is taken back.");
        await stage.WaitAsync(() => question.Words.Contains("Taken back: the key is disputed", StringComparison.Ordinal), "the end of question 5");
        (await late.PressOnAsync(question, picture, "A")).Words.ShouldContain("Question 5 is not open: the key is disputed.");
        stage.Records.Answer(5, late).ShouldBeNull();
        (await late.PressAsync(question, "My answer")).Words.ShouldContain("Question 5 was taken back: the key is disputed.");
    }

    [Fact]
    public async Task An_answer_may_be_changed_until_the_close_and_its_form_holds_the_one_that_stands()
    {
        await using var stage = await SlackStage.StartAsync();
        var five = await stage.OpenFiveAsync("at-close");
        var ana = stage.Learner(stage.Ana);
        var (second, third, fourth) = (stage.Records.Post(2), stage.Records.Post(3), stage.Records.Post(4));

        var recorded = await ana.AnswerAsync(five[1], "Choose three", ("picked", LearnerDays.Letters(second.Wrong)));
        recorded.ShouldContain($"Your answer to question 2: {second.Wrong}. You may change it until");
        recorded.ShouldNotContain("✓");
        (await ana.PressAsync(five[1], "My answer")).Words.ShouldContain($"You answered {second.Wrong}. This channel gives results when a question closes.");
        var form = await ana.OpenAsync(five[1], "Choose three");
        form.View.Words.ShouldContain($"Your answer {second.Wrong} stands until you submit another.");
        form.View.Standing("picked").ShouldBe(LearnerDays.Letters(second.Wrong), ignoreOrder: true);
        (await ana.ReceiptAsync(form, await ana.SendAsync(form.View, ("picked", LearnerDays.Letters(second.Right))))).ShouldContain($"Your answer to question 2: {second.Right}.");

        await ana.AnswerAsync(five[2], "Put in order", LearnerDays.Places(third.Wrong));
        form = await ana.OpenAsync(five[2], "Put in order");
        Enumerable.Range(1, 3).SelectMany(place => form.View.Standing($"place{place}")).ShouldBe(LearnerDays.Letters(third.Wrong));
        (await ana.ReceiptAsync(form, await ana.SendAsync(form.View, LearnerDays.Places(third.Right)))).ShouldContain("Changed");

        await ana.AnswerAsync(five[3], "Match", LearnerDays.Pairs(fourth.Right));
        form = await ana.OpenAsync(five[3], "Match");
        Enumerable.Range(1, 3).Select(prompt => $"{prompt}{form.View.Standing($"prompt{prompt}")[0]}").ShouldBe(fourth.Right.Split(' '));
        (await ana.ReceiptAsync(form, await ana.SendAsync(form.View))).ShouldContain($"Your answer to question 4: {fourth.Right}.", Case.Sensitive, "nothing was changed");
        (await ana.PressAsync(five[3], "I don't know")).Words.ShouldContain("Your answer to question 4: don't know.");

        stage.Records.Answers().Select(answer => (answer.Post, answer.First, answer.Last, answer.IsRight)).ShouldBe(
            [(2, second.Wrong, second.Right, true), (3, third.Wrong, third.Right, true), (4, fourth.Right, "don't know", false)]);
        stage.ShouldHaveBehaved();
    }
}
