using MlaBot.Storage.Packs.Joining;

namespace MlaBot.Storage.Packs.Reading;

/// <summary>Reads <c>waivers.yaml</c>: lint findings that an author has accepted, each with a reason.</summary>
internal static class WaiverReader
{
    /// <summary>Reads the file.</summary>
    public static void Read(string yaml, PackFile file)
    {
        foreach (var fields in ListFiles.Read(yaml, file, "waiver", "rule"))
        {
            file.Waivers.Add(new Waiver(
                fields.Text("rule"),
                file.Refer(PackKind.Item, fields.Texts("items", 1), fields.Subject),
                fields.Text("reason"),
                $"{file.Faults.File}({fields.Line})"));
            fields.Close();
        }
    }
}
