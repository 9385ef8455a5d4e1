namespace MlaBot.Storage.Packs;

/// <summary>Finds the content folder.</summary>
public static class ContentFolder
{
    private const string DefaultName = "content";

    /// <summary>Gives the folder for a configured path.</summary>
    /// <param name="path">The path, absolute or below the working folder; empty for the default.</param>
    /// <returns>A full path; the folder need not exist.</returns>
    public static string Find(string path)
    {
        if (!string.IsNullOrWhiteSpace(path))
        {
            return Path.GetFullPath(path);
        }

        var below = Path.GetFullPath(DefaultName);
        return Directory.Exists(below) ? below : Path.Combine(AppContext.BaseDirectory, DefaultName);
    }
}
