using MlaBot.Core.Exams;
using MlaBot.Storage.Packs.Joining;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads the domains, tasks and points of an exam.</summary>
internal static class BlueprintReader
{
    private static readonly string[] PointKinds = ["knowledge", "skill"];

    /// <summary>Reads <c>domains</c> and checks that weights add up and ids sit below their parents.</summary>
    public static IReadOnlyList<ExamDomain> Read(Fields exam, PackFile file, string examId)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var domains = exam.Maps("domains", 1)
            .Select(map => ReadDomain(new Fields(map, "domain", exam.Faults), file, examId, ids))
            .ToArray();
        var sum = domains.Sum(domain => domain.Weight);
        if (domains.Length > 0 && sum != 100)
        {
            exam.Faults.Add(exam.LineOf("domains"), $"the weights of the domains add up to {sum}, not 100");
        }

        return domains;
    }

    private static ExamDomain ReadDomain(Fields fields, PackFile file, string examId, HashSet<string> ids)
    {
        var id = ReadId(fields, ids, "");
        var domain = new ExamDomain(
            new DomainId(id),
            fields.Text("title"),
            fields.Number("weight", 1, 100),
            [.. fields.Maps("tasks", 1).Select(map => ReadTask(new Fields(map, $"domain {id}, task", fields.Faults), file, examId, ids, id))]);
        fields.Close();
        return domain;
    }

    private static ExamTask ReadTask(Fields fields, PackFile file, string examId, HashSet<string> ids, string domain)
    {
        var id = ReadId(fields, ids, $"{domain}.");
        var task = new ExamTask(
            new TaskId(id),
            fields.Text("title"),
            fields.Number("bank_target", 0, 100_000),
            [.. fields.Maps("points", 1).Select(map => ReadPoint(new Fields(map, $"task {id}, point", fields.Faults), file, examId, ids, id))]);
        fields.Close();
        return task;
    }

    private static BlueprintPoint ReadPoint(Fields fields, PackFile file, string examId, HashSet<string> ids, string task)
    {
        var id = ReadId(fields, ids, $"{task}.");
        var isSkill = fields.OneOf("kind", PointKinds) is "skill";
        file.Define(PackKind.BlueprintPoint, id, fields.LineOf("id"), examId);
        var point = new BlueprintPoint(
            new BlueprintId(id), isSkill, fields.Text("title"), fields.Text("covers"), fields.OptionalText("successor"));
        fields.Close();
        return point;
    }

    private static string ReadId(Fields fields, HashSet<string> ids, string parent)
    {
        var id = fields.Text("id");
        if (id.Length > 0 && (!id.StartsWith(parent, StringComparison.Ordinal) || id.Length == parent.Length || id.EndsWith('.')))
        {
            fields.Faults.Add(fields.LineOf("id"), $"{fields.Subject}: id \"{FaultSink.Short(id)}\" does not begin with {parent}");
        }
        else if (id.Length > 0 && !ids.Add(id))
        {
            fields.Faults.Add(fields.LineOf("id"), $"{fields.Subject}: id \"{FaultSink.Short(id)}\" stands twice in this exam");
        }

        return id;
    }
}
