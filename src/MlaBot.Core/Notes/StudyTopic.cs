using MlaBot.Core.Exams;

namespace MlaBot.Core.Notes;

/// <summary>A topic that learners expect material on, whatever the blueprint calls it: what the coverage of the content is measured against.</summary>
/// <param name="Id">Its id, such as <c>note-1.1</c>.</param>
/// <param name="Group">What kind of material treats it: <c>note</c>, <c>lab</c>, <c>outline</c> or <c>service</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Blueprint">The blueprint points that it belongs to; empty for a question about the exam itself.</param>
/// <param name="Services">Slugs of the services that it names.</param>
public sealed record StudyTopic(string Id, string Group, string Title, IReadOnlyList<BlueprintId> Blueprint, IReadOnlyList<string> Services);
