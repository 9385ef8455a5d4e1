using MlaBot.Discord.Rendering;
using MlaBot.Discord.Wire;
using MlaBot.Testing;
using MlaBot.Testing.Cards;

namespace MlaBot.Discord.Tests.Rendering;

/// <summary>Live rounds on Discord: whatever the bank and people's names hold, a message is one message that Discord takes.</summary>
public sealed class RoundCardTests
{
    [Fact]
    public void Every_question_of_the_bank_fits_into_one_message_in_every_phase_of_a_round()
    {
        var rounds = new RealRounds(RealContent.Current);
        foreach (var item in RealContent.Current.Items)
        {
            foreach (var (form, card) in rounds.Of(item, answersInForms: false))
            {
                Sent(card, "round:7:1795000000:q19v2").ShouldHaveSingleItem($"{item.Id} {form}").Faults().ShouldBeEmpty($"{item.Id} {form}");
            }
        }
    }

    [Fact]
    public void Lobbies_tables_and_reports_fit_into_one_message_with_any_number_of_players()
    {
        foreach (var items in RealContent.Current.Items.Chunk(20).Take(10))
        {
            foreach (var (name, card) in new RealRounds(RealContent.Current).Around(items))
            {
                Sent(card, "round:7:1795000000:lobby").ShouldHaveSingleItem(name).Faults().ShouldBeEmpty(name);
            }
        }
    }

    [Theory]
    [InlineData("locked")]
    [InlineData("open")]
    [InlineData("closed")]
    [InlineData("discuss")]
    [InlineData("reveal")]
    public void A_question_in_a_round(string form) => Golden(new RealRounds(New.Content()).Of(New.ChoiceItem(), answersInForms: false).Single(each => each.Form == form).Card, form);

    [Theory]
    [InlineData("lobby, full")]
    [InlineData("begun with teams")]
    [InlineData("challenge")]
    [InlineData("podium with teams")]
    [InlineData("report")]
    public void Around_the_questions(string name) => Golden(
        new RealRounds(New.Content()).Around([New.ChoiceItem(), New.OrderingItem(), New.MatchingItem()]).Single(each => each.Name == name).Card, name);

    private static void Golden(Chat.Cards.Card card, string name) => System.Text.Json.JsonSerializer
        .SerializeToElement(DiscordRenderer.Message(card).ShouldHaveSingleItem(), DiscordJson.Default.MessagePayload)
        .ShouldMatchGolden($"round-{name.Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-')}");

    private static SentMessage[] Sent(Chat.Cards.Card card, string marker) => [.. DiscordRenderer.Message(card, marker).Select(message => new SentMessage(message))];
}
