using MlaBot.Chat.Cards;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>Small print.</summary>
internal static class ContextBlocks
{
    // The date of a time's token is nine times as long as the token, and escaping makes five signs of one.
    private const int Piece = 300;

    /// <summary>The blocks of a card's small print; none when there is nothing to read.</summary>
    public static IReadOnlyList<Block> Of(string markdown)
    {
        List<Block> blocks = [];
        var text = "";
        foreach (var line in CleanText.Lines(markdown).Where(line => !string.IsNullOrWhiteSpace(line)).SelectMany(Fitting))
        {
            if (text.Length + 1 + line.Length > SlackLimits.Text)
            {
                blocks.Add(Block(text));
                text = "";
            }

            text = text.Length == 0 ? line : $"{text}\n{line}";
        }

        return text.Length == 0 ? blocks : [.. blocks, Block(text)];
    }

    private static IEnumerable<string> Fitting(string line)
    {
        var whole = Mrkdwn.Line(line);
        return whole.Length <= SlackLimits.Text ? [whole] : LongText.Pieces(line, Piece).Select(Mrkdwn.Line);
    }

    private static ContextBlock Block(string text) => new([TextObject.Markup(text)]);
}
