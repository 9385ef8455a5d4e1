using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>The characters of blocks.</summary>
internal static class BlockText
{
    /// <summary>How many a block holds, those of its controls not counted.</summary>
    public static int Length(Block block) => block switch
    {
        HeaderBlock header => header.Text.Text.Length,
        SectionBlock section => section.Text.Text.Length,
        ContextBlock context => context.Elements.Sum(text => text.Text.Length),
        ImageBlock image => image.AltText.Length,
        RichTextBlock text => text.Elements.Sum(Length),
        TableBlock table => Length(table),
        _ => 0,
    };

    /// <summary>How many the cells of a table hold.</summary>
    public static int Length(TableBlock table) => table.Rows.Sum(row => row.Sum(cell => cell switch
    {
        RawTextCell raw => raw.Text.Length,
        RichTextCell rich => rich.Elements.Sum(Length),
        _ => 0,
    }));

    /// <summary>How many a part of a rich text holds.</summary>
    public static int Length(RichTextPart part) => part switch
    {
        RichTextList list => list.Elements.Sum(Length),
        _ => Leaves(part).Sum(RichLine.LengthOf),
    };

    /// <summary>The leaves of a part of a rich text.</summary>
    public static IEnumerable<RichTextLeaf> Leaves(RichTextPart part) => part switch
    {
        RichTextSection section => section.Elements,
        RichTextPreformatted text => text.Elements,
        RichTextQuote quote => quote.Elements,
        RichTextList list => list.Elements.SelectMany(Leaves),
        _ => [],
    };
}
