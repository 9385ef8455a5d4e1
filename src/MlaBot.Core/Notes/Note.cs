using MlaBot.Core.Exams;
using NodaTime;

namespace MlaBot.Core.Notes;

/// <summary>A study note: a read of one to three minutes.</summary>
/// <param name="Slug">Its id, such as <c>data-formats</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Blueprint">The blueprint points it serves; empty for a note about the exam itself.</param>
/// <param name="Services">Slugs of the services it is about.</param>
/// <param name="Markdown">Its text; a paragraph or a list is one block, with an empty line between two.</param>
public sealed record Note(string Slug, string Title, IReadOnlyList<BlueprintId> Blueprint, IReadOnlyList<string> Services, string Markdown)
{
    /// <summary>Titles of the official pages behind it; at least one.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>When its facts were last checked.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Ids of the <see cref="StudyTopic"/>s that it treats.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
}
