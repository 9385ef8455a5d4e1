using System.Text;
using MlaBot.Storage.Packs.Reading;

namespace MlaBot.Storage.Packs;

/// <summary>Knows which file of a content folder is read as what.</summary>
internal static class PackFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Lists the files to read, relative to the folder, exams first, in a fixed order.</summary>
    public static IReadOnlyList<string> List(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(IsPack)
            .OrderBy(file => file, StringComparer.Ordinal),
    ];

    /// <summary>Reads one file into what it holds; never throws for what stands in it.</summary>
    public static PackFile Read(string folder, string file)
    {
        var pack = new PackFile(file);
        var text = ReadText(Path.Combine(folder, file), pack.Faults);
        if (text is not null)
        {
            ReaderOf(file)(text, pack);
        }

        return pack;
    }

    private static bool IsPack(string file) => file.Split('/') switch
    {
        [.., var name] when name.StartsWith('.') => false,
        ["exams" or "services" or "labs", .., var name] => name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal),
        ["notes", .., var name] => name.EndsWith(".md", StringComparison.Ordinal),
        ["comparisons.yaml" or "tips.yaml" or "topics.yaml" or "waivers.yaml"] => true,
        _ => false,
    };

    private static Action<string, PackFile> ReaderOf(string file) => file.Split('/') switch
    {
        ["exams", _, "exam.yaml"] => ExamReader.Read,
        ["exams", _, "items", .., var name] when name.EndsWith(".yaml", StringComparison.Ordinal) => ItemReader.Read,
        ["exams", _, "cases", .., var name] when name.EndsWith(".yaml", StringComparison.Ordinal) => CaseReader.Read,
        ["services", .., var name] when name.EndsWith(".yaml", StringComparison.Ordinal) => ServiceReader.Read,
        ["notes", ..] => NoteReader.Read,
        ["labs", var name] when name.EndsWith(".yaml", StringComparison.Ordinal) => LabReader.Read,
        ["comparisons.yaml"] => ComparisonReader.Read,
        ["tips.yaml"] => TipReader.Read,
        ["topics.yaml"] => TopicReader.Read,
        ["waivers.yaml"] => WaiverReader.Read,
        _ => static (_, pack) => pack.Faults.Add(
            0, "nothing reads this file; packs are exams/*/exam.yaml, exams/*/items/*.yaml, exams/*/cases/*.yaml, services/*.yaml and labs/*.yaml"),
    };

    private static string? ReadText(string path, FaultSink faults)
    {
        try
        {
            return File.ReadAllText(path, Utf8);
        }
        catch (DecoderFallbackException)
        {
            faults.Add(0, "the file is not UTF-8 text");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            faults.Add(0, "the file cannot be read; check its permissions");
        }

        return null;
    }
}
