using MlaBot.Core.Questions;
using MlaBot.Storage.Packs.Joining;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads <c>exams/*/cases/*.yaml</c>: scenarios that several items share.</summary>
internal static class CaseReader
{
    /// <summary>Reads one file.</summary>
    public static void Read(string yaml, PackFile file)
    {
        foreach (var fields in ListFiles.Read(yaml, file, "case", "id"))
        {
            var id = fields.Text("id");
            file.Define(PackKind.Case, id, fields.LineOf("id"));
            file.Refer(PackKind.Exam, fields.Texts("exams", 1), fields.Subject);
            fields.Date("as_of");
            file.Cases.Add(new CaseScenario(id, fields.Text("title"), fields.Text("scenario")));
            fields.Close();
        }
    }
}
