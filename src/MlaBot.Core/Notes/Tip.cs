using MlaBot.Core.Questions;

namespace MlaBot.Core.Notes;

/// <summary>One strategy for answering exam questions.</summary>
/// <param name="Id">Its id, such as <c>find-the-qualifier</c>.</param>
/// <param name="Title">What to do, in a few words.</param>
/// <param name="Text">How and why, in Markdown.</param>
public sealed record Tip(string Id, string Title, string Text)
{
    /// <summary>The question types that it is about; empty for all.</summary>
    public IReadOnlyList<ItemType> Types { get; init; } = [];
}
