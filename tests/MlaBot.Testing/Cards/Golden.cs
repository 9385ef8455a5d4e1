using System.Text.Encodings.Web;
using System.Text.Json;
using MlaBot.Testing.Pictures;
using Shouldly;

namespace MlaBot.Testing.Cards;

/// <summary>Compares JSON or a picture with a file beside the tests; with <c>UPDATE_GOLDEN=1</c> in the environment it writes the file instead.</summary>
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

    /// <summary>Compares the pixels of a PNG file with <c>Golden/name.png</c> of the running test project.</summary>
    public static void ShouldMatchGolden(this byte[] png, string name)
    {
        var file = Path.Combine(Project(AppContext.BaseDirectory), "Golden", $"{name}.png");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, png);
        }

        var (now, then) = (PngReader.Read(png), PngReader.Read(File.ReadAllBytes(file)));
        (now.Width, now.Height).ShouldBe((then.Width, then.Height), $"{name}.png; run the tests with UPDATE_GOLDEN=1 when the change is wanted, and look at the picture");
        now.Pixels.AsSpan().SequenceEqual(then.Pixels).ShouldBeTrue($"{name}.png; run the tests with UPDATE_GOLDEN=1 when the change is wanted, and look at the picture");
    }

    private static string Project(string folder) => Directory.EnumerateFiles(folder, "*.csproj").Any() ? folder : Project(Path.GetDirectoryName(folder)!);
}
