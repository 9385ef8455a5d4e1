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
            var to = from + 1;
            while (to < lines.Count && lines[to].Indent == lines[from].Indent)
            {
                to++;
            }

            if (lines[from].Indent is { } indent)
            {
                parts.Add(new RichTextList("bullet", [.. lines.Take(from..to).Select(line => new RichTextSection(line.Leaves))]) { Indent = indent == 0 ? null : indent });
            }
            else if (Paragraph(lines, from, to) is { Count: > 0 } leaves)
            {
                parts.Add(new RichTextSection(leaves));
            }

            from = to;
        }

        return parts;
    }

    /// <summary>Two blocks as one, with an empty line between their paragraphs; null when that is too long.</summary>
    /// <remarks>Slack draws rich text blocks under each other without a gap: separate ones would look like one paragraph.</remarks>
    public static RichTextBlock? Joined(RichTextBlock above, RichTextBlock below)
    {
        if (BlockText.Length(above) + BlockText.Length(below) + 2 > SlackLimits.Text || below.Elements[0] is not RichTextSection first)
        {
            return null;
        }

        List<RichTextLeaf> leaves = above.Elements[^1] is RichTextSection last ? [.. last.Elements] : [];
        // A list ends its own line.
        RichLeaves.Append(leaves, new TextLeaf(leaves.Count > 0 ? "\n\n" : "\n"));
        foreach (var leaf in first.Elements)
        {
            RichLeaves.Add(leaves, leaf);
        }

        return new RichTextBlock([.. above.Elements.Take(above.Elements.Count - (above.Elements[^1] is RichTextSection ? 1 : 0)), new RichTextSection(leaves), .. below.Elements.Skip(1)]);
    }

    private static IReadOnlyList<RichTextLeaf> Paragraph(IReadOnlyList<RichLine> lines, int from, int to)
    {
        while (from < to && IsEmpty(lines[from]))
        {
            from++;
        }

        while (from < to && IsEmpty(lines[to - 1]))
        {
            to--;
        }

        if (to - from == 1)
        {
            return lines[from].Leaves;
        }

        List<RichTextLeaf> leaves = [];
        for (var index = from; index < to; index++)
        {
            if (leaves.Count > 0)
            {
                RichLeaves.Append(leaves, new TextLeaf("\n"));
            }

            foreach (var leaf in lines[index].Leaves)
            {
                RichLeaves.Add(leaves, leaf);
            }
        }

        return leaves;
    }

    private static bool IsEmpty(RichLine line) => line.Leaves.All(leaf => leaf is TextLeaf text && string.IsNullOrWhiteSpace(text.Text));
}
