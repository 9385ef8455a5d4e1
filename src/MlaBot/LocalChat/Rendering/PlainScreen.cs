using MlaBot.Chat.Cards;
using NodaTime;

namespace MlaBot.LocalChat.Rendering;

/// <summary>The chat as plain lines for pipes and files: no colours, no drawing, always the same width.</summary>
internal sealed class PlainScreen(TextWriter output) : ILocalScreen
{
    /// <summary>Columns of a line, the indent included.</summary>
    public const int Width = 100;

    private const string Indent = "  ";
    private static readonly CardLook Look = new(Width - Indent.Length, IsPlain: true);
    private readonly Lock _gate = new();

    public void Show(string heading, Card card, Func<Instant, string> time) => Write(heading, CardText.Render(card, Look, time));

    public void Show(string heading, IEnumerable<string> text, Func<Instant, string> time) => Write(heading, CardText.Render(text, Look, time));

    public void Note(string text) => Write([.. Wrapping.Wrap(TextLine.Of($"* {CardText.Clean(text)}"), Width).Select(line => line.Text)]);

    public void Echo(string person, string typed) => Write([$"{person}> {CardText.Clean(typed)}".TrimEnd()]);

    public void Close() => Write([]);

    private void Write(string heading, IReadOnlyList<TextLine> lines) =>
        Write([.. Wrapping.Wrap(TextLine.Of($"{CardText.Clean(heading)}:"), Width).Select(line => line.Text), .. lines.Select(line => (Indent + line.Text).TrimEnd()), ""]);

    private void Write(IReadOnlyList<string> lines)
    {
        lock (_gate)
        {
            foreach (var line in lines)
            {
                output.Write(line);
                output.Write('\n');
            }

            output.Flush();
        }
    }
}
