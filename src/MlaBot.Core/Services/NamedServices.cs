namespace MlaBot.Core.Services;

/// <summary>Finds the services that a text of several sentences names, by name, old name, abbreviation or a need of two words or more.</summary>
/// <remarks>Nothing is guessed, other than in a look-up: whoever shows a whole message wants no service for every other word of it.</remarks>
internal sealed class NamedServices
{
    /// <summary>The most characters of a text that are looked at.</summary>
    public const int MaxText = 12_000;

    // One-word names that are ordinary words as well: they count after Amazon or AWS, or with a capital letter inside a sentence.
    private static readonly HashSet<string> Ordinary = new(StringComparer.Ordinal)
    {
        "advisor", "autopilot", "batch", "billing", "bucket", "buckets", "budget", "budgets", "canvas", "chatbot", "chips", "clarify", "clarity",
        "comprehend", "config", "debugger", "estimator", "experiments", "forecast", "forecasting", "git", "guardrail", "guardrails", "inspector",
        "limits", "lineage", "lookout", "neo", "org", "organisations", "organizations", "panorama", "personalise", "personalize", "pipeline",
        "poly", "quick", "quotas", "recognition", "spectrum", "spot", "trails", "transcribe", "translate", "translation", "translator",
    };

    private readonly Dictionary<string, (ServiceEntry Service, PhraseKind Kind)> _phrases = new(StringComparer.Ordinal);
    private readonly int _longest;

    /// <summary>Works out the phrases.</summary>
    public NamedServices(IReadOnlyList<ServiceEntry> services)
    {
        foreach (var (number, service) in services.Index())
        {
            foreach (var phrase in LookupPhrase.Of(service, number))
            {
                var words = TextWord.Split(phrase.Text).Where(word => !Words.IsVendor(word.Lower)).Select(word => word.Lower).ToArray();
                if (words.Length == 0 || (phrase.Kind == PhraseKind.Intent && words.Length < 2))
                {
                    continue;
                }

                // Two services may share a phrase; the one that has it as a name goes before one that has it as a need.
                var key = string.Join(' ', words);
                if (!_phrases.TryGetValue(key, out var known) || phrase.Kind < known.Kind)
                {
                    _phrases[key] = (service, phrase.Kind);
                }

                _longest = Math.Max(_longest, words.Length);
            }
        }
    }

    /// <summary>The services in the order in which the text first names them.</summary>
    public List<ServiceEntry> Find(string text)
    {
        var words = TextWord.Split(text.Length <= MaxText ? text : text[..MaxText]);
        var found = new List<ServiceEntry>();
        for (var at = 0; at < words.Count;)
        {
            var (service, length) = Longest(words, at);
            if (service is not null && !found.Contains(service))
            {
                found.Add(service);
            }

            at += Math.Max(1, length);
        }

        return found;
    }

    private (ServiceEntry? Service, int Length) Longest(List<TextWord> words, int at)
    {
        for (var length = Math.Min(_longest, words.Count - at); length > 0; length--)
        {
            if (_phrases.TryGetValue(string.Join(' ', words.GetRange(at, length).Select(word => word.Lower)), out var known)
                && (length > 1 || IsMeant(words, at)))
            {
                return (known.Service, length);
            }
        }

        return (null, 0);
    }

    private static bool IsMeant(List<TextWord> words, int at)
    {
        var word = words[at];
        if (at > 0 && Words.IsVendor(words[at - 1].Lower))
        {
            return true;
        }

        return word.Lower.Length <= 2 && !word.Lower.Any(char.IsDigit)
            ? word.Lower.Length == 2 && word.Written.All(char.IsUpper)
            : !Ordinary.Contains(word.Lower) || (char.IsUpper(word.Written[0]) && !word.IsHead);
    }
}

/// <summary>A run of letters and digits.</summary>
/// <param name="Written">As written.</param>
/// <param name="Lower">In lower case.</param>
/// <param name="IsHead">True at the beginning of a sentence or line.</param>
internal readonly record struct TextWord(string Written, string Lower, bool IsHead)
{
    /// <summary>Cuts a text into its words.</summary>
    public static List<TextWord> Split(string text)
    {
        var words = new List<TextWord>();
        var isHead = true;
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && char.IsLetterOrDigit(text[index]))
            {
                start = start < 0 ? index : start;
                continue;
            }

            if (start >= 0)
            {
                var written = text[start..index];
                words.Add(new TextWord(written, written.ToLowerInvariant(), isHead));
                (start, isHead) = (-1, false);
            }

            isHead = isHead || (index < text.Length && text[index] is '.' or '?' or '!' or ':' or '\n' or '\r');
        }

        return words;
    }
}
