using MlaBot.Core;

namespace MlaBot.LocalChat.Input;

/// <summary>What a typed line is.</summary>
internal abstract record LocalLine
{
    private LocalLine()
    {
    }

    /// <summary>Nothing but spaces.</summary>
    internal sealed record Blank : LocalLine;

    /// <summary>A command of the bot.</summary>
    /// <param name="Name">Its full name; one that the bot may not know.</param>
    /// <param name="Options">Values by option name.</param>
    internal sealed record Command(string Name, IReadOnlyDictionary<string, string> Options) : LocalLine;

    /// <summary>A command of the local chat itself.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Words">The words after it.</param>
    internal sealed record Own(string Name, IReadOnlyList<string> Words) : LocalLine;

    /// <summary>Anything else: an answer or talk.</summary>
    /// <param name="Text">The line, trimmed.</param>
    internal sealed record Said(string Text) : LocalLine;

    /// <summary>A line that cannot be used; nothing was done.</summary>
    /// <param name="Reason">Why.</param>
    internal sealed record Refused(Refusal Reason) : LocalLine;
}
