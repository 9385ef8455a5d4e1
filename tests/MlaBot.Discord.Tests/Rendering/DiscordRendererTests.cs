using MlaBot.Chat.Cards;
using MlaBot.Core.Channels;
using MlaBot.Discord.Rendering;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Tests.Rendering;

public sealed class DiscordRendererTests
{
    private static IEnumerable<string> Texts(Card card) => Box(Render(card)).Components.OfType<TextDisplay>().Select(text => text.Content);

    private static readonly CardButton Button = new(new("test.act", "1"), "A");

    [Fact]
    public void A_private_card_is_seen_by_one_person()
    {
        Render(new Card(new Section("psst")).Privately()).Flags.ShouldBe(MessageFlags.ComponentsV2 | MessageFlags.Ephemeral);
        Render(new Card(new Section("hello"))).Flags.ShouldBe(MessageFlags.ComponentsV2);
    }

    [Fact]
    public void Only_the_role_of_the_channels_style_is_called_and_it_stands_outside_the_box()
    {
        var message = Render(new Card(new Section("<@&999> @everyone")), new PostingStyle(OpensThread: false, IsSilent: false, MentionRole: "123"));

        message.AllowedMentions.Parse.ShouldBeEmpty();
        message.AllowedMentions.Roles.ShouldBe(["123"]);
        message.Components![0].ShouldBe(new TextDisplay("<@&123>"));
        message.Components[1].ShouldBeOfType<Container>();
    }

    [Theory]
    [InlineData(CardTone.Good, "### ✓ Title")]
    [InlineData(CardTone.Bad, "### ✗ Title")]
    [InlineData(CardTone.Caution, "### ! Title")]
    [InlineData(CardTone.Neutral, "### Title")]
    public void The_tone_is_a_sign_and_not_only_a_colour(CardTone tone, string title) =>
        Box(Render(new Card(new Header("Title")) { Tone = tone })).Components.ShouldHaveSingleItem().ShouldBe(new TextDisplay(title));

    [Fact]
    public void Tones_have_colours_of_their_own() =>
        Enum.GetValues<CardTone>().Select(tone => Box(Render(new Card(new Section("x")) { Tone = tone })).AccentColor).ShouldBeUnique();

    [Fact]
    public void More_than_five_buttons_stand_in_several_rows()
    {
        var buttons = Enumerable.Range(1, 7).Select(number => Button with { Action = new("test.act", $"{number}") });

        Box(Render(new Card(new Choices([.. buttons])))).Components.Cast<ActionRow>().Select(row => row.Components.Count).ShouldBe([5, 2]);
    }

    [Fact]
    public void Among_several_menus_each_has_its_caption_from_the_start_so_that_no_choice_moves_the_others()
    {
        Menu MenuOf(string prompt, bool isChosen) => new(new("test.menu", prompt), prompt, [new("a", "A") { IsSelected = isChosen }]);

        Texts(new Card(MenuOf("First", isChosen: false))).ShouldBeEmpty();
        Texts(new Card(MenuOf("First", isChosen: true))).ShouldBe(["-# First"]);
        Texts(new Card(MenuOf("First", isChosen: false), MenuOf("Second", isChosen: true))).ShouldBe(["-# First", "-# Second"]);
    }

    [Fact]
    public void A_bar_says_its_share_in_numbers_and_the_key_in_a_word()
    {
        var lines = Box(Render(new Card(new Bars("Answers", [new("A", 1, 5), new("B", 4, 5, IsMarked: true), new("C", 0, 0)])))).Components
            .ShouldHaveSingleItem().ShouldBeOfType<TextDisplay>().Content.Split('\n');

        lines.ShouldBe(["**Answers**", "`A ██░░░░░░░░` 1 of 5 (20 %)", "`B ████████░░` 4 of 5 (80 %) ✓ **key**", "`C ░░░░░░░░░░` 0 of 0 (0 %)"]);
    }

    [Fact]
    public void A_long_table_is_a_list_that_a_phone_can_show()
    {
        var text = Box(Render(new Card(new Table(["", "Left", "Right"], [["What", new string('x', 120), "a_b"], ["Why", "", "short"]])))).Components
            .ShouldHaveSingleItem().ShouldBeOfType<TextDisplay>().Content;

        text.ShouldBe($"**What**\n- Left: {new string('x', 120)}\n- Right: a\\_b\n**Why**\n- Right: short");
    }

    [Fact]
    public void A_card_that_discord_would_refuse_is_a_mistake_that_names_the_place()
    {
        Refused(new Card()).ShouldContain("nothing to show");
        Refused(new Card(new Section(" \n "))).ShouldContain("nothing to show");
        Refused(new Card(new Choices([Button, Button]))).ShouldContain("test.act:1");
        Refused(new Card(new Choices([Button with { Label = " " }]))).ShouldContain("label of test.act:1");
        Refused(new Card(new Menu(new("test.menu"), "Choose", []))).ShouldContain("menu test.menu");
        Refused(new Card(new Menu(new("test.menu"), "Choose", [new("a", "A"), new("a", "B")]))).ShouldContain("one value");
        Refused(new Card(new Menu(new("test.menu"), "Choose", [new("a", "A")], Minimum: 2, Maximum: 2))).ShouldContain("2 to 1 of 1");
        Refused(new Card(new Section("x"), new Form(new("test.form"), "Form", []))).ShouldContain("stands alone");
        Refused(new Card(new Picture(Array.Empty<byte>(), "empty"))).ShouldContain("files");
    }

    [Fact]
    public void A_form_that_discord_would_refuse_is_a_mistake_that_names_the_place()
    {
        Should.Throw<InvalidOperationException>(() => DiscordRenderer.Modal(new Form(new("test.form"), "Form", []))).Message.ShouldContain("fields");
        Should.Throw<InvalidOperationException>(() => DiscordRenderer.Modal(new Form(new("test.form"), "Form", [new("a", "A") { MaxLength = 2, Value = "abc" }])))
            .Message.ShouldContain("field a");
        Should.Throw<InvalidOperationException>(() => DiscordRenderer.Modal(new Form(new("test.form"), "Form", [new("a", "A"), new("a", "B")])))
            .Message.ShouldContain("stands twice");
    }

    [Fact]
    public void A_role_that_is_no_discord_role_is_never_written_into_a_message() =>
        Should.Throw<InvalidOperationException>(() => Render(new Card(new Section("x")), new PostingStyle(OpensThread: false, IsSilent: false, MentionRole: "1> @everyone")));

    [Fact]
    public void A_label_beyond_its_limit_is_shortened_where_everybody_sees_it()
    {
        var card = new Card(new Choices([Button with { Label = new string('x', 200) }]));

        Box(Render(card)).Components.OfType<ActionRow>().Single().Components.Cast<Button>().Single().Label.ShouldBe($"{new string('x', 79)}…");
    }

    private static string Refused(Card card) => Should.Throw<InvalidOperationException>(() => DiscordRenderer.Message(card)).Message;

    private static MessagePayload Render(Card card, PostingStyle? style = null) => DiscordRenderer.Message(card, null, style).ShouldHaveSingleItem();

    private static Container Box(MessagePayload message) => message.Components!.OfType<Container>().ShouldHaveSingleItem();
}
