using MlaBot.Chat.Cards;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.LocalChat;

namespace MlaBot.Tests.LocalChat;

public sealed class LocalPlatformTests
{
    private static readonly Card Question = new(new Header("Question 12 · Domain 1: Data"), new Section("Stem"), new ContextLine("Nobody has answered yet."));

    [Fact]
    public async Task A_post_is_shown_at_once_and_found_by_its_marker()
    {
        await using var chat = await TestChat.StartAsync();

        var id = await chat.Platform.PostAsync(LocalPlatform.Channel, Question, "post:12", PostingStyle.Plain, CancellationToken.None);

        chat.Shown().ShouldBe(
            """
            MlaBot in #study, 2 Mar 08:00:
              Question 12 · Domain 1: Data

              Stem

              Nobody has answered yet.


            """);
        (await chat.Platform.FindAsync(LocalPlatform.Channel, repliesTo: null, "post:12", within: null, CancellationToken.None)).ShouldBe(id);
        (await chat.Platform.FindAsync(LocalPlatform.Channel, repliesTo: null, "post:1", within: null, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_reply_names_the_message_that_it_belongs_to()
    {
        await using var chat = await TestChat.StartAsync();
        var id = await chat.Platform.PostAsync(LocalPlatform.Channel, Question, "post:12", PostingStyle.Plain, CancellationToken.None);
        chat.Shown();

        await chat.Platform.ReplyAsync(LocalPlatform.Channel, id, new Card(new Section("B")), "post:12:reveal", PostingStyle.Plain, CancellationToken.None);
        await chat.Platform.ReplyAsync(LocalPlatform.Channel, "", new Card(new Section("C")), "post:13:reveal", PostingStyle.Plain, CancellationToken.None);

        chat.Shown().ShouldBe(
            """
            MlaBot in #study, 2 Mar 08:00, in reply to "Question 12 · Domain 1: Data":
              B

            MlaBot in #study, 2 Mar 08:00:
              C


            """);
    }

    [Theory]
    [InlineData("3 people have answered.", "")]
    [InlineData("Closed. The reveal comes as a reply. 3 people have answered.", "* Question 12: Closed. The reveal comes as a reply. 3 people have answered.\n")]
    [InlineData("Taken back: wrong key. The day is excused.", "* Question 12: Taken back: wrong key. The day is excused.\n")]
    public async Task Of_edits_only_the_end_of_a_question_is_told(string line, string shown)
    {
        await using var chat = await TestChat.StartAsync();
        var id = await chat.Platform.PostAsync(LocalPlatform.Channel, Question, "post:12", PostingStyle.Plain, CancellationToken.None);
        chat.Shown();

        await chat.Platform.EditAsync(LocalPlatform.Channel, id, new Card([.. Question.Parts.Take(2), new ContextLine(line)]), PostingStyle.Plain, CancellationToken.None);

        chat.Shown().ShouldBe(shown);
    }

    [Fact]
    public async Task An_unknown_message_or_channel_is_a_fault()
    {
        await using var chat = await TestChat.StartAsync();

        await Should.ThrowAsync<ExternalFaultException>(() => chat.Platform.EditAsync(LocalPlatform.Channel, "m9", Question, PostingStyle.Plain, CancellationToken.None));
        await Should.ThrowAsync<ChannelGoneException>(
            () => chat.Platform.PostAsync(new ChannelKey(LocalPlatform.Group, "elsewhere"), Question, "post:12", PostingStyle.Plain, CancellationToken.None));
        chat.Shown().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancelled_post_was_not_sent()
    {
        await using var chat = await TestChat.StartAsync();
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => chat.Platform.PostAsync(LocalPlatform.Channel, Question, "post:12", PostingStyle.Plain, ended.Token));

        (await chat.Platform.FindAsync(LocalPlatform.Channel, repliesTo: null, "post:12", within: null, CancellationToken.None)).ShouldBeNull();
    }
}
