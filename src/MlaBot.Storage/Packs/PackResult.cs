using MlaBot.Core.Content;

namespace MlaBot.Storage.Packs;

/// <summary>What came of loading a content folder.</summary>
public sealed record PackResult
{
    /// <summary>The content; null when there is any fault.</summary>
    public ContentSnapshot? Content { get; init; }

    /// <summary>All faults of all files, in the order of files and lines.</summary>
    public required IReadOnlyList<PackFault> Faults { get; init; }

    /// <summary>Lint findings that an author has accepted; empty without a <c>waivers.yaml</c>.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];
}

/// <summary>A lint finding that an author has accepted.</summary>
/// <param name="Rule">The name of the lint rule.</param>
/// <param name="Items">The items it is accepted for; a pair is waived when both stand here.</param>
/// <param name="Reason">Why it is right as it is.</param>
/// <param name="Source">Where the waiver stands, as <c>file(line)</c>.</param>
public sealed record Waiver(string Rule, IReadOnlyList<string> Items, string Reason, string Source);
