using MlaBot.Chat.Cards;
using MlaBot.Chat.Daily;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Testing;

namespace MlaBot.Chat.Tests.Daily;

/// <summary>Product rows 16 to 24 and 33: what stands below a question, open and closed.</summary>
public sealed class QuestionControlTests
{
    [Fact]
    public async Task A_multiple_choice_question_has_its_letters_in_one_row_and_the_rest_in_another()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());

        var rows = Open(chat, New.ChoiceItem()).Parts.OfType<Choices>().ToArray();

        rows.Select(row => string.Join(' ', row.Buttons.Select(button => button.Label))).ShouldBe(["A B C D", "I don't know My answer Report"]);
        rows[1].Buttons.ShouldAllBe(button => button.Typed.Length > 0);
    }

    [Fact]
    public async Task What_to_type_stands_apart_so_that_a_platform_with_buttons_can_leave_it_out()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());

        var card = Open(chat, New.ChoiceItem());

        card.Parts.OfType<TypingHint>().ShouldHaveSingleItem().Markdown.ShouldBe("Answer with one letter, such as B.");
        card.Parts.OfType<ContextLine>().ShouldHaveSingleItem().Markdown.ShouldNotContain("letter");
    }

    [Fact]
    public async Task A_closed_question_has_its_letters_switched_off_and_the_rest_works_on()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());

        var rows = QuestionCards.Closed(chat.Post with { State = PostState.Closing }, New.ChoiceItem(), ChatGroup.Content(New.ChoiceItem()), New.ExamId, 0).Parts.OfType<Choices>().ToArray();

        rows[0].Buttons.ShouldAllBe(button => button.IsDisabled);
        rows[1].Buttons.Select(button => button.Label).ShouldBe(["Practise", "My answer", "Report"]);
        rows[1].Buttons.ShouldAllBe(button => !button.IsDisabled);
    }

    [Fact]
    public async Task A_multiple_response_question_takes_exactly_as_many_as_it_asks_for()
    {
        var item = New.ChoiceItem(key: "AC", options: 5);
        await using var chat = await ChatGroup.OpenAsync(item);

        var menu = Open(chat, item).Menu()!;

        (menu.Prompt, menu.Minimum, menu.Maximum).ShouldBe(("Choose two", 2, 2));
        menu.Options.ShouldAllBe(option => option.Label.StartsWith($"{option.Value} · Option "));
    }

    [Fact]
    public async Task The_button_for_no_idea_answers_so()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());

        var card = await chat.PressAsync(Open(chat, New.ChoiceItem()).Button("I don't know").Action);

        card.Words().ShouldStartWith("Good to know what you do not know yet");
        (await chat.AnswerAsync())!.First.ShouldBeOfType<Answer.Unknown>();
    }

    [Fact]
    public async Task My_answer_is_kind_before_the_answer_and_tells_all_after_it_also_after_a_restart()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());
        var own = DailyActions.Explain(chat.Post);

        (await chat.PressAsync(own)).Words().ShouldContain("Take your time and answer first");
        await chat.PressAsync(DailyActions.AnswerWith(chat.Post, chat.Letters.LetterOf(new("b"))));
        await chat.Group.RestartAsync();

        (await chat.PressAsync(own)).Words().ShouldContain("You answered");
    }

    [Fact]
    public async Task My_answer_to_a_question_that_was_taken_back_says_so()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem(), FeedbackMode.AtClose);
        await chat.PressAsync(DailyActions.AnswerWith(chat.Post, "A"));
        await chat.Group.Engine.Close.WithdrawAsync(await chat.Group.ReadAsync(chat.Post), "the key is disputed", TestContext.Current.CancellationToken);

        (await chat.PressAsync(DailyActions.Explain(chat.Post))).Words().ShouldContain($"You answered A. Question {chat.Post.Number} was taken back: the key is disputed.");
        (await chat.PressAsync(DailyActions.Explain(chat.Post), user: "ben")).Words().ShouldContain("was taken back");
    }

    [Fact]
    public async Task My_answer_says_so_too_where_results_were_told_at_once()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());
        await chat.PressAsync(DailyActions.AnswerWith(chat.Post, "A"));
        (await chat.PressAsync(DailyActions.Explain(chat.Post))).Words().ShouldNotContain("Taken back");

        await chat.Group.Engine.Close.WithdrawAsync(await chat.Group.ReadAsync(chat.Post), "the key is disputed", TestContext.Current.CancellationToken);

        (await chat.PressAsync(DailyActions.Explain(chat.Post))).Words().ShouldSatisfyAllConditions(
            text => text.ShouldContain("**Taken back:** the key is disputed. The day is excused."),
            text => text.ShouldContain("You answered"));
    }

    [Fact]
    public async Task The_receipt_says_how_an_answer_is_changed_where_that_is_allowed()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem(), FeedbackMode.AtClose);

        (await chat.PressAsync(DailyActions.AnswerWith(chat.Post, "A"))).Words().ShouldContain("To change it, answer again.");
        (await chat.PressAsync(DailyActions.AnswerWith(chat.Post, "B"))).Words().ShouldStartWith("Changed");
    }

    [Fact]
    public async Task A_question_of_a_case_names_the_case_and_its_part_with_the_whole_scenario()
    {
        var scenario = new CaseScenario("case-1-01", "A shop", string.Concat(Enumerable.Repeat("It sells. ", 300)));
        var first = New.CaseItem(id: "q-1.1-0001") with { Case = scenario };
        var second = New.CaseItem(id: "q-1.1-0002") with { Case = scenario };
        await using var chat = await ChatGroup.OpenAsync(second);

        var words = QuestionCards.Open(chat.Post, second, ChatGroup.Content(first, second, New.ChoiceItem(id: "q-1.1-0009")), New.ExamId, 0).Words();

        words.ShouldContain("**Case: A shop, question 2 of 2**");
        words.ShouldContain(scenario.Scenario);
    }

    private static Card Open(ChatGroup chat, Item item) => QuestionCards.Open(chat.Post, item, ChatGroup.Content(item), New.ExamId, 0);
}
