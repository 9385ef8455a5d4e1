using MlaBot.Core.Exams;
using NodaTime;

namespace MlaBot.Core.Services;

/// <summary>An AWS service or feature of the catalogue.</summary>
public sealed record ServiceEntry
{
    /// <summary>The id used in items and links, such as <c>data-firehose</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>The official name.</summary>
    public required string Name { get; init; }

    /// <summary>The category of the exam guide's list.</summary>
    public required string Category { get; init; }

    /// <summary><c>service</c>, <c>feature</c> or another kind that the pack names.</summary>
    public required string Kind { get; init; }

    /// <summary>The slug of the service that it belongs to; null for one that stands alone.</summary>
    public string? Parent { get; init; }

    /// <summary>Its place in each exam's lists, by exam.</summary>
    public required IReadOnlyDictionary<ExamId, ExamScope> Scope { get; init; }

    /// <summary>Old names, abbreviations and spellings, in lower case.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>What people type who know the need and not the name, in lower case.</summary>
    public required IReadOnlyList<string> Intents { get; init; }

    /// <summary>Whether it can be had today.</summary>
    public required ServiceStatus Status { get; init; }

    /// <summary>The blueprint points that it serves.</summary>
    public required IReadOnlyList<BlueprintId> Blueprint { get; init; }

    /// <summary>What it is, in one plain sentence.</summary>
    public required string What { get; init; }

    /// <summary>What the exam wants a candidate to know about it.</summary>
    public required string Exam { get; init; }

    /// <summary>When to pick it rather than its neighbours.</summary>
    public required string PickWhen { get; init; }

    /// <summary>Neighbours, and when they are the better pick.</summary>
    public required IReadOnlyList<Neighbour> Instead { get; init; }

    /// <summary>What learners get wrong about it.</summary>
    public required IReadOnlyList<string> Traps { get; init; }

    /// <summary>Limits that decide designs; empty when none does.</summary>
    public IReadOnlyList<ServiceLimit> Limits { get; init; } = [];

    /// <summary>Titles of official guides.</summary>
    public required IReadOnlyList<string> Guides { get; init; }
}

/// <summary>A neighbour that may be the better pick.</summary>
/// <param name="Slug">The neighbour.</param>
/// <param name="When">When it is the better pick.</param>
public sealed record Neighbour(string Slug, string When);

/// <summary>A service's place in the lists of an exam guide.</summary>
public enum ExamScope
{
    /// <summary>On the in-scope list.</summary>
    InScope,

    /// <summary>Named in the outline, or part of a listed service.</summary>
    Named,

    /// <summary>On no list.</summary>
    Unlisted,

    /// <summary>On the out-of-scope list.</summary>
    OutOfScope,

    /// <summary>On the list of the exam before, not on this one.</summary>
    Dropped,
}

/// <summary>Whether a service can be had today.</summary>
/// <param name="State">Its state.</param>
/// <param name="Since">Since when, as year, month and day or less of them; null when it never changed or no date is known.</param>
/// <param name="Note">What happened and what to use instead; empty when there is nothing to say.</param>
/// <param name="Confidence">How well that was verified: high, medium or low.</param>
/// <param name="AsOf">When it was verified.</param>
public sealed record ServiceStatus(ServiceState State, string? Since, string Note, string Confidence, LocalDate AsOf);

/// <summary>The states of a service's life.</summary>
public enum ServiceState
{
    /// <summary>Open to everybody.</summary>
    Active,

    /// <summary>Goes by another name now.</summary>
    Renamed,

    /// <summary>Existing customers keep it, new ones cannot start.</summary>
    ClosedToNew,

    /// <summary>An end date is announced.</summary>
    Sunset,

    /// <summary>Shut down.</summary>
    Ended,
}
