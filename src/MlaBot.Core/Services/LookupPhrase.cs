namespace MlaBot.Core.Services;

/// <summary>Something a learner may type for a service.</summary>
/// <param name="Service">The service's number in the catalogue.</param>
/// <param name="Kind">Where the phrase stands.</param>
/// <param name="Text">The phrase.</param>
internal readonly record struct LookupPhrase(int Service, PhraseKind Kind, string Text)
{
    /// <summary>Every phrase of a service: its name in all its forms, its slug, aliases and intents.</summary>
    public static IEnumerable<LookupPhrase> Of(ServiceEntry entry, int service)
    {
        foreach (var name in Names(entry.Name).Append(entry.Slug.Replace('-', ' ')))
        {
            yield return new LookupPhrase(service, PhraseKind.Name, name);
        }

        foreach (var alias in entry.Aliases)
        {
            yield return new LookupPhrase(service, PhraseKind.Alias, alias);
        }

        foreach (var intent in entry.Intents)
        {
            yield return new LookupPhrase(service, PhraseKind.Intent, intent);
        }
    }

    // "Amazon Augmented AI (Amazon A2I)" is known by both of its names.
    private static IEnumerable<string> Names(string name)
    {
        yield return name;
        var open = name.IndexOf('(', StringComparison.Ordinal);
        var close = name.LastIndexOf(')');
        if (open > 0 && close > open)
        {
            yield return name[..open];
            yield return name[(open + 1)..close];
        }
    }
}

/// <summary>Where a phrase stands in an entry; the order is the order of trust.</summary>
internal enum PhraseKind : byte
{
    /// <summary>The official name or the slug.</summary>
    Name,

    /// <summary>An old name, abbreviation or spelling.</summary>
    Alias,

    /// <summary>A need.</summary>
    Intent,
}
