using MlaBot.Chat.Daily;
using MlaBot.Core;
using MlaBot.Core.Daily;
using MlaBot.Testing;
using MlaBot.Testing.Daily;

namespace MlaBot.Chat.Tests.Daily;

/// <summary>A question that the platform refused has a number all the same, and people may ask for it.</summary>
public sealed class NotPostedTests
{
    [Theory]
    [InlineData("why")]
    [InlineData("daily")]
    public async Task A_question_that_was_never_posted_is_neither_open_nor_closed(string command)
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());
        await chat.Group.ScheduleAsync("10:00");
        chat.Group.Platform.Fail(PublishStep.Publish, () => new ChannelGoneException("I may not write here: \"Send Messages\" is missing."));
        await chat.Group.RunToAsync("2026-03-02T09:00Z");
        (await chat.Group.Engine.Store.FindPostAsync(new(3), TestContext.Current.CancellationToken))!.State.ShouldBe(PostState.Missed);

        var card = await chat.TypeAsync(command, options: [("question", "2")]);

        card.Words().ShouldStartWith("Question 2 was not posted: I may not write here: \"Send Messages\" is missing.");
        card.Words().ShouldContain("Its day is excused.");
        card.Buttons().ShouldBeEmpty();
        card.Words().ShouldNotContain(QuestionCards.ClosedWords);
    }
}
