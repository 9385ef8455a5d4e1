using System.Diagnostics;

namespace MlaBot.Benchmarks.Processes;

/// <summary>The npm packages of a contestant, as its lock file names them.</summary>
internal static class NodePackages
{
    /// <summary>Installs them into a folder where they are not there yet.</summary>
    /// <exception cref="InvalidOperationException">npm could not.</exception>
    public static async Task InstallAsync(string folder)
    {
        // npm writes this file last.
        if (File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
        {
            return;
        }

        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"]) { WorkingDirectory = folder })!;
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm ci failed in {folder}. Node 20 and a registry that holds the packages of package.json are needed.");
        }
    }
}
