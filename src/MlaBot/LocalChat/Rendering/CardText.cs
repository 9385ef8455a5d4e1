using System.Diagnostics;
using MlaBot.Chat.Cards;
using NodaTime;
using Text = MlaBot.Core.Text;

namespace MlaBot.LocalChat.Rendering;

/// <summary>Lays a card out in lines. Pure: the same card, look and times give the same lines.</summary>
internal static class CardText
{
    /// <summary>Renders a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="look">Width and signs.</param>
    /// <param name="time">How an instant inside the text is written.</param>
    public static IReadOnlyList<TextLine> Render(Card card, CardLook look, Func<Instant, string> time)
    {
        var lines = new List<TextLine>();
        CardPart? above = null;
        foreach (var part in card.Parts.Where(IsShown))
        {
            if (above is not null && !(IsHint(above) && (IsHint(part) || part is ContextLine)))
            {
                lines.Add(TextLine.Empty);
            }

            lines.AddRange(Part(part, look, markdown => CardTime.Replace(markdown, time)));
            above = part;
        }

        return lines;
    }

    /// <summary>Renders lines of plain text, such as those of a stored message.</summary>
    public static IReadOnlyList<TextLine> Render(IEnumerable<string> text, CardLook look, Func<Instant, string> time) =>
        [.. text.SelectMany(line => Wrapping.Wrap(TextLine.Of(Clean(CardTime.Replace(line, time))), look.Width))];

    /// <summary>Text without anything that a terminal would obey: control and format characters become spaces.</summary>
    public static string Clean(string text) => Text.Printable(text, text.Length + 1);

    // Every form of the bot has a command that takes the same.
    private const string FormWords = "this needs a form, which a terminal does not have. /help shows the command for it, such as /report or /setup.";

    private const string MenuWords = "there is nothing to choose from in a terminal.";

    // The terminal has no suggestions to offer: the sentence above a field says what to type.
    private static bool IsShown(CardPart part) => part is not Finder && (part is not Choices choices || choices.Buttons.Any(button => !button.IsDisabled));

    private static bool IsHint(CardPart part) => part is TypingHint or Choices or Menu or ChannelMenu or RoleMenu;

    private static IEnumerable<TextLine> Part(CardPart part, CardLook look, Func<string, string> timed) => part switch
    {
        Header header => Wrap(TextLine.Of(Clean(timed(header.Text)), SpanStyle.Bold), look),
        Section section => Markdown(timed(section.Markdown), look),
        ContextLine context => Markdown(timed(context.Markdown), look).Select(line => line.With(SpanStyle.Dim)),
        TypingHint hint => Markdown(timed(hint.Markdown), look).Select(line => line.With(SpanStyle.Dim)),
        Divider => [TextLine.Of(new string(look.Rule, Math.Min(look.Width, 40)), SpanStyle.Dim)],
        Choices choices => Buttons(choices.Buttons.Where(button => !button.IsDisabled).ToArray(), look),
        Menu menu => Hint(menu.Prompt, menu.Options.Select(option => option.Value), look),
        ChannelMenu menu => Hint(menu.Prompt, [MenuWords], look),
        RoleMenu menu => Hint(menu.Prompt, [MenuWords], look),
        Form form => Hint(form.Title, [FormWords], look),
        Table table => TableText.Render(table.Columns.Select(Clean), table.Rows.Select(row => row.Select(cell => Clean(timed(cell)))), look),
        Bars bars => BarText.Render(bars, look),
        Picture picture => Wrap(TextLine.Of($"[Picture: {Clean(picture.AltText)}]", SpanStyle.Dim), look),
        _ => throw new UnreachableException($"The terminal cannot show a {part.GetType().Name}."),
    };

    private static IEnumerable<TextLine> Markdown(string markdown, CardLook look) => markdown
        .ReplaceLineEndings("\n").Split('\n')
        .SelectMany(line => Wrap(InlineMarkdown.Parse(Clean(line.TrimEnd()), look.IsPlain), look));

    /// <summary>Buttons as what to type: the label itself, or a text with the label behind it.</summary>
    private static IEnumerable<TextLine> Buttons(CardButton[] buttons, CardLook look) => Hint(
        buttons.Any(button => button.Typed.Length == 0) ? "Choices" : "Type",
        buttons.Select(button => button.Typed.Length == 0 ? button.Label : $"{button.Typed} ({button.Label})"),
        look);

    private static IEnumerable<TextLine> Hint(string prompt, IEnumerable<string> labels, CardLook look) =>
        Wrap(TextLine.Of(Clean($"{prompt}: {string.Join(" | ", labels)}"), SpanStyle.Dim), look);

    private static IEnumerable<TextLine> Wrap(TextLine line, CardLook look) => Wrapping.Wrap(line, look.Width);
}
