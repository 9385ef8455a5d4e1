using System.Text.Json.Serialization;

namespace MlaBot.Slack.Wire;

/// <summary>A paragraph, list, or quotation of a rich text.</summary>
/// <remarks>Source: Slack developer documentation, "Block Kit: Rich text block".</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichTextSection), "rich_text_section")]
[JsonDerivedType(typeof(RichTextList), "rich_text_list")]
[JsonDerivedType(typeof(RichTextPreformatted), "rich_text_preformatted")]
[JsonDerivedType(typeof(RichTextQuote), "rich_text_quote")]
internal abstract record RichTextPart;

/// <summary>A run of text; line breaks stand in it as they are.</summary>
internal sealed record RichTextSection(IReadOnlyList<RichTextLeaf> Elements) : RichTextPart;

/// <summary>A list: <c>bullet</c> or <c>ordered</c>. Its elements are sections.</summary>
internal sealed record RichTextList(string Style, IReadOnlyList<RichTextPart> Elements) : RichTextPart
{
    public int? Indent { get; init; }

    /// <summary>For an ordered list: how far its first number is from 1.</summary>
    public int? Offset { get; init; }
}

/// <summary>Text with fixed width.</summary>
internal sealed record RichTextPreformatted(IReadOnlyList<RichTextLeaf> Elements) : RichTextPart;

/// <summary>A quotation.</summary>
internal sealed record RichTextQuote(IReadOnlyList<RichTextLeaf> Elements) : RichTextPart;

/// <summary>A piece of rich text. Texts are raw: nothing is escaped.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextLeaf), "text")]
[JsonDerivedType(typeof(LinkLeaf), "link")]
[JsonDerivedType(typeof(DateLeaf), "date")]
[JsonDerivedType(typeof(UserGroupLeaf), "usergroup")]
internal abstract record RichTextLeaf;

/// <summary>Some text.</summary>
internal sealed record TextLeaf(string Text) : RichTextLeaf
{
    public LeafStyle? Style { get; init; }
}

/// <summary>A link.</summary>
internal sealed record LinkLeaf(string Url, string Text) : RichTextLeaf
{
    public LeafStyle? Style { get; init; }
}

/// <summary>An instant, shown in the reader's zone.</summary>
/// <param name="Timestamp">UTC Unix seconds.</param>
/// <param name="Format">Such as <c>{date_short_pretty} at {time}</c>.</param>
/// <param name="Fallback">For clients that do not know it.</param>
internal sealed record DateLeaf(long Timestamp, string Format, string Fallback) : RichTextLeaf;

/// <summary>Calls a user group.</summary>
internal sealed record UserGroupLeaf(string UsergroupId) : RichTextLeaf;

/// <summary>The styles of a leaf; left out where false.</summary>
internal sealed record LeafStyle
{
    public bool? Bold { get; init; }

    public bool? Italic { get; init; }

    public bool? Code { get; init; }
}
