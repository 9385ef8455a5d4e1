using MlaBot.Core.Notes;
using MlaBot.Storage.Packs.Joining;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads <c>tips.yaml</c>: strategies for answering questions.</summary>
internal static class TipReader
{
    /// <summary>Reads the file.</summary>
    public static void Read(string yaml, PackFile file)
    {
        foreach (var fields in ListFiles.Read(yaml, file, "tip", "id"))
        {
            var id = fields.Text("id");
            file.Define(PackKind.Tip, id, fields.LineOf("id"));
            file.Tips.Add(new Tip(id, fields.Text("title"), fields.Text("text")) { Types = QuestionTypes.Read(fields, "types") });
            fields.Close();
        }
    }
}
