using System.Text.Json.Serialization;

namespace MlaBot.Slack.Wire;

/// <summary>A block of Block Kit.</summary>
/// <remarks>Source: Slack developer documentation, "Block Kit: Blocks".</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(HeaderBlock), "header")]
[JsonDerivedType(typeof(SectionBlock), "section")]
[JsonDerivedType(typeof(DividerBlock), "divider")]
[JsonDerivedType(typeof(ContextBlock), "context")]
[JsonDerivedType(typeof(ActionsBlock), "actions")]
[JsonDerivedType(typeof(ImageBlock), "image")]
[JsonDerivedType(typeof(InputBlock), "input")]
[JsonDerivedType(typeof(RichTextBlock), "rich_text")]
[JsonDerivedType(typeof(TableBlock), "table")]
internal abstract record Block
{
    /// <summary>At most 255 characters, unique in its payload; Slack makes one up when it is left out.</summary>
    public string? BlockId { get; init; }
}

/// <summary>A title, at most 150 characters.</summary>
internal sealed record HeaderBlock(TextObject Text) : Block;

/// <summary>A text of at most 3,000 characters, with one element beside it.</summary>
internal sealed record SectionBlock(TextObject Text) : Block
{
    public Element? Accessory { get; init; }
}

/// <summary>A line.</summary>
internal sealed record DividerBlock : Block;

/// <summary>Small print: at most ten texts.</summary>
internal sealed record ContextBlock(IReadOnlyList<TextObject> Elements) : Block;

/// <summary>At most 25 interactive elements.</summary>
internal sealed record ActionsBlock(IReadOnlyList<Element> Elements) : Block;

/// <summary>A picture: an uploaded file with its text alternative.</summary>
internal sealed record ImageBlock(string AltText) : Block
{
    public SlackFile? SlackFile { get; init; }

    /// <summary>The bytes that must be uploaded before the block can be sent; empty once <see cref="SlackFile"/> is set.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte> Png { get; init; }
}

/// <summary>A file that was uploaded before.</summary>
internal sealed record SlackFile(string Id);

/// <summary>A field of a modal. Errors of a submission name its block id.</summary>
internal sealed record InputBlock(TextObject Label, Element Element) : Block
{
    public bool? Optional { get; init; }

    public TextObject? Hint { get; init; }

    /// <summary>True when a change is sent at once, not only on submission.</summary>
    public bool? DispatchAction { get; init; }
}

/// <summary>Text with explicit styles: nothing in it has to be escaped.</summary>
internal sealed record RichTextBlock(IReadOnlyList<RichTextPart> Elements) : Block;

/// <summary>A table: at most 100 rows of 20 cells, one per message, not in modals. The first row is the heading.</summary>
internal sealed record TableBlock(IReadOnlyList<IReadOnlyList<TableCell>> Rows) : Block
{
    public IReadOnlyList<ColumnSetting>? ColumnSettings { get; init; }

    /// <summary>The same in blocks that every workspace takes.</summary>
    [JsonIgnore]
    public IReadOnlyList<Block> AsText { get; init; } = [];
}

/// <summary>How a column is shown: <c>left</c>, <c>center</c> or <c>right</c>.</summary>
internal sealed record ColumnSetting(string Align, bool IsWrapped);

/// <summary>A cell of a table.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RawTextCell), "raw_text")]
[JsonDerivedType(typeof(RichTextCell), "rich_text")]
internal abstract record TableCell;

/// <summary>A cell of plain text.</summary>
internal sealed record RawTextCell(string Text) : TableCell;

/// <summary>A cell of styled text.</summary>
internal sealed record RichTextCell(IReadOnlyList<RichTextPart> Elements) : TableCell;
