using System.Diagnostics;
using MlaBot.Core.Content;

namespace MlaBot.Core.Services;

/// <summary>Finds two services to set side by side.</summary>
public sealed class CompareServices(LookUpService lookUp, IContentSource content)
{
    private static readonly string[] Separators = [" vs. ", " vs ", " versus ", " or "];

    /// <summary>Looks two services up.</summary>
    /// <param name="first">Words for one.</param>
    /// <param name="second">Words for the other.</param>
    /// <returns>Both; a refusal when either is unknown or both are the same.</returns>
    /// <remarks>Words that a platform cut in the wrong place are put right by a <c>vs</c> among them: <c>kinesis</c> and
    /// <c>data streams vs firehose</c>.</remarks>
    public Outcome<ServicePair> Handle(string first, string second)
    {
        (first, second) = Split($"{first} {second}") ?? (first, second);
        return (lookUp.Handle(first), lookUp.Handle(second)) switch
        {
            (Outcome<FoundService>.Refused(var reason), _) => Unknown(reason),
            (_, Outcome<FoundService>.Refused(var reason)) => Unknown(reason),
            (Outcome<FoundService>.Ok(var left), Outcome<FoundService>.Ok(var right)) when left.Service.Slug == right.Service.Slug =>
                Same(first, second, left.Service),
            (Outcome<FoundService>.Ok(var left), Outcome<FoundService>.Ok(var right)) => Pair(left.Service, right.Service),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Sets two services side by side by their slugs.</summary>
    /// <returns>Both; null when the catalogue does not hold both.</returns>
    public ServicePair? Find(string left, string right) =>
        content.Current.Service(left) is { } first && content.Current.Service(right) is { } second && first != second ? Pair(first, second) : null;

    private ServicePair Pair(ServiceEntry left, ServiceEntry right) => new(left, right) { Written = content.Current.Comparisons.Find(left.Slug, right.Slug) };

    private static (string First, string Second)? Split(string words)
    {
        foreach (var separator in Separators)
        {
            var at = words.IndexOf(separator, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && words[..at].Trim().Length > 0 && words[(at + separator.Length)..].Trim().Length > 0)
            {
                return (words[..at].Trim(), words[(at + separator.Length)..].Trim());
            }
        }

        return null;
    }

    private static Refusal Unknown(Refusal reason) => reason with { NextStep = $"{reason.NextStep} Write both as /compare athena vs redshift." };

    private static Refusal Same(string first, string second, ServiceEntry service)
    {
        var other = service.Instead.Count > 0 ? $"{service.Slug} vs {service.Instead[0].Slug}" : "athena vs redshift";
        return new Refusal(
            "compare-same",
            $"\"{Text.Printable(first, 40)}\" and \"{Text.Printable(second, 40)}\" both mean {service.Name}.",
            $"Give two different services, such as /compare {other}.");
    }
}

/// <summary>Two services side by side.</summary>
/// <param name="Left">The one named first.</param>
/// <param name="Right">The other.</param>
public sealed record ServicePair(ServiceEntry Left, ServiceEntry Right)
{
    /// <summary>The written comparison, with the same sides; null when there is none.</summary>
    public Comparison? Written { get; init; }

    /// <summary>When the right one is the better pick, as the left one's entry says; null when it says nothing.</summary>
    public string? RightInstead => When(Left, Right);

    /// <summary>When the left one is the better pick, as the right one's entry says; null when it says nothing.</summary>
    public string? LeftInstead => When(Right, Left);

    private static string? When(ServiceEntry entry, ServiceEntry neighbour) =>
        entry.Instead.FirstOrDefault(instead => instead.Slug == neighbour.Slug)?.When;
}
