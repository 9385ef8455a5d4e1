using System.Globalization;
using System.Text;

namespace MlaBot.Core;

/// <summary>Small helpers for text that people typed.</summary>
public static class Text
{
    /// <summary>Makes typed text safe to repeat: control characters go, and it is cut with an ellipsis.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="limit">The most characters to keep. At least 1.</param>
    public static string Printable(string typed, int limit)
    {
        // Nearly every text is plain ASCII and stays as it is; cards pass through here line by line.
        if (typed.Length <= limit && (!typed.AsSpan().ContainsAnyExceptInRange(' ', '~') || IsClean(typed)))
        {
            return typed;
        }

        Span<char> units = stackalloc char[2];
        var clean = new StringBuilder(Math.Min(typed.Length, limit + 1));
        foreach (var rune in typed.EnumerateRunes())
        {
            if (clean.Length >= limit)
            {
                return clean.Append('…').ToString();
            }

            clean.Append(IsBad(rune) ? " " : units[..rune.EncodeToUtf16(units)]);
        }

        return clean.ToString();
    }

    private static bool IsClean(string typed)
    {
        foreach (var rune in typed.EnumerateRunes())
        {
            // Half a surrogate pair is read as the replacement character, which has to be written then.
            if (rune == Rune.ReplacementChar || IsBad(rune))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBad(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Counts the single-character edits (insert, delete, replace, swap of neighbours) between two words.</summary>
    /// <remarks>Source: optimal string alignment distance (restricted Damerau-Levenshtein).</remarks>
    public static int EditDistance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length > 64 || right.Length > 64)
        {
            return Math.Max(left.Length, right.Length);
        }

        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> previous = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(current[column - 1], previous[column]) + 1, previous[column - 1] + cost);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    best = Math.Min(best, before[column - 2] + 1);
                }

                current[column] = best;
            }

            previous.CopyTo(before);
            current.CopyTo(previous);
        }

        return previous[right.Length];
    }
}
