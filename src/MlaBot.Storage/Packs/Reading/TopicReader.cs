using MlaBot.Core.Exams;
using MlaBot.Core.Notes;
using MlaBot.Storage.Packs.Joining;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads <c>topics.yaml</c>: what learners expect material on.</summary>
internal static class TopicReader
{
    private static readonly string[] Groups = ["note", "lab", "outline", "service"];

    /// <summary>Reads the file.</summary>
    public static void Read(string yaml, PackFile file)
    {
        foreach (var fields in ListFiles.Read(yaml, file, "topic", "id"))
        {
            var id = fields.Text("id");
            file.Define(PackKind.Topic, id, fields.LineOf("id"));
            file.Topics.Add(new StudyTopic(
                id,
                fields.OneOf("group", Groups),
                fields.Text("title"),
                [.. file.Refer(PackKind.BlueprintPoint, fields.Texts("blueprint", 0), fields.Subject).Select(point => new BlueprintId(point))],
                fields.Has("services") ? file.Refer(PackKind.Service, fields.Texts("services", 1), fields.Subject) : []));
            fields.Close();
        }
    }
}
