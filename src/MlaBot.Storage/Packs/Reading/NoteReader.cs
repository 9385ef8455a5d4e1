using MlaBot.Core.Exams;
using MlaBot.Core.Notes;
using MlaBot.Storage.Packs.Joining;
using MlaBot.Storage.Packs.Yaml;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads <c>notes/*.md</c>: YAML between two lines of <c>---</c>, then Markdown.</summary>
internal static class NoteReader
{
    private const string Fence = "---";

    /// <summary>Reads one file.</summary>
    public static void Read(string text, PackFile file)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() is Fence);
        if (lines[0].TrimEnd() is not Fence || end < 0)
        {
            file.Faults.Add(1, "a note begins with its keys between two lines of ---");
            return;
        }

        var root = YamlReader.Read(string.Join('\n', lines[1..end]), file.Faults, linesBefore: 1);
        if (root is MapNode map)
        {
            ReadNote(new Fields(map, "this note", file.Faults), string.Join('\n', lines[(end + 1)..]).Trim(), file);
        }
        else if (root is not null)
        {
            file.Faults.Add(root.Line, "the part between the two lines of --- is not a set of keys");
        }
    }

    private static void ReadNote(Fields fields, string markdown, PackFile file)
    {
        var slug = fields.Text("slug");
        if (slug.Length > 0 && !Patterns.Slug().IsMatch(slug))
        {
            file.Faults.Add(fields.LineOf("slug"), "a note's slug is lower-case words joined by hyphens");
        }

        if (markdown.Length == 0)
        {
            file.Faults.Add(0, "the note has no text below its keys");
        }

        file.Define(PackKind.Note, slug, fields.LineOf("slug"));
        file.Notes.Add(new Note(
            slug,
            fields.Text("title"),
            [.. file.Refer(PackKind.BlueprintPoint, fields.Texts("blueprint", 0), fields.Subject).Select(point => new BlueprintId(point))],
            file.Refer(PackKind.Service, fields.Texts("services", 0), fields.Subject),
            markdown)
        {
            Sources = [.. fields.Texts("sources", 1).Select(source => source.Text)],
            AsOf = fields.Date("as_of"),
            Topics = fields.Has("topics") ? file.Refer(PackKind.Topic, fields.Texts("topics", 1), fields.Subject) : [],
        });
        fields.Close();
    }
}
