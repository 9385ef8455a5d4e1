using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Storage.Packs.Joining;
using MlaBot.Storage.Packs.Yaml;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads <c>exams/*/exam.yaml</c>.</summary>
internal static class ExamReader
{
    private static readonly string[] Confidences = ["high", "medium", "low"];

    /// <summary>Reads the file.</summary>
    public static void Read(string yaml, PackFile file)
    {
        var root = YamlReader.Read(yaml, file.Faults);
        if (root is MapNode map)
        {
            var fields = new Fields(map, "this exam", file.Faults);
            file.Exams.Add(ReadExam(fields, file));
            fields.Close();
        }
        else if (root is not null)
        {
            file.Faults.Add(root.Line, $"the file is {root.Kind} where keys with values are expected");
        }
    }

    private static Exam ReadExam(Fields fields, PackFile file)
    {
        var id = ReadId(fields, file);
        return new Exam
        {
            Id = new ExamId(id),
            Name = fields.Text("name"),
            AsOf = fields.Date("as_of"),
            Form = ReadForm(new Fields(fields.Map("form"), "form", file.Faults)),
            QuestionTypes = [.. Reading.QuestionTypes.Read(fields, "question_types", isRequired: true).Select(type => type.Code())],
            PracticeTypes = [.. Reading.QuestionTypes.Read(fields, "practice_types").Select(type => type.Code())],
            ChooseWhen = fields.OptionalText("choose_when") ?? "",
            KeyShares = ReadKeyShares(fields, file),
            Availability = ReadFacts(fields, "availability"),
            Changes = ReadFacts(fields, "changes"),
            CoreServices = fields.Has("core_services")
                ? file.Refer(PackKind.Service, fields.Texts("core_services", 0), "core_services")
                : [],
            Domains = BlueprintReader.Read(fields, file, id),
        };
    }

    private static string ReadId(Fields fields, PackFile file)
    {
        var id = fields.Text("id");
        var successor = fields.OptionalText("successor");
        foreach (var (key, code) in new[] { ("id", id), ("successor", successor ?? "") })
        {
            if (code.Length > 0 && !Patterns.ExamId().IsMatch(code))
            {
                file.Faults.Add(fields.LineOf(key), $"{key} \"{FaultSink.Short(code)}\" is not an exam code as in MLA-C01");
            }
        }

        file.Define(PackKind.Exam, id, fields.LineOf("id"));
        if (successor is not null)
        {
            file.Successors.Add(successor);
        }

        return id;
    }

    private static ExamForm ReadForm(Fields form)
    {
        var read = new ExamForm(
            Questions: form.Number("questions", 1, 500),
            Scored: form.Number("scored", 1, 500),
            Minutes: form.Number("minutes", 1, 1000),
            PassingScore: form.Number("passing_score", 1, 10_000),
            ScaleMinimum: form.Number("scale_minimum", 0, 10_000),
            ScaleMaximum: form.Number("scale_maximum", 1, 10_000),
            PriceUsd: form.Number("price_usd", 0, 10_000),
            ValidityYears: form.Number("validity_years", 1, 100));
        if (read.Scored > read.Questions || read.PassingScore < read.ScaleMinimum || read.PassingScore > read.ScaleMaximum)
        {
            form.Faults.Add(form.Line, "form: scored is more than questions, or passing_score lies outside the scale");
        }

        form.Close();
        return read;
    }

    private static IReadOnlyList<KeyShare> ReadKeyShares(Fields exam, PackFile file)
    {
        var shares = new List<KeyShare>();
        foreach (var map in exam.Has("key_shares") ? exam.Maps("key_shares", 1) : [])
        {
            var fields = new Fields(map, "a share of key_shares", exam.Faults);
            var service = fields.Text("service");
            file.References.Add(new PackMention(PackKind.Service, service, fields.LineOf("service"), fields.Subject));
            var share = new KeyShare(service, fields.Number("least", 0, 100), fields.Number("most", 1, 100));
            if (share.Least >= share.Most)
            {
                exam.Faults.Add(fields.LineOf("least"), $"{fields.Subject}: least must be below most");
            }

            shares.Add(share);
            fields.Close();
        }

        return shares;
    }

    private static IReadOnlyList<DatedFact> ReadFacts(Fields fields, string key)
    {
        var facts = new List<DatedFact>();
        foreach (var map in fields.Maps(key, 0))
        {
            var fact = new Fields(map, $"a fact of {key}", fields.Faults);
            facts.Add(new DatedFact(fact.Text("subject"), fact.Text("text"), fact.OneOf("confidence", Confidences)));
            fact.Close();
        }

        return facts;
    }
}
