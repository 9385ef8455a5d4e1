using System.Reflection;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.LocalChat;
using MlaBot.LocalChat.Rendering;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Tests.LocalChat;

public sealed class CardTextTests
{
    private static readonly LocalDate Today = New.Date("2026-11-21");
    private static readonly ActionId Action = new("daily.answer", "12", "A");

    [Fact]
    public void A_question_reads_from_top_to_bottom() => Render(
        new Card(
            new Header("Question 12 · Domain 1: Data preparation"),
            new Section("A team uses `s3:Get*` and [red]brackets[/]. Which **one** is *right*?"),
            new Section("**A** · First\n**B** · Second"),
            new Choices([new CardButton(Action, "A"), new CardButton(Action, "B")]),
            new ContextLine($"Open until {CardTime.Token(New.Instant("2026-11-21T21:00Z"))}.")),
        100).ShouldBe(
        """
        Question 12 · Domain 1: Data preparation

        A team uses `s3:Get*` and [red]brackets[/]. Which one is right?

        A · First
        B · Second

        Choices: A | B
        Open until 21:00.
        """);

    [Fact]
    public void A_menu_is_a_hint() => Render(new Card(new Menu(Action, "Choose 2", [new("A", "A · first"), new("B", "B · second")], 2, 2)), 100).ShouldBe("Choose 2: A | B");

    [Fact]
    public void Buttons_are_what_to_type_and_the_ones_that_cannot_be_pressed_are_left_out() => Render(
        new Card(
            new Section("Which one?"),
            new Choices([new CardButton(Action, "A") { IsDisabled = true }]),
            new Choices([new CardButton(Action, "B"), new CardButton(Action, "C") { IsDisabled = true }]),
            new Choices([new CardButton(Action, "My answer") { Typed = "/why 12" }, new CardButton(Action, "S3") { Typed = "/service s3" }])),
        100).ShouldBe(
        """
        Which one?

        Choices: B
        Type: /why 12 (My answer) | /service s3 (S3)
        """);

    [Fact]
    public void A_form_says_that_there_is_a_command_for_it() =>
        Render(new Card(new Form(Action, "Report a question", [new("reason", "Why")])), 200).ShouldStartWith("Report a question: this needs a form");

    [Fact]
    public void Bars_carry_their_numbers_and_the_key_in_words() => Render(
        new Card(new Bars("Answers", [new("A", 1, 5), new("B", 0, 5), new("C", 4, 5, IsMarked: true), new("CAB", 0, 0)])), 100).ShouldBe(
        """
        Answers
        A   ####                 1 of 5 (20 %)
        B                        0 of 5 (0 %)
        C   ################     4 of 5 (80 %) ✓ key
        CAB                      0 of 0 (0 %)
        """);

    [Fact]
    public void A_table_stands_in_columns() => Render(ScheduleTable(), 100).ShouldBe(
        """
        Schedule  Domain                     Next
        --------  -------------------------  ------------
        1         1: Data preparation        21:00
        2         4: Monitoring [and] more*  22 Nov 09:00
        """);

    [Fact]
    public void A_table_that_is_too_wide_is_broken_inside_its_cells() => Render(ScheduleTable(), 40).ShouldBe(
        """
        Schedule  Domain            Next
        --------  ----------------  ------------
        1         1: Data           21:00
                  preparation
        2         4: Monitoring     22 Nov 09:00
                  [and] more*
        """);

    [Fact]
    public void A_table_on_a_very_narrow_terminal_is_a_list() => Render(ScheduleTable(), 24).ShouldBe(
        """
        - Schedule: 1
          Domain: 1: Data
          preparation
          Next: 21:00
        - Schedule: 2
          Domain: 4: Monitoring
          [and] more*
          Next: 22 Nov 09:00
        """);

    [Fact]
    public void Lists_hang_below_their_text() => Render(
        new Card(new Section("- one two three four five\n1. one two three four five\n✗ **A** · one two three four five\n  Example: `x`")), 20).ShouldBe(
        """
        - one two three four
          five
        1. one two three
           four five
        ✗ A · one two three
              four five
          Example: `x`
        """);

    [Fact]
    public void Other_parts_have_words_too() => Render(
        new Card(new Section("Up"), new Divider(), new Picture(ReadOnlyMemory<byte>.Empty, "A curve that falls")), 30).ShouldBe(
        """
        Up

        ------------------------------

        [Picture: A curve that falls]
        """);

    [Theory]
    [InlineData("2026-11-21T21:00Z", "21:00")]
    [InlineData("2026-11-22T00:00Z", "22 Nov 00:00")]
    [InlineData("2026-11-05T07:05Z", "5 Nov 07:05")]
    [InlineData("2027-01-01T09:00Z", "1 Jan 2027 09:00")]
    public void Instants_are_wall_times_and_say_no_more_than_needed(string instant, string shown) =>
        Render(new Card(new Section(CardTime.Token(New.Instant(instant)))), 100).ShouldBe(shown);

    [Fact]
    public void An_instant_beyond_the_calendar_stays_text() =>
        Render(new Card(new Section("{time:999999999999} {time:253402300800}")), 100).ShouldBe("{time:999999999999} {time:253402300800}");

    [Fact]
    public void Control_and_format_characters_become_spaces() =>
        Render(new Card(new Header("a\u001b[31mb"), new Section("c\u0007d\u202Ee\tf"), new Table(["g\nh"], [["i\rj"]])), 100)
            .ShouldBe("a [31mb\n\nc d e f\n\ng h\n---\ni j");

    [Fact]
    public void A_stored_card_keeps_instants_and_whole_lines()
    {
        var card = new Card(new Section($"{string.Join(' ', Enumerable.Repeat("word", 100))} {{time:1795000000}}"));

        CardText.Render(card, CardLook.Stored, CardTime.Token).ShouldHaveSingleItem().Text.ShouldEndWith("word {time:1795000000}");
    }

    [Fact]
    public void Every_kind_of_part_can_be_shown()
    {
        CardPart[] parts =
        [
            new Header("a"), new Section("a"), new TypingHint("a"), new Divider(), new ContextLine("a"), new Choices([]), new Menu(Action, "a", []), new ChannelMenu(Action, "a"),
            new Finder("service", "words", "a"), new RoleMenu(Action, "a"), new Form(Action, "a", [new("a", "a")]),
            new Table([], []), new Bars("a", []), new Picture(ReadOnlyMemory<byte>.Empty, "a"),
        ];

        parts.Select(part => part.GetType()).ShouldBe(
            typeof(CardPart).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CardPart))), ignoreOrder: true);
        foreach (var part in parts)
        {
            Should.NotThrow(() => Render(new Card(part), 20), part.GetType().GetTypeInfo().Name);
        }
    }

    private static Card ScheduleTable() => new(new Table(
        ["Schedule", "Domain", "Next"],
        [
            ["1", "1: Data preparation", CardTime.Token(New.Instant("2026-11-21T21:00Z"))],
            ["2", "4: Monitoring [and] more*", CardTime.Token(New.Instant("2026-11-22T09:00Z"))],
        ]));

    private static string Render(Card card, int width) => string.Join('\n', CardText
        .Render(card, new CardLook(width, IsPlain: true), instant => LocalTimes.Format(instant.InUtc().LocalDateTime, Today))
        .Select(line => line.Text));
}
