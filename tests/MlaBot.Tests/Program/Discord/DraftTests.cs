using MlaBot.DiscordServer.World;

namespace MlaBot.Tests.Program.Discord;

/// <summary>Answers that are put together step by step: undone, doubled, interrupted by a power cut.</summary>
public sealed class DraftTests
{
    [Fact]
    public async Task A_draft_survives_undo_double_presses_and_the_death_of_the_bot()
    {
        await using var stage = await DiscordStage.StartAsync();
        var five = await stage.OpenFiveAsync();
        var (ana, ben) = (new Learner(stage, stage.Ana, stage.Study), new Learner(stage, stage.Ben, stage.Study));
        var right = stage.Records.Post(3).Right.Where(char.IsAsciiLetter).Select(letter => letter.ToString()).ToArray();

        var draft = (await ana.PressAsync(five[2], "Put in order")).Message!;
        await TwiceAsync(ana, draft, "Step 1 of 3", right[1]);
        draft.Text.ShouldContain($"So far: 1. **{right[1]}**.", customMessage: draft.Text);
        (await ana.PressAsync(draft, "Undo")).Text.ShouldContain("So far: nothing.");
        await ana.ChooseAsync(draft, "Step 1 of 3", right[0]);
        await ana.ChooseAsync(draft, "Step 2 of 3", right[2]);
        (await ana.PressAsync(draft, "Start over")).Text.ShouldContain("So far: nothing.");
        await ana.ChooseAsync(draft, "Step 1 of 3", right[0]);
        var match = (await ana.PressAsync(five[3], "Match")).Message!;
        var pairs = stage.Records.Post(4).Right.Split(' ');
        await ana.ChooseAsync(match, $"Response to {pairs[1][0]}", pairs[1][1..]);

        await stage.KillBotAsync();
        await stage.StartBotAsync();

        // The old card goes on, and so does a new one from the question's button, as on another device.
        (await ana.ChooseAsync(draft, "Step 2 of 3", right[1])).Text.ShouldContain($"So far: 1. **{right[0]}**, 2. **{right[1]}**.");
        var other = (await ana.PressAsync(five[2], "Put in order")).Message!;
        other.Text.ShouldContain($"So far: 1. **{right[0]}**, 2. **{right[1]}**.");
        await ana.ChooseAsync(other, "Step 3 of 3", right[2]);
        (await ana.PressAsync(draft, "Undo")).Text.ShouldContain($"3. **{right[2]}**", Case.Sensitive, "a stale undo takes nothing back");
        (await ana.PressAsync(match, "Start over")).Text.ShouldContain("So far: nothing.");
        (await ben.PressAsync(five[2], "Put in order")).Text.ShouldContain("So far: nothing.", Case.Sensitive, "drafts are personal");

        // Two devices submit at once: one answer, two receipts.
        var submits = await Task.WhenAll(ana.PressAsync(draft, "Submit"), ana.PressAsync(other, "Submit"));
        submits.ShouldAllBe(reply => reply.Text.Contains("right.", StringComparison.Ordinal));
        stage.Records.Answer(3, ana).ShouldBe(new StoredAnswerRow(3, ana.Id, stage.Records.Post(3).Right, stage.Records.Post(3).Right, 0, false, true));
        (await ben.PressAsync(five[0], stage.Records.Post(1).Wrong)).Text.ShouldContain("Not right", Case.Sensitive, "buttons of before the restart work on");
        stage.Records.Answers().Select(answer => (answer.Post, answer.Person)).ShouldBe([(1, ben.Id), (3, ana.Id)]);
        await stage.WaitAsync(() => five[2].Text.Contains("1 person has answered.", StringComparison.Ordinal), "the count");
        stage.ShouldHaveBehaved();
    }

    [Fact]
    public async Task A_second_submit_leaves_the_answer_in_sight_where_results_come_at_the_close()
    {
        await using var stage = await DiscordStage.StartAsync();
        var five = await stage.OpenFiveAsync("at-close");
        var ana = new Learner(stage, stage.Ana, stage.Study);
        var right = stage.Records.Post(3).Right.Where(char.IsAsciiLetter).Select(letter => letter.ToString()).ToArray();
        var draft = (await ana.PressAsync(five[2], "Put in order")).Message!;
        for (var step = 0; step < 3; step++)
        {
            await ana.ChooseAsync(draft, $"Step {step + 1} of 3", right[step]);
        }

        var replies = await Task.WhenAll(ana.PressAsync(draft, "Submit"), ana.PressAsync(draft, "Submit"));

        replies.ShouldAllBe(reply => reply.Text.Contains("Recorded", StringComparison.Ordinal));
        draft.Text.ShouldContain($"Your answer to question 3: **{stage.Records.Post(3).Right}**.");
        stage.Records.Answer(3, ana)!.Changes.ShouldBe(0);
        stage.ShouldHaveBehaved();
    }

    /// <summary>A double tap: both presses were made on the same picture of the card.</summary>
    private static async Task TwiceAsync(Learner who, Message card, string prompt, string letter)
    {
        var replies = await Task.WhenAll(who.ChooseAsync(card, prompt, letter), who.ChooseAsync(card, prompt, letter));
        replies.Select(reply => (reply.Type, reply.Text.Contains($"So far: 1. **{letter}**.", StringComparison.Ordinal))).ShouldBe([(7, true), (7, true)], "the second changes nothing and shows what stands");
    }
}
