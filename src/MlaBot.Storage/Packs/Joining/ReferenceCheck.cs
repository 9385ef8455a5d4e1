using MlaBot.Storage.Packs.Reading;

namespace MlaBot.Storage.Packs.Joining;

/// <summary>Finds ids that are defined twice and ids that are used and defined nowhere.</summary>
internal static class ReferenceCheck
{
    /// <summary>Adds the faults to the files where they stand.</summary>
    public static void Run(IReadOnlyList<PackFile> files)
    {
        FindDuplicates(files);
        var known = files
            .SelectMany(file => file.Definitions)
            .GroupBy(definition => definition.Kind, definition => definition.Id)
            .ToDictionary(group => group.Key, group => group.ToHashSet(StringComparer.Ordinal));
        known[PackKind.Exam] = [.. PackJoiner.ExamCodes(files)];
        foreach (var file in files)
        {
            FindUnknown(file, known);
        }
    }

    private static void FindDuplicates(IReadOnlyList<PackFile> files)
    {
        var first = new Dictionary<(PackKind, string, string), (string File, int Line)>();
        foreach (var file in files)
        {
            foreach (var (kind, id, line, space) in file.Definitions)
            {
                if (!first.TryAdd((kind, space, id), (file.Faults.File, line)))
                {
                    var (otherFile, otherLine) = first[(kind, space, id)];
                    file.Faults.Add(line, $"{Noun(kind)} \"{FaultSink.Short(id)}\" is already defined in {otherFile}({otherLine})");
                }
            }
        }
    }

    private static void FindUnknown(PackFile file, Dictionary<PackKind, HashSet<string>> known)
    {
        foreach (var (kind, id, line, subject) in file.References)
        {
            var ids = known.GetValueOrDefault(kind) ?? [];
            if (!ids.Contains(id))
            {
                file.Faults.Add(line, $"{subject}: there is no {Noun(kind)} \"{FaultSink.Short(id)}\"{FaultSink.DidYouMean(id, ids)}");
            }
        }
    }

    private static string Noun(PackKind kind) => kind switch
    {
        PackKind.Exam => "exam",
        PackKind.BlueprintPoint => "blueprint id",
        PackKind.Item => "item",
        PackKind.Case => "case",
        PackKind.Service => "service",
        PackKind.Tip => "tip",
        PackKind.Lab => "lab",
        PackKind.Topic => "topic",
        PackKind.Comparison => "comparison",
        _ => "note",
    };
}
