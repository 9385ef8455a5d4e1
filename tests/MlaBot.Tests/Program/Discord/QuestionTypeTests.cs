using MlaBot.DiscordServer.Control;
using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord;

/// <summary>The five types of question on Discord, answered rightly, wrongly, not at all and twice.</summary>
public sealed class QuestionTypeTests
{
    [Fact]
    public async Task Every_type_of_question_is_answered_in_private_and_the_channel_learns_the_count_alone()
    {
        await using var stage = await DiscordStage.StartAsync();
        var five = await stage.OpenFiveAsync();
        var (ana, ben) = (new Learner(stage, stage.Ana, stage.Study), new Learner(stage, stage.Ben, stage.Study));

        await ChoiceAsync(stage, five[0], ana, ben);
        await ResponseAsync(stage, five[1], ana, ben);
        await OrderAsync(stage, five[2], ana, ben);
        await MatchAsync(stage, five[3], ana, ben);
        await CaseAsync(stage, five[4], ana, ben);

        stage.Records.Answers().Select(answer => (answer.Post, answer.Person, answer.IsRight, answer.Changes, answer.IsPractice)).ShouldBe(
            Enumerable.Range(1, 5).SelectMany(post => new[] { ((long)post, ana.Id, true, 0, false), (post, ben.Id, false, 0, false) }), ignoreOrder: true);
        foreach (var question in five)
        {
            await stage.WaitAsync(() => question.Text.Contains("2 people have answered.", StringComparison.Ordinal), $"the count below {question.Text}");
            question.Edits.ShouldBeInRange(1, 4, "counts are collected, not edited press by press");
        }

        await AgainAsync(stage, ana);
        await TakenBackAsync(stage, five[4], ana);

        // What is not for everybody is seen by nobody else.
        stage.Server.Control.Seen(stage.Admin, stage.Study).Where(message => message.IsEphemeral).ShouldAllBe(message => message.OnlyFor == stage.Admin.Id);
        stage.Server.Control.Public(stage.Study).ShouldBe(five);
        foreach (var question in five)
        {
            question.Text.ShouldNotContain("✓");
            question.Text.ShouldNotContain("Ana");
        }

        stage.ShouldHaveBehaved();
    }

    private static async Task ChoiceAsync(DiscordStage stage, Message question, Learner ana, Learner ben)
    {
        var post = stage.Records.Post(1);
        (await ana.PressAsync(question, post.Right)).Text.ShouldContain($"Your answer to question 1: **{post.Right}**. That is right.");
        var second = await ana.PressAsync(question, post.Wrong);
        second.Text.ShouldContain("You have answered already");
        second.Text.ShouldContain($"**{post.Right}**. That is right. The first answer is final.");
        (await ana.PressAsync(question, "I don't know")).Text.ShouldContain("The first answer is final.");

        var wrong = await ben.PressAsync(question, post.Wrong);
        wrong.Text.ShouldContain("Not right");
        wrong.Text.ShouldContain($"The key is **{post.Right}**.");
        wrong.Text.ShouldContain("It is the one.");
        wrong.Text.ShouldContain("Source: Amazon S3 User Guide");
    }

    private static async Task ResponseAsync(DiscordStage stage, Message question, Learner ana, Learner ben)
    {
        var (post, before) = (stage.Records.Post(2), stage.Records.Counts());
        var menu = ana.Menu(question, "Choose three");
        (menu.Int("min_values"), menu.Int("max_values")).ShouldBe((3, 3));
        await Should.ThrowAsync<ControlException>(() => ana.ChooseAsync(question, "Choose three", Letters(post.Right)[..2]), "Discord's own client asks for three");
        (await ana.TypeAsync("answer", ("question", "2"), ("letters", post.Right[..2]))).ShouldContain("This question asks for 3 answers; you gave 2.");
        stage.Records.Counts().ShouldBe(before, "what is incomplete is not stored");

        (await ana.ChooseAsync(question, "Choose three", [.. Letters(post.Right).Reverse()])).Text.ShouldContain($"Your answer to question 2: **{post.Right}**. That is right.");
        (await ben.ChooseAsync(question, "Choose three", Letters(post.Wrong))).Text.ShouldContain("2 of 3 are right; on the exam only all of them count.");
        (await ben.ChooseAsync(question, "Choose three", Letters(post.Right))).Text.ShouldContain("The first answer is final.");
    }

