using System.Text.Json.Serialization;

namespace MlaBot.Discord.Wire;

/// <summary>A component as Discord reads it. The numbers are Discord's component types.</summary>
/// <remarks>Source: Discord developer documentation, "Component Reference".</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ActionRow), 1)]
[JsonDerivedType(typeof(Button), 2)]
[JsonDerivedType(typeof(StringSelect), 3)]
[JsonDerivedType(typeof(TextInput), 4)]
[JsonDerivedType(typeof(RoleSelect), 6)]
[JsonDerivedType(typeof(ChannelSelect), 8)]
[JsonDerivedType(typeof(TextDisplay), 10)]
[JsonDerivedType(typeof(MediaGallery), 12)]
[JsonDerivedType(typeof(Separator), 14)]
[JsonDerivedType(typeof(Container), 17)]
[JsonDerivedType(typeof(Label), 18)]
internal abstract record Component;

/// <summary>One to five buttons, or one select.</summary>
internal sealed record ActionRow(IReadOnlyList<Component> Components) : Component;

/// <summary>A button with a custom id.</summary>
internal sealed record Button(int Style, string Label, string CustomId) : Component
{
    public const int Primary = 1;

    public const int Secondary = 2;

    public bool? Disabled { get; init; }
}

/// <summary>A menu with its own entries; in a modal <see cref="Required"/> counts, in a message <see cref="Placeholder"/> says what to choose.</summary>
internal sealed record StringSelect(string CustomId, IReadOnlyList<SelectOption> Options) : Component
{
    public string? Placeholder { get; init; }

    public int? MinValues { get; init; }

    public int? MaxValues { get; init; }

    public bool? Required { get; init; }

    public bool? Disabled { get; init; }
}

/// <summary>An entry of a menu.</summary>
internal sealed record SelectOption(string Label, string Value)
{
    public string? Description { get; init; }

    public bool? Default { get; init; }
}

/// <summary>A text field of a modal. Style 1 is one line, 2 several.</summary>
internal sealed record TextInput(string CustomId, int Style) : Component
{
    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public bool? Required { get; init; }

    public string? Value { get; init; }

    public string? Placeholder { get; init; }
}

/// <summary>A menu of the guild's roles.</summary>
internal sealed record RoleSelect(string CustomId) : Component
{
    public string? Placeholder { get; init; }

    /// <summary>0 lets people clear it.</summary>
    public int? MinValues { get; init; }

    public IReadOnlyList<SelectDefault>? DefaultValues { get; init; }
}

/// <summary>A menu of the guild's channels of some types.</summary>
internal sealed record ChannelSelect(string CustomId, IReadOnlyList<int> ChannelTypes) : Component
{
    public string? Placeholder { get; init; }

    public IReadOnlyList<SelectDefault>? DefaultValues { get; init; }
}

/// <summary>What is chosen already. The type is <c>role</c> or <c>channel</c>.</summary>
internal sealed record SelectDefault(string Id, string Type);

/// <summary>Markdown text, 1 to 4,000 characters.</summary>
internal sealed record TextDisplay(string Content) : Component;

/// <summary>One to ten pictures.</summary>
internal sealed record MediaGallery(IReadOnlyList<MediaItem> Items) : Component;

/// <summary>A picture; the description is its text alternative.</summary>
internal sealed record MediaItem(MediaUrl Media, string Description);

/// <summary>Where a picture lies: <c>attachment://name.png</c>.</summary>
internal sealed record MediaUrl(string Url);

/// <summary>A line or a gap. Spacing 1 is small, 2 large.</summary>
internal sealed record Separator : Component
{
    public bool? Divider { get; init; }

    public int? Spacing { get; init; }
}

/// <summary>A box with a coloured edge around other components.</summary>
internal sealed record Container(IReadOnlyList<Component> Components) : Component
{
    public int? AccentColor { get; init; }

    /// <summary>Discord keeps it and gives it back: the carrier of a message's marker. From 1 to 2,147,483,647.</summary>
    public int? Id { get; init; }
}

/// <summary>A field of a modal with its name. The field goes under the wire name <c>component</c>.</summary>
internal sealed record Label([property: JsonPropertyName("label")] string Text, Component Component) : Component
{
    public string? Description { get; init; }
}
