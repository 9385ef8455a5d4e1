using MlaBot.Chat.Cards;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>Turns a line of a card into the leaves of a rich text. Their texts are raw, so nothing in them can be a mark or a mention.</summary>
internal static class RichLeaves
{
    /// <summary>The leaves of a line of Markdown.</summary>
    public static IReadOnlyList<RichTextLeaf> Read(string line)
    {
        List<RichTextLeaf> leaves = [];
        Append(leaves, line, style: null);
        return leaves;
    }

    /// <summary>The leaves of plain text.</summary>
    public static IReadOnlyList<RichTextLeaf> Plain(string text, bool isBold)
    {
        List<RichTextLeaf> leaves = [];
        AppendPlain(leaves, text, isBold ? new LeafStyle { Bold = true } : null);
        return leaves;
    }

    /// <summary>Adds text, to the last leaf where that has the same style.</summary>
    public static void Append(List<RichTextLeaf> leaves, TextLeaf leaf)
    {
        if (leaves is [.., TextLeaf last] && last.Style == leaf.Style)
        {
            leaves[^1] = last with { Text = last.Text + leaf.Text };
        }
        else if (leaf.Text.Length > 0)
        {
            leaves.Add(leaf);
        }
    }

    /// <summary>Adds a leaf; text goes to the last leaf where that has the same style.</summary>
    public static void Add(List<RichTextLeaf> leaves, RichTextLeaf leaf)
    {
        if (leaf is TextLeaf text)
        {
            Append(leaves, text);
        }
        else
        {
            leaves.Add(leaf);
        }
    }

    private static void Append(List<RichTextLeaf> leaves, string text, LeafStyle? style)
    {
        foreach (var piece in CardMarkdown.Read(text))
        {
            switch (piece.Mark)
            {
                case MarkdownMark.Code:
                    Append(leaves, new TextLeaf(CardTime.Replace(piece.Text, SlackTime.InUtc)) { Style = (style ?? new()) with { Code = true } });
                    break;
                case MarkdownMark.Bold:
                    Append(leaves, piece.Text, (style ?? new()) with { Bold = true });
                    break;
                case MarkdownMark.Italic:
                    Append(leaves, piece.Text, (style ?? new()) with { Italic = true });
                    break;
                case MarkdownMark.Link when IsAddress(piece.Link):
                    leaves.Add(new LinkLeaf(piece.Link, CardTime.Replace(piece.Text, SlackTime.InUtc)) { Style = style });
                    break;
                case MarkdownMark.Link:
                    AppendPlain(leaves, $"[{piece.Text}]({piece.Link})", style);
                    break;
                default:
                    AppendPlain(leaves, piece.Text, style);
                    break;
            }
        }
    }

    /// <summary>True for an address that Slack takes.</summary>
    public static bool IsAddress(string link) => link.Length <= SlackLimits.Url / 2 && Uri.IsWellFormedUriString(link, UriKind.Absolute);

    private static void AppendPlain(List<RichTextLeaf> leaves, string text, LeafStyle? style)
    {
        foreach (var (piece, at) in CardTime.Read(text))
        {
            if (at is { } instant)
            {
                leaves.Add(new DateLeaf(instant.ToUnixTimeSeconds(), SlackTime.Format, SlackTime.InUtc(instant)));
            }
            else
            {
                Append(leaves, new TextLeaf(piece) { Style = style });
            }
        }
    }
}