    private static async Task OrderAsync(DiscordStage stage, Message question, Learner ana, Learner ben)
    {
        var post = stage.Records.Post(3);
        var draft = (await ana.PressAsync(question, "Put in order")).Message!;
        draft.Text.ShouldContain("So far: nothing. 3 of the 4 steps are wanted; leave the rest out.");
        foreach (var (letter, index) in Letters(post.Right).Select((letter, index) => (letter, index)))
        {
            (await ana.ChooseAsync(draft, $"Step {index + 1} of 3", letter)).Type.ShouldBe(7, "the draft is shown in its own place");
        }

        stage.Records.Answer(3, ana).ShouldBeNull("nothing is answered before it is submitted");
        var right = await ana.PressAsync(draft, "Submit");
        right.Type.ShouldBe(7);
        right.Text.ShouldContain("Your answer to question 3:");
        right.Text.ShouldContain("That is right.");
        (await ana.PressAsync(question, "Put in order")).Text.ShouldContain("You answered **", Case.Sensitive, "what is final is explained, not begun anew");

        (await ben.TypeAsync("answer", ("question", "3"), ("letters", post.Wrong))).ShouldContain("1 of 3 positions are right; on the exam only the whole order counts.");
    }

    private static async Task MatchAsync(DiscordStage stage, Message question, Learner ana, Learner ben)
    {
        var post = stage.Records.Post(4);
        var draft = (await ana.PressAsync(question, "Match")).Message!;
        draft.Text.ShouldContain("3 of 3 are left.");
        await Should.ThrowAsync<ControlException>(() => ana.PressAsync(draft, "Submit"), "an incomplete draft cannot be sent");
        foreach (var pair in Pairs(post.Right))
        {
            (await ana.ChooseAsync(draft, $"Response to {pair[0]}", pair[1..])).Type.ShouldBe(7);
        }

        draft.Text.ShouldContain("Complete. Nothing is answered before you submit.");
        (await ana.PressAsync(draft, "Submit")).Text.ShouldContain($"Your answer to question 4: **{post.Right}**. That is right.");

        (await ben.TypeAsync("answer", ("question", "4"), ("letters", post.Wrong))).ShouldContain("1 of 3 pairs are right; on the exam only all of them count.");
    }

    private static async Task CaseAsync(DiscordStage stage, Message question, Learner ana, Learner ben)
    {
        question.Text.ShouldContain("Case: A forest of sensors, question ");
        question.Text.ShouldContain("A forest service reads ten sensors in each of its valleys.");
        (await ana.PressAsync(question, stage.Records.Post(5).Right)).Text.ShouldContain("That is right.");

        var unknown = await ben.PressAsync(question, "I don't know");
        unknown.Text.ShouldContain("Good to know what you do not know yet");
        unknown.Text.ShouldContain("Your answer to question 5: **don't know**.");
        stage.Records.Answer(5, ben)!.First.ShouldBe("don't know");
    }

    /// <summary>A question that has scrolled away is shown again in private, and its controls work.</summary>
    private static async Task AgainAsync(DiscordStage stage, Learner ana)
    {
        var again = (await stage.Server.Control.CommandAsync(ana.User, stage.Study, "daily", new Dictionary<string, object>(StringComparer.Ordinal) { ["question"] = "1" })).Message!;
        again.OnlyFor.ShouldBe(ana.User.Id);
        (await ana.PressAsync(again, "My answer")).Text.ShouldContain($"You answered **{stage.Records.Post(1).Right}**: right.");
        (await ana.PressAsync(again, stage.Records.Post(1).Wrong)).Text.ShouldContain("The first answer is final.");
    }

    private static async Task TakenBackAsync(DiscordStage stage, Message question, Learner ana)
    {
        var (late, picture) = (stage.Join("late"), ana.Picture(question));
        (await new Learner(stage, stage.Admin, stage.Study).TypeAsync("withdraw", ("question", "5"), ("reason", "the key is disputed"))).ShouldContain("Question 5 is taken back.");
        await stage.WaitAsync(() => question.Text.Contains("Taken back: the key is disputed", StringComparison.Ordinal), "the end of question 5");
        (await late.PressOnAsync(question, picture, "A")).Text.ShouldContain("Question 5 is not open: the key is disputed.");
        stage.Records.Answer(5, late).ShouldBeNull();
        (await late.PressAsync(question, "My answer")).Text.ShouldContain("Question 5 was taken back: the key is disputed.");
    }

    private static string[] Letters(string answer) => [.. answer.Where(char.IsAsciiLetter).Select(letter => letter.ToString())];

    // 1B 2A 3C
    private static string[] Pairs(string answer) => answer.Split(' ');
}
