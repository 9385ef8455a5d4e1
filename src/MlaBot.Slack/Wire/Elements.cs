using System.Text.Json.Serialization;

namespace MlaBot.Slack.Wire;

/// <summary>A text of Block Kit: <c>plain_text</c>, raw, or <c>mrkdwn</c>, Slack's own markup, escaped.</summary>
internal sealed record TextObject
{
    private TextObject(string type, string text)
    {
        Type = type;
        Text = text;
    }

    public string Type { get; }

    public string Text { get; }

    /// <summary>False: colon words are not made pictures of. Plain text only.</summary>
    public bool? Emoji { get; private init; }

    /// <summary>True: names and links are taken as they are written. Markup only.</summary>
    public bool? Verbatim { get; private init; }

    /// <summary>Raw text.</summary>
    public static TextObject Plain(string text) => new("plain_text", text) { Emoji = false };

    /// <summary>Escaped markup.</summary>
    public static TextObject Markup(string text) => new("mrkdwn", text) { Verbatim = true };
}

/// <summary>An interactive element.</summary>
/// <remarks>Source: Slack developer documentation, "Block Kit: Block elements".</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ButtonElement), "button")]
[JsonDerivedType(typeof(StaticSelect), "static_select")]
[JsonDerivedType(typeof(MultiStaticSelect), "multi_static_select")]
[JsonDerivedType(typeof(ExternalSelect), "external_select")]
[JsonDerivedType(typeof(ConversationsSelect), "conversations_select")]
[JsonDerivedType(typeof(Checkboxes), "checkboxes")]
[JsonDerivedType(typeof(RadioButtons), "radio_buttons")]
[JsonDerivedType(typeof(PlainTextInput), "plain_text_input")]
internal abstract record Element(string ActionId);

/// <summary>A button.</summary>
internal sealed record ButtonElement(string ActionId, TextObject Text) : Element(ActionId)
{
    /// <summary><c>primary</c> or <c>danger</c>; null for the plain one.</summary>
    public string? Style { get; init; }

    public string? Url { get; init; }

    /// <summary>At most 2,000 characters.</summary>
    public string? Value { get; init; }

    /// <summary>What a screen reader says instead of the text, at most 75 characters.</summary>
    public string? AccessibilityLabel { get; init; }
}

/// <summary>A menu of at most 100 entries.</summary>
internal sealed record StaticSelect(string ActionId, IReadOnlyList<Option> Options) : Element(ActionId)
{
    public TextObject? Placeholder { get; init; }

    public Option? InitialOption { get; init; }
}

/// <summary>A menu from which several entries are chosen.</summary>
internal sealed record MultiStaticSelect(string ActionId, IReadOnlyList<Option> Options) : Element(ActionId)
{
    public TextObject? Placeholder { get; init; }

    public IReadOnlyList<Option>? InitialOptions { get; init; }

    public int? MaxSelectedItems { get; init; }
}

/// <summary>A menu whose entries the bot gives while somebody types.</summary>
internal sealed record ExternalSelect(string ActionId) : Element(ActionId)
{
    public TextObject? Placeholder { get; init; }

    public int? MinQueryLength { get; init; }
}

/// <summary>A menu of the workspace's channels.</summary>
internal sealed record ConversationsSelect(string ActionId) : Element(ActionId)
{
    public TextObject? Placeholder { get; init; }

    public string? InitialConversation { get; init; }

    public ConversationFilter? Filter { get; init; }
}

/// <summary>Which conversations a menu shows: <c>public</c>, <c>private</c>, <c>im</c>, <c>mpim</c>.</summary>
internal sealed record ConversationFilter(IReadOnlyList<string> Include)
{
    public bool? ExcludeBotUsers { get; init; }
}

/// <summary>At most ten boxes to tick.</summary>
internal sealed record Checkboxes(string ActionId, IReadOnlyList<Option> Options) : Element(ActionId)
{
    public IReadOnlyList<Option>? InitialOptions { get; init; }
}

/// <summary>At most ten entries of which one is chosen.</summary>
internal sealed record RadioButtons(string ActionId, IReadOnlyList<Option> Options) : Element(ActionId)
{
    public Option? InitialOption { get; init; }
}

/// <summary>A text field, at most 3,000 characters.</summary>
internal sealed record PlainTextInput(string ActionId) : Element(ActionId)
{
    public bool? Multiline { get; init; }

    public int? MaxLength { get; init; }

    public string? InitialValue { get; init; }

    public TextObject? Placeholder { get; init; }
}

/// <summary>An entry of a menu: 75 characters of text, 150 of value, 75 of description.</summary>
internal sealed record Option(TextObject Text, string Value)
{
    public TextObject? Description { get; init; }
}
