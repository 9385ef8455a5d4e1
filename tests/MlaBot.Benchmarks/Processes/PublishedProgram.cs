using System.Diagnostics;

namespace MlaBot.Benchmarks.Processes;

/// <summary>The program as the image ships it: published in Release with ReadyToRun.</summary>
internal static class PublishedProgram
{
    /// <summary>The checkout that this benchmark was built from.</summary>
    public static string Checkout { get; } = Root(AppContext.BaseDirectory);

    /// <summary>Publishes into a folder.</summary>
    public static Task PublishAsync(string folder) => PublishAsync(Path.Combine("src", "MlaBot"), folder);

    /// <summary>Publishes a project of the checkout into a folder as the program is published.</summary>
    public static async Task PublishAsync(string project, string folder)
    {
        string[] arguments =
        [
            "publish", Path.Combine(Checkout, project), "-c", "Release", "-r", "linux-x64", "--self-contained", "false",
            "-p:PublishReadyToRun=true", "-o", folder, "-v", "q", "-nologo",
        ];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
        {
            throw new InvalidOperationException("The program could not be published.");
        }
    }

    /// <summary>How to start the published program with settings from the environment alone.</summary>
    public static ProcessStartInfo Start(string app, string folder, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(app, "mlabot.dll")]) { WorkingDirectory = folder };
        foreach (var name in start.Environment.Keys.Where(name => name.Contains("__", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        // As in the image (Dockerfile).
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["MALLOC_ARENA_MAX"] = "1";
        start.Environment["MALLOC_MMAP_THRESHOLD_"] = "65536";
        start.Environment["MALLOC_TRIM_THRESHOLD_"] = "65536";
        start.Environment["TZ"] = "UTC";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "MlaBot.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
