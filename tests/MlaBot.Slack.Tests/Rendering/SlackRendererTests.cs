using MlaBot.Chat.Cards;
using MlaBot.Core.Channels;
using MlaBot.Slack.Rendering;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Tests.Rendering;

public sealed class SlackRendererTests
{
    [Fact]
    public void The_controls_of_a_question_that_needs_two_messages_stand_on_the_last_with_the_words_below_them()
    {
        var card = new Card(
            new Header("Question 1"),
            new Section(string.Join('\n', Enumerable.Range(1, 260).Select(number => $"{number:000} {new string('x', 46)}"))),
            new Choices([new CardButton(new("daily.answer", "1", "A"), "A"), new CardButton(new("daily.answer", "1", "B"), "B")]),
            new ContextLine("3 people have answered."));

        var messages = SlackRenderer.Messages(card, TestWords.Words, "post:1");

        messages.Count.ShouldBe(2);
        messages[0].Blocks.OfType<ActionsBlock>().ShouldBeEmpty();
        messages[1].Blocks.TakeLast(2).Select(block => block.GetType()).ShouldBe([typeof(ActionsBlock), typeof(ContextBlock)]);
        messages.Select(message => message.Metadata!.EventPayload[MessageMetadata.Key]).ShouldBe(["post:1/1", "post:1"]);
        messages[1].Text.ShouldEndWith("(2 of 2)");
    }

    [Theory]
    [InlineData("S0614TZR7", true)]
    [InlineData("", false)]
    [InlineData("S", false)]
    [InlineData("U0614TZR7", false)]
    [InlineData("12345678901234567", false)]
    [InlineData("S061|<!here>", false)]
    [InlineData("Sänger", false)]
    public void Only_a_user_group_is_called(string role, bool isCalled)
    {
        var card = new Card(new Section(string.Join('\n', Enumerable.Repeat(new string('x', 900), 30))));

        var messages = SlackRenderer.Messages(card, TestWords.Words, marker: null, new PostingStyle(OpensThread: false, IsSilent: false, role));

        var called = messages.Select(message => new Sent(message).Of("usergroup").Count()).ToArray();
        called.Length.ShouldBeGreaterThan(1);
        called.ShouldBe([isCalled ? 1 : 0, .. Enumerable.Repeat(0, called.Length - 1)]);
    }

    [Fact]
    public void A_card_of_nothing_and_a_form_are_no_messages()
    {
        var style = new PostingStyle(OpensThread: false, IsSilent: false, "S0614TZR7");

        Should.Throw<InvalidOperationException>(() => SlackRenderer.Messages(new Card(new Section(" ")), TestWords.Words, null, style)).Message.ShouldContain("nothing to show");
        Should.Throw<InvalidOperationException>(() => SlackRenderer.Messages(new Card(new TypingHint("Type it.")), TestWords.Words)).Message.ShouldContain("nothing to show");
        Should.Throw<InvalidOperationException>(() => SlackRenderer.Messages(new Card(new Section("x"), new Form(new("a.b"), "T", [])), TestWords.Words)).Message.ShouldContain("stands alone");
    }

    [Fact]
    public void A_window_has_its_title_in_its_frame_and_a_longer_one_in_full_below()
    {
        var (brief, lengthy) = (new Card(new Header("Right"), new Section("x")) { Tone = CardTone.Good }, new Card(new Header("You have answered this question already"), new Section("x")));

        var (first, second) = (SlackRenderer.Modal(brief, TestWords.Words, "m"), SlackRenderer.Modal(lengthy, TestWords.Words, "m"));

        (first.Title!.Text, first.Blocks.Count, first.PrivateMetadata, first.Submit, first.Close!.Text).ShouldBe(("✓ Right", 1, "m", null, "Close"));
        second.Title!.Text.ShouldBe("You have answered this …");
        second.Blocks[0].ShouldBeOfType<HeaderBlock>().Text.Text.ShouldBe("You have answered this question already");
        SlackRenderer.Modal(new Card(new Header("Alone")), TestWords.Words, "").Blocks.ShouldHaveSingleItem();
        SlackRenderer.Modal(new Card(new Section("No title")), TestWords.Words, "").Title!.Text.ShouldBe("MlaBot");
    }

