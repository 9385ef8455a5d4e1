using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Services;
using MlaBot.Storage.Packs.Reading;

namespace MlaBot.Storage.Packs.Joining;

/// <summary>Checks the files against each other and makes one content of them.</summary>
internal static class PackJoiner
{
    /// <summary>Joins the files.</summary>
    /// <param name="files">In the order in which their content is to stand.</param>
    public static PackResult Join(IReadOnlyList<PackFile> files)
    {
        ReferenceCheck.Run(files);
        var exams = ExamCodes(files);
        var services = files.SelectMany(file => file.Services.Select(draft => WithScope(draft, exams, file.Faults))).ToArray();
        PackFault[] faults = [.. files.SelectMany(file => file.Faults.Faults.OrderBy(fault => fault.Line))];
        return new PackResult
        {
            Faults = faults,
            Content = faults.Length > 0 ? null : Content(files, services),
            Waivers = [.. files.SelectMany(file => file.Waivers)],
        };
    }

    /// <summary>The codes that content may name: exams with a pack, and those that follow them.</summary>
    public static IReadOnlyList<string> ExamCodes(IReadOnlyList<PackFile> files) =>
        [.. files.SelectMany(file => file.Exams.Select(exam => exam.Id.Value).Concat(file.Successors)).Distinct(StringComparer.Ordinal)];

    private static ContentSnapshot Content(IReadOnlyList<PackFile> files, IReadOnlyList<ServiceEntry> services)
    {
        var cases = files.SelectMany(file => file.Cases).ToDictionary(scenario => scenario.Id, StringComparer.Ordinal);
        return new ContentSnapshot(
            [.. files.SelectMany(file => file.Exams)],
            [.. files.SelectMany(file => file.Items).Select(draft => WithCase(draft, cases))],
            services,
            [.. files.SelectMany(file => file.Notes)])
        {
            Comparisons = new ComparisonIndex([.. files.SelectMany(file => file.Comparisons)]),
            Tips = [.. files.SelectMany(file => file.Tips)],
            Labs = [.. files.SelectMany(file => file.Labs)],
            Topics = [.. files.SelectMany(file => file.Topics)],
        };
    }

    private static Item WithCase(ItemDraft draft, Dictionary<string, CaseScenario> cases) =>
        draft is { CaseId: { } id, Item: ChoiceItem item } ? item with { Case = cases[id] } : draft.Item;

    private static ServiceEntry WithScope(ServiceDraft draft, IReadOnlyList<string> exams, FaultSink faults)
    {
        var scope = new Dictionary<ExamId, ExamScope>();
        foreach (var (code, place) in draft.Scope)
        {
            // Packs write c01 for MLA-C01.
            var exam = exams.FirstOrDefault(exam => exam.EndsWith($"-{code}", StringComparison.OrdinalIgnoreCase));
            if (exam is null)
            {
                faults.Add(draft.Line, $"service {draft.Service.Slug}, scope: \"{FaultSink.Short(code)}\" is the end of no exam code ({string.Join(", ", exams)})");
            }
            else
            {
                scope[new ExamId(exam)] = place;
            }
        }

        return draft.Service with { Scope = scope };
    }
}
