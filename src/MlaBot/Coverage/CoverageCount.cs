using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.Notes;
using MlaBot.Core.Questions;
using MlaBot.Lint;

namespace MlaBot.Coverage;

/// <summary>Counts what items, notes, labs, limits and comparisons cover.</summary>
internal static class CoverageCount
{
    private const int LeastTopicItems = 3;

    /// <summary>Counts for one exam.</summary>
    public static CoverageReport Of(ContentSnapshot content, Exam exam)
    {
        Item[] items = [.. content.Bank(exam.Id)?.Items ?? []];
        var byPoint = items.SelectMany(item => item.Blueprint).CountBy(point => point).ToDictionary();
        var byService = items.SelectMany(item => item.Services).CountBy(slug => slug, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        BlueprintPoint[] points = [.. exam.Tasks.SelectMany(task => task.Points)];
        var known = points.Select(point => point.Id).ToHashSet();
        return new CoverageReport(
            exam,
            [.. points.Select(point => new PointRow(point, byPoint.GetValueOrDefault(point.Id), content.NoteIndex.Of(point.Id).Count))],
            [
                .. content.Services
                    .Select(service => new ServiceRow(service.Slug, service.Name, byService.GetValueOrDefault(service.Slug), ServiceTargets.Least(service, exam), service.Limits.Count, content.Comparisons.Of(service.Slug).Count))
                    .Where(row => row.Items > 0 || row.Least > 0),
            ],
            [
                .. content.Topics
                    .Where(topic => topic.Blueprint.Count == 0 || topic.Blueprint.Any(known.Contains))
                    .Select(topic => Row(topic, content, items)),
            ],
            new CatalogueCount(
                content.Services.Count,
                content.Services.Sum(service => service.Limits.Count),
                content.Services.Count(service => service.Limits.Count > 0),
                content.Comparisons.All.Count));
    }

    private static TopicRow Row(StudyTopic topic, ContentSnapshot content, Item[] items)
    {
        var asked = items.Count(item => item.Blueprint.Intersect(topic.Blueprint).Any());
        var naming = content.Notes.Count(note => note.Topics.Contains(topic.Id, StringComparer.Ordinal));
        var notes = content.Notes.Count(note => note.Topics.Contains(topic.Id, StringComparer.Ordinal) || note.Blueprint.Intersect(topic.Blueprint).Any());
        var steps = content.Labs.SelectMany(lab => lab.Steps).Count(step => step.Topics.Contains(topic.Id, StringComparer.Ordinal));
        var missing = new List<string>();
        if (topic.Blueprint.Count > 0 && asked < LeastTopicItems)
        {
            missing.Add($"{asked} of {LeastTopicItems} items");
        }

        if (topic.Group is "lab" ? steps == 0 : topic.Group is "note" ? naming == 0 : notes == 0)
        {
            missing.Add(topic.Group switch { "lab" => "no lab step that names it", "note" => "no note that names it", _ => "no note" });
        }

        return new TopicRow(topic.Id, topic.Group, topic.Title, asked, notes, steps, missing.Count == 0 ? "" : $"{topic.Id} has {string.Join(" and ", missing)}");
    }
}
