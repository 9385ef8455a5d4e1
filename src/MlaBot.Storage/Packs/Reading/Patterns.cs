using System.Text.RegularExpressions;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>The shapes of ids in packs.</summary>
internal static partial class Patterns
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>An item: <c>q-1.1-0003</c>.</summary>
    [GeneratedRegex("^q-[a-z0-9.]{1,16}-[0-9]{4}$", Options, matchTimeoutMilliseconds: 1000)]
    public static partial Regex ItemId();

    /// <summary>An option, step, prompt or response: <c>a</c>, <c>s2</c>. Stored answers join them with other signs.</summary>
    [GeneratedRegex("^[a-z][a-z0-9]{0,7}$", Options, matchTimeoutMilliseconds: 1000)]
    public static partial Regex PartId();

    /// <summary>A slug: <c>data-firehose</c>.</summary>
    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", Options, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Slug();

    /// <summary>An exam: <c>MLA-C01</c>.</summary>
    [GeneratedRegex("^[A-Z]{2,5}-[A-Z][0-9]{2}$", Options, matchTimeoutMilliseconds: 1000)]
    public static partial Regex ExamId();

    /// <summary>A year, a month or a day: <c>2024</c>, <c>2024-02</c>, <c>2024-02-09</c>.</summary>
    [GeneratedRegex("^20[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", Options, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Since();

    /// <summary>The words with which a stem says how many options to choose.</summary>
    [GeneratedRegex(@"\bChoose (?<number>TWO|THREE|FOUR)\b", Options, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Choose();
}
