using MlaBot.Chat.Cards;
using MlaBot.Chat.Daily;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Chat.Tests.Daily;

/// <summary>Product row 21: pairs are chosen by one menu for each prompt.</summary>
public sealed class MatchDraftTests
{
    [Fact]
    public async Task Each_prompt_has_a_menu_and_all_of_them_can_be_submitted()
    {
        await using var chat = await ChatGroup.OpenAsync(New.MatchingItem(3, spare: 1));

        var first = await chat.BeginAsync();
        first.Parts.OfType<Menu>().Count().ShouldBe(3);
        first.Parts.OfType<Menu>().ShouldAllBe(menu => menu.Options.Count == 4);
        first.Button("Submit").IsDisabled.ShouldBeTrue();

        await chat.MatchAsync("p2", "r2");
        var two = await chat.MatchAsync("p1", "r4");
        two.ReplacesMessage.ShouldBeTrue();
        two.Words().ShouldContain($"{chat.Letters.NumberOf(new("p2"))} → {chat.Letters.LetterOf(new("r2"))}");
        two.Words().ShouldContain("1 of 3 are left.");
        two.Parts.OfType<Menu>().Count(menu => menu.Options.Any(option => option.IsSelected)).ShouldBe(2);

        var complete = await chat.MatchAsync("p3", "r3");
        complete.Button("Submit").IsDisabled.ShouldBeFalse();
        await chat.MatchAsync("p1", "r1");
        var receipt = await chat.SubmitAsync();

        receipt.ReplacesMessage.ShouldBeTrue();
        receipt.Words().ShouldStartWith("Right");
        (await chat.AnswerAsync())!.First.Canonical.ShouldBe("p1=r1;p2=r2;p3=r3");
        (await chat.DraftAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Picks_that_come_together_are_all_kept()
    {
        await using var chat = await ChatGroup.OpenAsync(New.MatchingItem(7, spare: 0));

        await Task.WhenAll(Enumerable.Range(1, 7).Select(number => chat.MatchAsync($"p{number}", $"r{number}")));

        (await chat.SubmitAsync()).Words().ShouldStartWith("Right");
    }

    [Fact]
    public async Task A_restart_in_the_middle_keeps_the_pairs()
    {
        await using var chat = await ChatGroup.OpenAsync(New.MatchingItem(3));
        await chat.MatchAsync("p1", "r1");
        await chat.Group.RestartAsync(Duration.FromMinutes(5));

        await chat.MatchAsync("p2", "r2");

        (await chat.DraftAsync()).ShouldBe("p1=r1;p2=r2");
    }

    [Fact]
    public async Task A_choice_that_the_question_does_not_show_changes_nothing()
    {
        await using var chat = await ChatGroup.OpenAsync(New.MatchingItem(3));

        await chat.PressAsync(DailyActions.MatchFor(chat.Post, 9), ["A"]);
        await chat.PressAsync(DailyActions.MatchFor(chat.Post, 1), ["Z"]);
        await chat.PressAsync(DailyActions.OrderAt(chat.Post, 1), ["A"]);

        (await chat.DraftAsync()).ShouldBeNull();
    }
}
