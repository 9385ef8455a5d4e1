using MlaBot.Chat.Cards;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Tests.Daily;
using MlaBot.Testing;

namespace MlaBot.Chat.Tests.Commands;

/// <summary>What somebody sees who types a command beside the channel in which the group studies.</summary>
public sealed class ChannelPlaceTests
{
    [Fact]
    public async Task In_a_thread_the_questions_of_its_channel_are_shown()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());
        await chat.Group.AddChannelAsync("second");
        await chat.PressAsync(DailyActions.AnswerWith(chat.Post, "A"));

        (await TypeAsync(chat, "daily", "thread", parent: "study")).Words().ShouldContain("Open questions");
        (await TypeAsync(chat, "why", "thread", parent: "study")).Words().ShouldContain("Question 1 · Domain 1");
        (await TypeAsync(chat, "streak", "thread", parent: "study", user: "eve")).Words().ShouldContain("Europe/Berlin");
        (await TypeAsync(chat, "daily", "thread", parent: "lounge")).Words().ShouldStartWith("No questions come in this channel.");
        (await TypeAsync(chat, "why", "thread", parent: "lounge")).Words().ShouldStartWith("You have not answered a question here yet.");
    }

    [Fact]
    public async Task Anywhere_else_the_only_channel_of_the_group_is_meant()
    {
        await using var chat = await ChatGroup.OpenAsync(New.ChoiceItem());
        await chat.PressAsync(DailyActions.AnswerWith(chat.Post, "A"));

        (await TypeAsync(chat, "daily", "lounge")).Words().ShouldContain("Open questions");
        (await TypeAsync(chat, "why", "lounge")).Words().ShouldContain("Question 1 · Domain 1");

        await chat.Group.AddChannelAsync("second");
        (await TypeAsync(chat, "daily", "lounge")).Words().ShouldBe("No questions come in this channel. Type /daily in the channel where your group studies.");
        (await TypeAsync(chat, "daily", "second")).Words().ShouldStartWith("No question is open.");
    }

    private static Task<Card> TypeAsync(ChatGroup chat, string command, string channel, string? parent = null, string user = "ada")
    {
        var study = chat.Group.Channel.Key;
        var request = new ChatRequest(
            command, study with { Id = channel }, channel, new ChatUser(chat.Group.Learner(user), user, IsAdmin: false, IsBot: false), new Dictionary<string, string>(StringComparer.Ordinal))
        {
            Parent = parent is null ? null : study with { Id = parent },
        };
        return chat.Group.Engine.Chat.HandleAsync(request, TestContext.Current.CancellationToken);
    }
}
