using MlaBot.Core.Content;

namespace MlaBot.Testing;

/// <summary>Content that a test sets, and may replace as a reload does.</summary>
public sealed class FixedContent(ContentSnapshot first) : IContentSource
{
    /// <inheritdoc/>
    public ContentSnapshot Current { get; set; } = first;
}
