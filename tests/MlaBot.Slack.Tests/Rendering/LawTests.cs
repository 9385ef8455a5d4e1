using FsCheck;
using FsCheck.Fluent;
using MlaBot.Chat.Cards;
using MlaBot.Core.Channels;
using MlaBot.Slack.Rendering;
using MlaBot.Testing.Cards;

namespace MlaBot.Slack.Tests.Rendering;

public sealed class LawTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
    private static readonly PostingStyle Loud = new(OpensThread: false, IsSilent: true, MentionRole: "S0614TZR7");

    [Fact]
    public void Every_message_and_view_of_any_card_is_within_every_limit() => Prop.ForAll(Seeds, seed =>
    {
        var card = new RandomCards(seed).Next();
        var faults = Messages(card, seed).Concat(Views(card)).SelectMany(sent => sent.Faults()).ToArray();
        return faults.Length == 0 ? true : throw new InvalidOperationException(string.Join(", ", faults));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void No_word_of_a_card_is_lost() => Prop.ForAll(Seeds, seed =>
    {
        var cards = new RandomCards(seed);
        var card = cards.Next();
        var left = LeftOut(card);
        var wanted = cards.Words.Where(word => !left.Contains(word, StringComparison.Ordinal)).ToArray();
        foreach (var seen in Views(card).Select(view => view.Seen).Prepend(string.Join('\n', Messages(card, seed).Select(message => message.Seen))))
        {
            var lost = wanted.Where(word => !seen.Contains(word, StringComparison.Ordinal)).ToArray();
            if (lost.Length > 0)
            {
                throw new InvalidOperationException($"{string.Join(' ', lost.Take(5))} in {seen}");
            }
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Nothing_that_the_words_of_a_card_hold_can_call_anybody() => Prop.ForAll(Seeds, seed =>
    {
        var card = new RandomCards(seed).Next();
        return SlackRenderer.Messages(card, TestWords.Words).Select(message => new Sent(message)).Concat(Views(card)).All(sent => !sent.Calls().Any());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Theory]
    [InlineData("<!channel>")]
    [InlineData("@everyone")]
    [InlineData("<@U1>")]
    [InlineData("<!subteam^S1|x>")]
    [InlineData("**<!here>** `<!here>` *<!here>* [<!here>](https://a.b/<!here>)")]
    [InlineData("[<!here|x>](https://a.b/?x=<!here>|y)")]
    public void A_mention_in_every_text_of_a_card_stays_text(string said)
    {
        var card = new Card(
            new Header(said),
            new Section(said),
            new ContextLine(said),
            new Table([said, said], [[said, said]]),
            new Table([said, said], [[said, new string('x', 90)]]),
            new Bars(said, [new Bar(said, 1, 2, true)]),
            new Choices([new CardButton(new("a.b", "1"), said)]),
            new Menu(new("a.b", "2"), said, [new MenuOption(said, said) { Detail = said, IsSelected = true }]),
            new ChannelMenu(new("a.b", "3"), said, "C1"),
            new Picture(new byte[] { 1 }, said))
        { Summary = said };
        var form = new Form(new("a.b", "4"), said[..Math.Min(24, said.Length)], [new FormField("x", said) { Above = said, Example = said, Value = said }]);

        Sent[] all =
        [
            new(SlackRenderer.Messages(card, TestWords.Words).ShouldHaveSingleItem()), new(SlackRenderer.Messages(card with { Summary = "" }, TestWords.Words)[0]),
            .. Views(card), new(SlackRenderer.FormModal(form, TestWords.Words, "")),
        ];

        foreach (var sent in all)
        {
            sent.Calls().ShouldBeEmpty();
            sent.Faults().ShouldBeEmpty();
        }
    }

    [Fact]
    public void Cards_around_the_limit_of_blocks_go_on_in_the_next_message()
    {
        for (var count = 40; count < 110; count++)
        {
            var lines = new Card([.. Enumerable.Range(1, count).Select(number => new ContextLine($"Line {number}."))]);

            var messages = Messages(lines, count);

            messages.SelectMany(message => message.Faults()).ShouldBeEmpty();
            messages.SelectMany(message => message.Seen.Split('\n')).Count(line => line.StartsWith("Line", StringComparison.Ordinal)).ShouldBe(count);
        }
    }

    [Fact]
    public void A_line_without_a_blank_is_cut_where_it_must_and_no_pair_of_a_sign_is_torn()
    {
        var card = new Card(new Section(string.Concat(Enumerable.Repeat("🚀", 5000))));

        var seen = string.Concat(Messages(card, 1).Select(message => message.Seen.Replace("\n", "", StringComparison.Ordinal)));

        seen.ShouldBe(((Section)card.Parts[0]).Markdown);
    }

    [Fact]
    public void The_same_card_gives_the_same_messages()
    {
        var texts = Enumerable.Range(0, 2).Select(_ => string.Join('\n', Messages(new RandomCards(7).Next(), 7).Select(message => message.Json.GetRawText()))).ToArray();

        texts[0].ShouldBe(texts[1]);
    }

    private static Sent[] Messages(Card card, int seed) =>
        [.. SlackRenderer.Messages(card, TestWords.Words, seed % 2 == 0 ? $"post:{seed}" : null, seed % 3 == 0 ? Loud : null).Select(message => new Sent(message))];

    private static Sent[] Views(Card card) => [new(SlackRenderer.Modal(card, TestWords.Words, "")), new(SlackRenderer.Home(card, TestWords.Words))];

    // Slack has no disabled buttons and no menu of user groups.
    private static string LeftOut(Card card) => string.Join('\n', card.Parts.SelectMany(part => part switch
    {
        Choices choices => choices.Buttons.Where(button => button.IsDisabled).Select(button => button.Label),
        RoleMenu menu => [menu.Prompt],
        _ => Enumerable.Empty<string>(),
    }));
}
