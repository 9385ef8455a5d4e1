namespace MlaBot.Storage.Packs.Yaml;

/// <summary>A piece of YAML that knows its line.</summary>
/// <param name="Line">The line where it begins, from 1.</param>
internal abstract record PackNode(int Line)
{
    /// <summary>What an author would call it.</summary>
    public abstract string Kind { get; }
}

/// <summary>A text, number, date or flag, as written.</summary>
/// <param name="Text">The text without quotes.</param>
/// <param name="IsPlain">True when it stood without quotes, so that <c>null</c> and <c>~</c> mean nothing.</param>
/// <param name="Line">The line where it begins.</param>
internal sealed record TextNode(string Text, bool IsPlain, int Line) : PackNode(Line)
{
    public override string Kind => "a text";

    /// <summary>True for a key without a value.</summary>
    public bool IsNothing => IsPlain && Text is "" or "~" or "null";
}

/// <summary>A list.</summary>
/// <param name="Entries">Its entries in order.</param>
/// <param name="Line">The line where it begins.</param>
internal sealed record ListNode(IReadOnlyList<PackNode> Entries, int Line) : PackNode(Line)
{
    public override string Kind => "a list";
}

/// <summary>Keys with values.</summary>
/// <param name="Entries">The pairs in order; keys are unique.</param>
/// <param name="Line">The line where it begins.</param>
internal sealed record MapNode(IReadOnlyList<MapEntry> Entries, int Line) : PackNode(Line)
{
    public override string Kind => "a set of keys";

    /// <summary>Finds the value of a key; null when the key is absent.</summary>
    public PackNode? Find(string key) => FindEntry(key)?.Value;

    /// <summary>Finds a key as it stands in the text; null when it is absent.</summary>
    public TextNode? FindKey(string key) => FindEntry(key)?.Key;

    private MapEntry? FindEntry(string key)
    {
        // Maps in packs hold about ten keys: a walk beats a dictionary.
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key.Text, key, StringComparison.Ordinal))
            {
                return entry;
            }
        }

        return null;
    }
}

/// <summary>One key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
internal sealed record MapEntry(TextNode Key, PackNode Value);
