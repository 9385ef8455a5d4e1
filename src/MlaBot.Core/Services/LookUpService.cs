using MlaBot.Core.Content;

namespace MlaBot.Core.Services;

/// <summary>Finds the one service that some words mean, or says what to type instead.</summary>
public sealed class LookUpService(IContentSource content)
{
    private const int MaxAlternatives = 3;

    // From here on a hit is a whole name or need; others count as meant too only when they are just as whole.
    private const double WholeScore = 0.905;
    private const double WholeGap = 0.02;
    private const double PartialGap = 0.1;

    // Below this, words were found in sentences or beside words that nobody knows.
    private const double SureScore = 0.5;

    /// <summary>Looks some words up.</summary>
    /// <param name="words">What a person typed.</param>
    /// <returns>The best service and those that may have been meant as well; a refusal with guesses when none fits.</returns>
    public Outcome<FoundService> Handle(string words)
    {
        var hits = content.Current.Lookup.Find(words, MaxAlternatives + 1);
        if (hits.Count == 0)
        {
            return Unknown(words);
        }

        var least = hits[0].Score - (hits[0].Score >= WholeScore ? WholeGap : PartialGap);
        return new FoundService(hits[0].Service, [.. hits.Skip(1).Where(hit => hit.Score >= least).Select(hit => hit.Service)], hits[0].Score >= SureScore);
    }

    private Refusal Unknown(string words)
    {
        var guesses = content.Current.Lookup.Guess(words).Select(hit => $"{hit.Service.Name} (/service {hit.Service.Slug})").ToArray();
        return new Refusal(
            "service-unknown",
            $"I know no service that fits \"{Text.Printable(words, 60)}\".",
            guesses.Length > 0
                ? $"Nearest, but far: {string.Join(", ", guesses)}. Or give a name such as athena, or a need such as drift detection."
                : "Give a name such as athena, an abbreviation such as mwaa, or a need such as drift detection.");
    }
}

/// <summary>What a look-up came to.</summary>
/// <param name="Service">The best service.</param>
/// <param name="Alternatives">Others that may have been meant, best first; mostly none.</param>
/// <param name="IsSure">False when the words hardly fit even the best.</param>
public sealed record FoundService(ServiceEntry Service, IReadOnlyList<ServiceEntry> Alternatives, bool IsSure);
