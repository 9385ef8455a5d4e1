using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>Puts lines into rich text blocks; a text that is too long for one goes on in the next at the border of a line.</summary>
internal static class RichTextBlocks
{
    /// <summary>The blocks of some lines; none when there is nothing to read.</summary>
    public static IReadOnlyList<Block> Of(IEnumerable<RichLine> lines)
    {
        List<Block> blocks = [];
        List<RichLine> group = [];
        var length = 0;
        foreach (var line in lines)
        {
            if (length + line.Length + 1 > SlackLimits.Text)
            {
                Close();
            }

            group.Add(line);
            length += line.Length + 1;
        }

        Close();
        return blocks;

        void Close()
        {
            if (Parts(group) is { Count: > 0 } parts)
            {
                blocks.Add(new RichTextBlock(parts));
            }

            group.Clear();
            length = 0;
        }
    }

    /// <summary>Text with letters of one width; its lines are spread over blocks where they must.</summary>
    public static IReadOnlyList<Block> FixedWidth(IEnumerable<string> lines)
    {
        List<Block> blocks = [];
        List<string> group = [];
        foreach (var line in lines)
        {
            if (group.Sum(each => each.Length + 1) + line.Length > SlackLimits.Text)
            {
                Close();
            }

            group.Add(line);
        }

        Close();
        return blocks;

        void Close()
        {
            if (group.Count > 0)
            {
                blocks.Add(new RichTextBlock([new RichTextPreformatted([new TextLeaf(string.Join('\n', group))])]));
                group.Clear();
            }
        }
    }

    /// <summary>The paragraphs and lists of some lines. Empty lines at their borders are left out: Slack keeps paragraph and list apart itself.</summary>
    public static IReadOnlyList<RichTextPart> Parts(IReadOnlyList<RichLine> lines)
    {
        List<RichTextPart> parts = [];
        for (var from = 0; from < lines.Count;)
        {
            var count = lines.Skip(from).TakeWhile(line => line.Indent == lines[from].Indent).Count();
            var run = lines.Skip(from).Take(count).ToArray();
            if (run[0].Indent is { } indent)
            {
                parts.Add(new RichTextList("bullet", [.. run.Select(line => new RichTextSection(line.Leaves))]) { Indent = indent == 0 ? null : indent });
            }
            else if (Paragraph(run) is { Count: > 0 } leaves)
            {
                parts.Add(new RichTextSection(leaves));
            }

            from += count;
        }

        return parts;
    }

    private static List<RichTextLeaf> Paragraph(IEnumerable<RichLine> run)
    {
        List<RichTextLeaf> leaves = [];
        foreach (var line in run.SkipWhile(IsEmpty).Reverse().SkipWhile(IsEmpty).Reverse())
        {
            if (leaves.Count > 0)
            {
                RichLeaves.Append(leaves, new TextLeaf("\n"));
            }

            foreach (var leaf in line.Leaves)
            {
                if (leaf is TextLeaf text)
                {
                    RichLeaves.Append(leaves, text);
                }
                else
                {
                    leaves.Add(leaf);
                }
            }
        }

        return leaves;
    }

    private static bool IsEmpty(RichLine line) => line.Leaves.All(leaf => leaf is TextLeaf text && string.IsNullOrWhiteSpace(text.Text));
}
