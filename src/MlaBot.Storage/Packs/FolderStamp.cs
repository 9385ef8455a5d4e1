using System.Globalization;
using System.Text;

namespace MlaBot.Storage.Packs;

/// <summary>Sums up names, sizes and times of a folder's packs, so that two looks can be compared.</summary>
internal static class FolderStamp
{
    /// <summary>Gives the stamp; a folder that cannot be read has one of its own.</summary>
    public static string Of(string folder)
    {
        var stamp = new StringBuilder();
        try
        {
            foreach (var name in PackFolder.List(folder))
            {
                var file = new FileInfo(Path.Combine(folder, name));
                stamp.Append(CultureInfo.InvariantCulture, $"{name}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n");
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return "unreadable";
        }

        return stamp.ToString();
    }
}
