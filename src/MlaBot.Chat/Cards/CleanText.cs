using Text = MlaBot.Core.Text;

namespace MlaBot.Chat.Cards;

/// <summary>The texts of a card as renderers read them.</summary>
public static class CleanText
{
    /// <summary>The lines of a text, clean: no control or format characters, no blanks at the end.</summary>
    public static IEnumerable<string> Lines(string markdown) =>
        markdown.ReplaceLineEndings("\n").Split('\n').Select(line => Clean(line).TrimEnd());

    /// <summary>Text without control and format characters: spaces take their place.</summary>
    public static string Clean(string text) => Text.Printable(text, text.Length + 1);

    /// <summary>The words of one line without its marks; instants stay as their tokens.</summary>
    public static string WithoutMarks(string line) => string.Concat(CardMarkdown.Read(line)
        .Select(piece => piece.Mark is MarkdownMark.Bold or MarkdownMark.Italic ? WithoutMarks(piece.Text) : piece.Text));
}
