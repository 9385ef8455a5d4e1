namespace MlaBot.Testing;

/// <summary>A folder of its own for one test.</summary>
public sealed class TempFolder : IDisposable
{
    // Memory where the system offers it: tests sync often, and none of them is about the disk.
    private static readonly string Parent = Directory.Exists("/dev/shm") ? "/dev/shm" : System.IO.Path.GetTempPath();

    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(Parent, $"mlabot-{Guid.NewGuid():N}")).FullName;

    /// <summary>A path inside the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
