using MlaBot.Core.Exams;
using MlaBot.Core.Notes;
using MlaBot.Storage.Packs.Joining;
using MlaBot.Storage.Packs.Yaml;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads <c>labs/*.yaml</c>: one lab with its steps.</summary>
internal static class LabReader
{
    /// <summary>Reads one file.</summary>
    public static void Read(string yaml, PackFile file)
    {
        var root = YamlReader.Read(yaml, file.Faults);
        if (root is MapNode map)
        {
            ReadLab(new Fields(map, "this lab", file.Faults), file);
        }
        else if (root is not null)
        {
            file.Faults.Add(root.Line, "the file is not a set of keys; begin a lab with \"slug:\"");
        }
    }

    private static void ReadLab(Fields fields, PackFile file)
    {
        var slug = fields.Text("slug");
        if (slug.Length > 0 && !Patterns.Slug().IsMatch(slug))
        {
            fields.Faults.Add(fields.LineOf("slug"), "a lab's slug is lower-case words joined by hyphens");
        }

        file.Define(PackKind.Lab, slug, fields.LineOf("slug"));
        file.Labs.Add(new Lab
        {
            Slug = slug,
            Title = fields.Text("title"),
            Intro = fields.Text("intro"),
            AsOf = fields.Date("as_of"),
            Sources = [.. fields.Texts("sources", 1).Select(source => source.Text)],
            Steps = [.. fields.Maps("steps", 1).Select(step => ReadStep(new Fields(step, "a step of this lab", file.Faults), file))],
        });
        var steps = file.Labs[^1].Steps;
        foreach (var twice in steps.CountBy(step => step.Id, StringComparer.Ordinal).Where(pair => pair.Value > 1 && pair.Key.Length > 0))
        {
            fields.Faults.Add(fields.LineOf("steps"), $"two steps of this lab have the id \"{FaultSink.Short(twice.Key)}\"");
        }

        fields.Close();
    }

    private static LabStep ReadStep(Fields fields, PackFile file)
    {
        var step = new LabStep(
            fields.Text("id"),
            fields.Text("title"),
            [.. file.Refer(PackKind.BlueprintPoint, fields.Texts("blueprint", 0), fields.Subject).Select(point => new BlueprintId(point))],
            file.Refer(PackKind.Service, fields.Texts("services", 0), fields.Subject),
            [.. fields.Texts("actions", 1).Select(action => action.Text)],
            fields.Text("check"),
            fields.OptionalText("caution") ?? "")
        {
            Topics = fields.Has("topics") ? file.Refer(PackKind.Topic, fields.Texts("topics", 1), fields.Subject) : [],
        };
        fields.Close();
        return step;
    }
}
