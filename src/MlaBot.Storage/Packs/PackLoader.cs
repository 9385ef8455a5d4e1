using MlaBot.Storage.Packs.Joining;
using MlaBot.Storage.Packs.Reading;

namespace MlaBot.Storage.Packs;

/// <summary>Loads exams, items, cases, services, comparisons and notes from a content folder.</summary>
public static class PackLoader
{
    /// <summary>Loads a folder and checks everything in it.</summary>
    /// <param name="folder">The content folder.</param>
    /// <returns>The content, or all faults of all files.</returns>
    /// <remarks>Bad content is never an exception. Time and memory grow with the size of the files.</remarks>
    public static PackResult Load(string folder)
    {
        try
        {
            return LoadFiles(folder, PackFolder.List(folder));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new PackResult { Faults = [new PackFault(folder, 0, "this content folder is not there or cannot be read")] };
        }
    }

    private static PackResult LoadFiles(string folder, IReadOnlyList<string> names)
    {
        var files = new PackFile[names.Count];
        Parallel.For(0, names.Count, index => files[index] = PackFolder.Read(folder, names[index]));
        var result = PackJoiner.Join(files);
        return Array.Exists(files, file => file.Exams.Count > 0) || result.Content is null
            ? result
            : result with { Content = null, Faults = [new PackFault("exams", 0, "there is no exams/*/exam.yaml, so there is no exam")] };
    }
}
