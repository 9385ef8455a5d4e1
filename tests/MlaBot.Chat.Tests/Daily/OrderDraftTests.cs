using MlaBot.Chat.Daily;
using MlaBot.Core.Channels;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Chat.Tests.Daily;

/// <summary>Product row 20: an order is put together by successive menus with undo.</summary>
public sealed class OrderDraftTests
{
    [Fact]
    public async Task A_whole_order_is_chosen_step_by_step_and_submitted()
    {
        await using var chat = await ChatGroup.OpenAsync(New.OrderingItem(4));

        var first = await chat.BeginAsync();
        first.IsPrivate.ShouldBeTrue();
        first.ReplacesMessage.ShouldBeFalse();
        first.Menu()!.Prompt.ShouldBe("Step 1 of 4");
        first.Menu()!.Options.Count.ShouldBe(4);
        first.Menu()!.Options[0].Label.ShouldContain(" · Step s");
        first.Button("Undo").IsDisabled.ShouldBeTrue();

        var second = await chat.StepAsync(1, "s1");
        second.ReplacesMessage.ShouldBeTrue();
        second.Menu()!.Prompt.ShouldBe("Step 2 of 4");
        second.Menu()!.Options.Select(option => option.Value).ShouldNotContain(chat.InLetters("s1"));
        second.Words().ShouldContain($"So far: 1. **{chat.InLetters("s1")}**.");
        second.Buttons().ShouldNotContain(button => button.Label == "Submit");

        await chat.StepAsync(2, "s2");
        var complete = await chat.StepAsync(3, "s3");
        complete.Menu().ShouldBeNull();
        complete.Words().ShouldContain($"4. **{chat.InLetters("s4")}**");
        (await chat.AnswerAsync()).ShouldBeNull();

        var receipt = await chat.SubmitAsync();
        receipt.ReplacesMessage.ShouldBeTrue();
        receipt.IsPrivate.ShouldBeTrue();
        receipt.Words().ShouldStartWith("Right");
        (await chat.AnswerAsync())!.First.Canonical.ShouldBe("s1>s2>s3>s4");
        (await chat.DraftAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Double_and_stale_presses_never_add_a_step_twice()
    {
        await using var chat = await ChatGroup.OpenAsync(New.OrderingItem(4));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => chat.StepAsync(1, "s2")));
        (await chat.DraftAsync()).ShouldBe("s2");

        var stale = await chat.StepAsync(1, "s3");
        stale.Menu()!.Prompt.ShouldBe("Step 2 of 4");
        await chat.StepAsync(3, "s3");
        await chat.StepAsync(2, "s2");
        (await chat.DraftAsync()).ShouldBe("s2");
    }

    [Fact]
    public async Task Undo_takes_one_choice_back_once()
    {
        await using var chat = await ChatGroup.OpenAsync(New.OrderingItem(3));
        await chat.StepAsync(1, "s1");
        await chat.StepAsync(2, "s2");
        (await chat.DraftAsync()).ShouldBe("s1>s2>s3");

        var undo = DailyActions.UndoAt(chat.Post, 3);
        await chat.PressAsync(undo);
        await chat.PressAsync(undo);

        (await chat.DraftAsync()).ShouldBe("s1");
    }

