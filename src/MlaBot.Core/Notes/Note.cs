using MlaBot.Core.Exams;

namespace MlaBot.Core.Notes;

/// <summary>A study note: a read of one to three minutes.</summary>
/// <param name="Slug">Its id, such as <c>data-formats</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Blueprint">The blueprint points it serves.</param>
/// <param name="Services">Slugs of the services it is about.</param>
/// <param name="Markdown">Its text.</param>
public sealed record Note(string Slug, string Title, IReadOnlyList<BlueprintId> Blueprint, IReadOnlyList<string> Services, string Markdown);
