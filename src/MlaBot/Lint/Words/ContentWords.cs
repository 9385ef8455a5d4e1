namespace MlaBot.Lint.Words;

/// <summary>Finds the words that carry meaning.</summary>
internal static class ContentWords
{
    // Function words, and words that nearly every question of this bank uses.
    private static readonly HashSet<string> Empty = (
        "about above after again also among another because been before being below between both cannot could does doing down during each "
        + "either every from further have having here into itself just least less made make makes making many more most much must need needs "
        + "neither none only other over own same should since some such than that their them then there these they this those through under "
        + "until upon used uses using very want wants were what when where which while whose will with within without would your "
        + "amazon sagemaker meet meets requirement requirements solution choose team company engineer model models data")
        .Split(' ').Select(Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>The distinct words of four letters or more that are not function words, without endings of the plural.</summary>
    public static HashSet<string> Of(string text) =>
    [
        .. Tokens.Lower(text).Where(word => word.Length >= 4 && char.IsLetter(word[0])).Select(Stem).Where(word => !Empty.Contains(word)),
    ];

    /// <summary>The share of an option's content words that the stem holds too, from 0 to 1; 0 without such words.</summary>
    public static double Overlap(HashSet<string> stem, HashSet<string> option) =>
        option.Count == 0 ? 0 : (double)option.Count(stem.Contains) / option.Count;

    private static string Stem(string word) => word switch
    {
        [.., 'i', 'e', 's'] when word.Length > 4 => word[..^3] + "y",
        [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => word,
        [.., 's'] when word.Length > 4 => word[..^1],
        _ => word,
    };
}
