using MlaBot.Core.Content;
using MlaBot.Storage.Packs;

namespace MlaBot.Testing;

/// <summary>The content of the checkout that the tests were built from, loaded once.</summary>
public static class RealContent
{
    private static readonly Lazy<ContentSnapshot> Loaded = new(Load);

    /// <summary>The content; throws with all faults when it has any.</summary>
    public static ContentSnapshot Current => Loaded.Value;

    /// <summary>Its folder.</summary>
    public static string Folder { get; } = Path.Combine(Root(AppContext.BaseDirectory), "content");

    private static ContentSnapshot Load()
    {
        var result = PackLoader.Load(Folder);
        return result.Content ?? throw new PackFaultsException(Folder, result.Faults);
    }

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "MlaBot.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
