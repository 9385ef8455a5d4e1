using System.Text;
using System.Text.RegularExpressions;

namespace MlaBot.Benchmarks.Content;

/// <summary>Makes a content folder of any size: the items of this repository, repeated and renumbered.</summary>
internal static partial class BankFolder
{
    /// <summary>The content of this repository.</summary>
    public static string Shipped { get; } = Path.Combine(Root(AppContext.BaseDirectory), "content");

    /// <summary>Writes the folder.</summary>
    /// <param name="folder">Where; must not exist.</param>
    /// <param name="items">How many items.</param>
    /// <returns>The folder.</returns>
    public static string Make(string folder, int items)
    {
        var source = Shipped;
        CopyOthers(source, folder);
        var files = Directory.GetFiles(Path.Combine(source, "exams", "mla-c01", "items"), "*.yaml").Order(StringComparer.Ordinal).ToArray();
        for (var index = 0; index < files.Length; index++)
        {
            // The last file takes what the division leaves over.
            var share = index == files.Length - 1 ? items - (items / files.Length * index) : items / files.Length;
            Write(Path.Combine(folder, "exams", "mla-c01", "items", Path.GetFileName(files[index])), File.ReadAllText(files[index]), share);
        }

        return folder;
    }

    private static void CopyOthers(string source, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            var copy = Path.Combine(folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (!relative.Replace('\\', '/').Contains("/items/", StringComparison.Ordinal) && relative is not "waivers.yaml")
            {
                File.Copy(file, copy);
            }
        }
    }

    private static void Write(string file, string text, int count)
    {
        var blocks = ItemStart().Split(text).Skip(1).ToArray();
        var written = new StringBuilder();
        for (var number = 0; number < count; number++)
        {
            var block = blocks[number % blocks.Length];
            var end = block.IndexOf('\n', StringComparison.Ordinal);
            var id = block[..end].Trim();
            written.Append("- id: ").Append(id[..(id.LastIndexOf('-') + 1)]).Append($"{number:0000}").Append(block[end..]);
        }

        File.WriteAllText(file, written.ToString());
    }

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "MlaBot.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);

    [GeneratedRegex("^- id: ", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ItemStart();
}
