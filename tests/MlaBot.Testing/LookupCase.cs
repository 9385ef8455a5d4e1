using MlaBot.Core.Services;

namespace MlaBot.Testing;

/// <summary>A query with the services that are a right first hit.</summary>
/// <param name="Words">What a learner types.</param>
/// <param name="Slugs">Any of these is right.</param>
/// <param name="Kind">name, old-name, abbrev, typo, partial or intent.</param>
/// <param name="Set">tuned and aside were written before the ranking, and aside was never looked at while it was tuned; later was
/// written after, to find what the catalogue lacked; empty for the examples.</param>
public sealed record LookupCase(string Words, IReadOnlyList<string> Slugs, string Kind, string Set)
{
    /// <summary>Reads <c>query, slugs, kind[, set]</c>, columns parted by tabs, under a line of headings.</summary>
    public static IReadOnlyList<LookupCase> Read(string file) =>
    [
        .. File.ReadLines(file).Skip(1)
            .Select(line => line.Split('\t'))
            .Select(columns => new LookupCase(columns[0], columns[1].Split('|'), columns[2], columns.ElementAtOrDefault(3) ?? "")),
    ];

    /// <summary>True when the first hit is right.</summary>
    public bool IsMetBy(ServiceLookup lookup) => lookup.Find(Words) is [var best, ..] && Slugs.Contains(best.Service.Slug);
}
