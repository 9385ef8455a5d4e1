using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Storage.Packs.Joining;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads <c>exams/*/items/*.yaml</c>.</summary>
internal static class ItemReader
{
    private static readonly string[] Types = ["multiple-choice", "multiple-response", "ordering", "matching", "case-study"];

    private static readonly string[] Qualifiers =
    [
        "least-operational-overhead", "most-cost-effective", "lowest-latency", "fewest-code-changes", "most-secure",
        "fastest-to-implement", "highest-availability", "other",
    ];

    /// <summary>Reads one file.</summary>
    public static void Read(string yaml, PackFile file)
    {
        foreach (var fields in ListFiles.Read(yaml, file, "item", "id"))
        {
            ReadItem(fields, file);
        }
    }

    private static void ReadItem(Fields fields, PackFile file)
    {
        var common = ReadCommon(fields, file);
        var type = fields.OneOf("type", Types);
        var draft = type switch
        {
            "ordering" => new ItemDraft(OrderingReader.Read(fields, common), CaseId: null),
            "matching" => new ItemDraft(MatchingReader.Read(fields, common), CaseId: null),
            "case-study" => new ItemDraft(ChoiceReader.ReadCaseStudy(fields, common), ReadCaseId(fields, file)),
            "multiple-response" => new ItemDraft(ChoiceReader.ReadMultipleResponse(fields, common), CaseId: null),
            _ => new ItemDraft(ChoiceReader.ReadMultipleChoice(fields, common), CaseId: null),
        };
        file.Items.Add(draft);
        if (fields.Has("type") && Types.Contains(fields.Text("type"), StringComparer.Ordinal))
        {
            // With an unknown type every key of the right type would be reported as unknown.
            fields.Close();
        }
    }

    private static ItemCommon ReadCommon(Fields fields, PackFile file)
    {
        var id = fields.Text("id");
        if (id.Length > 0 && !Patterns.ItemId().IsMatch(id))
        {
            file.Faults.Add(fields.LineOf("id"), $"item id \"{FaultSink.Short(id)}\" is not of the form q-1.1-0001");
        }

        file.Define(PackKind.Item, id, fields.LineOf("id"));
        return new ItemCommon
        {
            Id = new ItemId(id),
            Version = fields.Number("version", 1, 9999),
            Exams = [.. file.Refer(PackKind.Exam, fields.Texts("exams", 1), fields.Subject).Select(code => new ExamId(code))],
            Blueprint = [.. file
                .Refer(PackKind.BlueprintPoint, fields.Texts("blueprint", 1, 3), fields.Subject)
                .Select(point => new BlueprintId(point))],
            Services = file.Refer(PackKind.Service, fields.Texts("services", 0), fields.Subject),
            Difficulty = fields.Number("difficulty", 1, 3),
            AsOf = fields.Date("as_of"),
            Stem = fields.Text("stem"),
            Takeaway = fields.Text("takeaway"),
            References = [.. fields.Texts("refs", 1).Select(title => title.Text)],
            Qualifier = fields.Has("qualifier") ? fields.OneOf("qualifier", Qualifiers) : null,
            Shuffle = fields.Flag("shuffle", otherwise: true),
            Source = $"{file.Faults.File}({fields.Line})",
        };
    }

    private static string ReadCaseId(Fields fields, PackFile file)
    {
        var id = fields.Text("case");
        if (id.Length > 0)
        {
            file.References.Add(new PackMention(PackKind.Case, id, fields.LineOf("case"), fields.Subject));
        }

        return id;
    }
}
