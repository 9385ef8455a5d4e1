using FsCheck;
using FsCheck.Fluent;
using MlaBot.Chat.Cards;
using MlaBot.Core.Channels;
using MlaBot.Discord.Rendering;
using MlaBot.Testing.Cards;

namespace MlaBot.Discord.Tests.Rendering;

public sealed class PayloadLawTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
    private static readonly PostingStyle Loud = new(OpensThread: false, IsSilent: true, MentionRole: "12345678901234567");

    [Fact]
    public void Every_message_of_any_card_is_within_every_limit() => Prop.ForAll(Seeds, seed =>
    {
        var faults = Render(new RandomCards(seed).Next(), seed).SelectMany(message => message.Faults()).ToArray();
        return faults.Length == 0 ? true : throw new InvalidOperationException(string.Join(", ", faults));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    [Fact]
    public void No_word_of_a_card_is_lost() => Prop.ForAll(Seeds, seed =>
    {
        var cards = new RandomCards(seed);
        var seen = string.Join('\n', Render(cards.Next(), seed).Select(message => message.Seen));
        var lost = cards.Words.Where(word => !seen.Contains(word, StringComparison.Ordinal)).ToArray();
        return lost.Length == 0 ? true : throw new InvalidOperationException($"{string.Join(' ', lost.Take(5))} in {seen}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    [Fact]
    public void Nothing_that_the_words_of_a_card_hold_can_call_anybody() => Prop.ForAll(Seeds, seed =>
        DiscordRenderer.Message(new RandomCards(seed).Next()).Select(payload => new SentMessage(payload))
            .SelectMany(message => message.Texts).SelectMany(text => DiscordReader.Read(text).Live)
            .All(live => !live.StartsWith("special", StringComparison.Ordinal))).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Cards_around_the_limit_of_components_go_on_in_the_next_message()
    {
        for (var count = 30; count < 85; count++)
        {
            var lines = new Card([.. Enumerable.Range(1, count).Select(number => new Section($"Line {number}."))]);
            var rows = new Card([.. Enumerable.Range(1, count).Select(number => new Choices([new CardButton(new("test.act", $"{number}"), $"Line {number}.")]))]);

            foreach (var messages in new[] { Render(lines, count), Render(rows, count) })
            {
                messages.SelectMany(message => message.Faults()).ShouldBeEmpty();
                messages.SelectMany(message => message.Seen.Split('\n')).Where(line => line.StartsWith("Line", StringComparison.Ordinal)).Distinct().Count().ShouldBe(count);
            }
        }
    }

    [Fact]
    public void The_same_card_gives_the_same_messages()
    {
        var texts = Enumerable.Range(0, 2).Select(_ => string.Join('\n', Render(new RandomCards(7).Next(), 7).Select(message => message.Seen))).ToArray();

        texts[0].ShouldBe(texts[1]);
    }

    [Fact]
    public void A_line_without_a_blank_is_cut_where_it_must_and_no_pair_of_a_sign_is_torn()
    {
        var card = new Card(new Section(string.Concat(Enumerable.Repeat("🚀", 5000))));

        var seen = string.Concat(DiscordRenderer.Message(card).Select(payload => new SentMessage(payload)).Select(message => message.Seen.ReplaceLineEndings("")));

        seen.ShouldBe(((Section)card.Parts[0]).Markdown);
    }

    [Fact]
    public void A_text_too_long_for_one_message_goes_on_after_a_sentence()
    {
        var card = new Card(new Section(string.Join(' ', Enumerable.Range(1, 500).Select(number => $"Sentence number {number} ends here."))));

        var texts = DiscordRenderer.Message(card).Select(payload => new SentMessage(payload)).SelectMany(message => message.Texts).ToArray();

        texts.Length.ShouldBeGreaterThan(1);
        texts.ShouldAllBe(text => text.EndsWith('.') && text.StartsWith("Sentence", StringComparison.Ordinal));
    }

    [Fact]
    public void The_controls_of_a_question_that_needs_two_messages_stand_on_the_last_with_the_words_below_them()
    {
        var card = new Card(
            new Header("Question 1"),
            new Section(string.Join('\n', Enumerable.Range(1, 79).Select(number => $"{number:00} {new string('x', 46)}"))),
            new Choices([new CardButton(new("daily.answer", "1", "A"), "A"), new CardButton(new("daily.answer", "1", "B"), "B")]),
            new ContextLine(new string('y', 60)));

        var messages = DiscordRenderer.Message(card).Select(payload => new SentMessage(payload)).ToArray();

        messages.Length.ShouldBe(2);
        messages[0].Of(2).ShouldBeEmpty();
        messages[1].Of(2).Count().ShouldBe(2);
        messages[1].Texts.ShouldHaveSingleItem().ShouldStartWith("-# yyy");
    }

    private static SentMessage[] Render(Card card, int seed) =>
        [.. DiscordRenderer.Message(card, seed % 2 == 0 ? $"post:{seed}" : null, seed % 3 == 0 ? Loud : null).Select(payload => new SentMessage(payload))];
}
