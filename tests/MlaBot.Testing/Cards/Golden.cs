using System.Text.Encodings.Web;
using System.Text.Json;
using Shouldly;

namespace MlaBot.Testing.Cards;

/// <summary>Compares JSON with a file beside the tests; with <c>UPDATE_GOLDEN=1</c> in the environment it writes the file instead.</summary>
public static class Golden
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Compares with <c>Golden/name.json</c> of the running test project.</summary>
    public static void ShouldMatchGolden(this JsonElement json, string name)
    {
        var file = Path.Combine(Project(AppContext.BaseDirectory), "Golden", $"{name}.json");
        var actual = JsonSerializer.Serialize(json, Readable) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        actual.ShouldBe(File.ReadAllText(file), $"{name}.json; run the tests with UPDATE_GOLDEN=1 when the change is wanted, and read the difference");
    }

    private static string Project(string folder) => Directory.EnumerateFiles(folder, "*.csproj").Any() ? folder : Project(Path.GetDirectoryName(folder)!);
}
