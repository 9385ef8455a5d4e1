using MlaBot.Core.Exams;
using NodaTime;

namespace MlaBot.Core.Notes;

/// <summary>A hands-on exercise in a learner's own AWS account, as a checklist.</summary>
public sealed record Lab
{
    /// <summary>Its id, such as <c>churn</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What is built, what it needs and what it may cost, in Markdown.</summary>
    public required string Intro { get; init; }

    /// <summary>When its facts were last checked.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Titles of the official pages behind it; at least one.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The steps in order; at least one.</summary>
    public required IReadOnlyList<LabStep> Steps { get; init; }
}

/// <summary>A step of a lab.</summary>
/// <param name="Id">Its number as learners type it, such as <c>1.2</c> or <c>setup</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Blueprint">The blueprint points that it exercises; empty for a look back.</param>
/// <param name="Services">Slugs of the services it uses.</param>
/// <param name="Actions">What to do, one thing each, in order; at least one.</param>
/// <param name="Check">How to see that it worked.</param>
/// <param name="Caution">What no longer works as tutorials say, or costs money; empty for nothing.</param>
public sealed record LabStep(
    string Id, string Title, IReadOnlyList<BlueprintId> Blueprint, IReadOnlyList<string> Services, IReadOnlyList<string> Actions, string Check, string Caution)
{
    /// <summary>Ids of the <see cref="StudyTopic"/>s that it treats.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
}