    [Fact]
    public async Task Start_over_empties_the_draft_and_leaves_the_menu_of_the_first_step()
    {
        await using var chat = await ChatGroup.OpenAsync(New.OrderingItem(4));
        await chat.StepAsync(1, "s1");
        await chat.StepAsync(2, "s2");

        var card = await chat.PressAsync(DailyActions.RestartDraft(chat.Post));

        card.Menu()!.Prompt.ShouldBe("Step 1 of 4");
        (await chat.DraftAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Steps_that_must_be_left_out_stay_on_offer_to_the_end()
    {
        await using var chat = await ChatGroup.OpenAsync(New.OrderingItem(3, spare: 2));
        (await chat.BeginAsync()).Words().ShouldContain("3 of the 5 steps are wanted");
        await chat.StepAsync(1, "s1");
        var third = await chat.StepAsync(2, "s2");
        third.Menu()!.Options.Count.ShouldBe(3);

        await chat.StepAsync(3, "s3");
        var receipt = await chat.SubmitAsync();

        receipt.Words().ShouldStartWith("Right");
        (await chat.AnswerAsync())!.First.Canonical.ShouldBe("s1>s2>s3");
    }

    [Fact]
    public async Task A_draft_goes_on_after_a_restart_and_by_the_button_of_the_question()
    {
        await using var chat = await ChatGroup.OpenAsync(New.OrderingItem(4));
        await chat.StepAsync(1, "s4");

        await chat.Group.RestartAsync(Duration.FromMinutes(5));
        var resumed = await chat.BeginAsync();
        var next = await chat.StepAsync(2, "s3");

        resumed.Menu()!.Prompt.ShouldBe("Step 2 of 4");
        next.Words().ShouldContain($"1. **{chat.InLetters("s4")}**, 2. **{chat.InLetters("s3")}**");
    }

    [Fact]
    public async Task Two_peoples_drafts_are_apart_and_another_group_has_none()
    {
        await using var chat = await ChatGroup.OpenAsync(New.OrderingItem(4));
        await chat.StepAsync(1, "s1", "ada");

        (await chat.StepAsync(1, "s2", "ben")).Words().ShouldContain($"1. **{chat.InLetters("s2")}**");
        (await chat.DraftAsync("ada")).ShouldBe("s1");

        var stranger = await chat.PressAsync(DailyActions.BeginDraft(chat.Post), group: new GroupKey("local", "strangers"));
        stranger.Words().ShouldStartWith("I do not know that question here.");
    }

    [Fact]
    public async Task Submitting_twice_answers_once_and_the_second_press_shows_the_answer()
    {
        await using var chat = await ChatGroup.OpenAsync(New.OrderingItem(3));
        await chat.StepAsync(1, "s2");
        await chat.StepAsync(2, "s1");
        await chat.SubmitAsync();

        var again = await chat.SubmitAsync();
        var reopened = await chat.BeginAsync();

        again.ReplacesMessage.ShouldBeTrue();
        again.Words().ShouldContain($"You answered **{chat.InLetters("s2", "s1", "s3")}**");
        reopened.ReplacesMessage.ShouldBeFalse();
        reopened.Words().ShouldContain("You answered");
    }

    [Fact]
    public async Task An_incomplete_draft_is_not_submitted()
    {
        await using var chat = await ChatGroup.OpenAsync(New.OrderingItem(4));
        await chat.StepAsync(1, "s1");

        var card = await chat.SubmitAsync();

        card.Words().ShouldContain("not complete yet, so nothing was submitted");
        card.Menu()!.Prompt.ShouldBe("Step 2 of 4");
        (await chat.AnswerAsync()).ShouldBeNull();
        (await chat.DraftAsync()).ShouldBe("s1");
    }

    [Fact]
    public async Task A_draft_of_a_question_that_was_revealed_meanwhile_becomes_practice()
    {
        await using var chat = await ChatGroup.OpenAsync(New.OrderingItem(3));
        await chat.StepAsync(1, "s1");
        await chat.Group.RunToAsync("2026-03-02T18:01Z");

        var late = await chat.StepAsync(2, "s2");
        await chat.SubmitAsync();

        late.Words().ShouldContain("an answer is practice now");
        (await chat.AnswerAsync())!.IsPractice.ShouldBeTrue();
    }

    [Fact]
    public async Task A_draft_of_a_question_that_was_taken_back_ends_in_a_sentence()
    {
        await using var chat = await ChatGroup.OpenAsync(New.OrderingItem(3));
        await chat.StepAsync(1, "s1");
        await chat.Group.Engine.Close.WithdrawAsync(await chat.Group.ReadAsync(chat.Post), "the key is disputed", TestContext.Current.CancellationToken);

        var card = await chat.StepAsync(2, "s2");

        card.ReplacesMessage.ShouldBeTrue();
        card.Words().ShouldContain("takes no answers: the key is disputed.");
        (await chat.DraftAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Where_results_come_at_the_close_a_new_draft_changes_the_answer()
    {
        await using var chat = await ChatGroup.OpenAsync(New.OrderingItem(3), FeedbackMode.AtClose);
        await chat.StepAsync(1, "s3");
        await chat.StepAsync(2, "s2");
        (await chat.SubmitAsync()).Words().ShouldStartWith("Recorded");

        (await chat.BeginAsync()).Words().ShouldContain($"Your answer {chat.InLetters("s3", "s2", "s1")} stands until you submit another.");
        await chat.StepAsync(1, "s1");
        await chat.StepAsync(2, "s2");
        (await chat.SubmitAsync()).Words().ShouldStartWith("Changed");

        (await chat.AnswerAsync())!.Last.Canonical.ShouldBe("s1>s2>s3");
    }

    [Fact]
    public async Task Where_results_come_at_the_close_a_second_submit_shows_the_answer_that_stands()
    {
        await using var chat = await ChatGroup.OpenAsync(New.OrderingItem(3), FeedbackMode.AtClose);
        await chat.StepAsync(1, "s3");
        await chat.StepAsync(2, "s2");
        await chat.SubmitAsync();

        var again = await chat.SubmitAsync();
        await chat.StepAsync(1, "s1");
        var incomplete = await chat.SubmitAsync();

        again.ReplacesMessage.ShouldBeTrue();
        again.Words().ShouldStartWith($"Recorded\nYour answer to question 1: **{chat.InLetters("s3", "s2", "s1")}**. You may change it until");
        incomplete.Words().ShouldContain($"nothing was submitted. Your answer {chat.InLetters("s3", "s2", "s1")} stands until you submit another.");
        (await chat.AnswerAsync())!.Changes.ShouldBe(0);
    }

    [Fact]
    public async Task A_draft_of_a_question_that_was_taken_back_names_the_number_that_people_see()
    {
        await using var chat = await ChatGroup.OpenAsync(New.OrderingItem(3));
        await chat.Group.ScheduleAsync("10:00");
        await chat.Group.RunToAsync("2026-03-02T09:00Z");
        var post = chat.Group.Platform.Shown[^1].Post;
        (post.Number, post.Id.Value).ShouldBe((2, 3), "the one of tomorrow was planned between the two");
        await chat.Group.Engine.Close.WithdrawAsync(await chat.Group.ReadAsync(post), "the key is disputed", TestContext.Current.CancellationToken);

        var card = await chat.PressAsync(DailyActions.BeginDraft(post));

        card.Words().ShouldStartWith("Question 2 takes no answers: the key is disputed.");
    }

    [Fact]
    public async Task A_long_step_is_cut_in_the_menu_and_whole_above_it()
    {
        var item = New.OrderingItem(3);
        var text = string.Join(' ', Enumerable.Repeat("long", 40));
        await using var chat = await ChatGroup.OpenAsync(item with { Steps = [item.Steps[0] with { Text = text }, .. item.Steps.Skip(1)] });

        var card = await chat.BeginAsync();

        var label = card.Menu()!.Options.Single(option => option.Value == chat.Letters.LetterOf(new("s1"))).Label;
        label.Length.ShouldBeLessThanOrEqualTo(75);
        label.ShouldEndWith("…");
        card.Words().ShouldContain(text);
    }
}
