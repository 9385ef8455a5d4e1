using MlaBot.Chat.Daily;
using MlaBot.Core.Daily;
using MlaBot.Testing;

namespace MlaBot.Chat.Tests.Daily;

/// <summary>Product row 4.1, step 8: after the close a question can still be answered, as practice.</summary>
public sealed class PracticeTests
{
    [Fact]
    public async Task Who_missed_a_question_answers_it_after_the_reveal()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());
        await chat.Group.RunToAsync("2026-03-02T18:01Z");
        var post = await chat.Group.ReadAsync(chat.Post);
        var practise = ExplanationCards.Reveal(post, New.ChoiceItem(), [], ChatGroup.Content(New.ChoiceItem())).Button("Practise");
        practise.Typed.ShouldBe("/answer 1 <answer>");

        var card = await chat.PressAsync(practise.Action);
        var typed = await chat.TypeAsync("daily", options: [("question", "1")]);

        card.IsPrivate.ShouldBeTrue();
        card.Words().ShouldEndWith("It was revealed, so an answer is practice now: it earns no points and counts for no streak.");
        typed.Words().ShouldBe(card.Words());
        card.Buttons().ShouldAllBe(button => !button.IsDisabled);
        (await chat.PressAsync(card.Button("B").Action)).Words().ShouldContain("this counts as practice");
        (await chat.AnswerAsync())!.IsPractice.ShouldBeTrue();
        (await chat.PressAsync(practise.Action)).Words().ShouldContain(QuestionCards.ClosedWords, Case.Sensitive, "one practice answer is enough");
    }

    [Fact]
    public async Task Nobody_practises_a_question_that_was_taken_back_or_one_of_a_round()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());
        var content = ChatGroup.Content(New.ChoiceItem());

        var withdrawn = QuestionCards.Closed(chat.Post with { State = PostState.Withdrawn, Note = "wrong" }, New.ChoiceItem(), content, New.ExamId, 0);
        var round = QuestionControls.AfterReveal(chat.Post with { Round = new(1), State = PostState.Revealed });

        withdrawn.Buttons().ShouldNotContain(button => button.Label == "Practise");
        round.Buttons.Select(button => button.Label).ShouldBe(["My answer", "Report"]);
    }
}