    [Fact]
    public void Texts_that_follow_each_other_are_paragraphs_of_one_block_and_a_line_between_them_parts_them()
    {
        var card = new Card(new Section("Stem"), new Section("A · one\nB · two"), new Section("Traps:\n- first"), new Section("End"), new Divider(), new Section("Below"));

        var blocks = new Sent(SlackRenderer.Messages(card, TestWords.Words).ShouldHaveSingleItem()).Blocks.ToArray();

        blocks.Select(block => Sent.Text(block, "type")).ShouldBe(["rich_text", "divider", "rich_text"]);
        var parts = blocks[0].GetProperty("elements");
        parts[0].GetProperty("elements")[0].GetProperty("text").GetString().ShouldBe("Stem\n\nA · one\nB · two\n\nTraps:");
        Sent.Text(parts[1], "type").ShouldBe("rich_text_list");
        parts[2].GetProperty("elements")[0].GetProperty("text").GetString().ShouldBe("\nEnd");
    }

    [Fact]
    public void A_second_table_and_one_in_a_window_are_text()
    {
        var narrow = new Table(["Day", "Right"], [["Monday", "3 of 4"]]);
        var wide = new Table(["Service", "For"], [["Athena", new string('x', 80)], ["S3", ""]]);
        var card = new Card(narrow, narrow, wide);

        var message = new Sent(SlackRenderer.Messages(card, TestWords.Words).ShouldHaveSingleItem());
        var window = new Sent(SlackRenderer.Modal(card, TestWords.Words, ""));

        message.Blocks.Select(block => Sent.Text(block, "type")).ShouldBe(["table", "rich_text"]);
        window.Blocks.Select(block => Sent.Text(block, "type")).ShouldBe(["rich_text", "rich_text"]);
        window.Of("rich_text_preformatted").First().GetProperty("elements")[0].GetProperty("text").GetString().ShouldBe("Day     Right\nMonday  3 of 4");
        window.Of("rich_text_list").Count().ShouldBe(1);
    }

    [Fact]
    public void Small_print_is_slacks_own_markup_in_which_only_the_cards_marks_are_marks()
    {
        var card = new Card(new Section("x"), new ContextLine("a**b** *c* `d<e` [f|g](https://a.b/?x=1&y=2) snake_case 2 * 3 :key: {time:1795000000}\n> 1 & 2"));

        var text = SlackRenderer.Messages(card, TestWords.Words)[0].Blocks.OfType<ContextBlock>().Single().Elements.Single().Text;

        text.Replace("\u200B", "¦", StringComparison.Ordinal).ShouldBe(
            "a¦*b* _c_ `d&lt;e` <https://a.b/?x=1&amp;y=2|f/g> snake¦_¦case 2 ¦*¦ 3 :¦key: <!date^1795000000^{date_short_pretty} at {time}|18 Nov 2026 11:06 UTC>\n¦&gt; 1 &amp; 2");
    }

    [Fact]
    public void A_notification_has_the_title_and_the_first_lines_in_plain_words()
    {
        var card = new Card(new Header("Question <1>"), new Section("A **bold** `s3:Get*` & {time:1795000000}\n- /help"), new Divider(), new Section("The key is B."));

        SlackRenderer.Messages(card, TestWords.Words)[0].Text.ShouldBe("Question &lt;1&gt;\nA bold s3:Get* &amp; 18 Nov 2026 11:06 UTC\n- /mla help");
    }

    [Fact]
    public void Pictures_are_listed_and_become_files_or_words()
    {
        var message = SlackRenderer.Messages(new Card(new Picture(new byte[] { 1 }, "First"), new Section("x"), new Picture(new byte[] { 2 }, "Second")), TestWords.Words)[0];

        BlockPictures.In(message.Blocks).Select(picture => picture.AltText).ShouldBe(["First", "Second"]);
        var sent = BlockPictures.WithFiles(message.Blocks, ["F1", "F2"]);
        sent.OfType<ImageBlock>().Select(image => image.SlackFile!.Id).ShouldBe(["F1", "F2"]);
        BlockPictures.In(sent).ShouldBeEmpty();
        new Sent(message with { Blocks = BlockPictures.WithWords(message.Blocks) }).Seen.ShouldBe("First\nx\nSecond");
        Should.Throw<ArgumentException>(() => BlockPictures.WithFiles(message.Blocks, ["F1"]));
    }
}
