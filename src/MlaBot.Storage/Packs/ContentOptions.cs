namespace MlaBot.Storage.Packs;

/// <summary>Where content lies: section <c>Content</c>.</summary>
public sealed class ContentOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Content";

    /// <summary>The content folder; empty for <c>content</c> below the working folder, or else below the program's.</summary>
    public string Path { get; set; } = "";
}
