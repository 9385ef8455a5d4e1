using System.CommandLine;
using MlaBot.Composition;
using MlaBot.Storage.Database;

namespace MlaBot.Verbs;

/// <summary><c>backup FILE</c>: a consistent copy of the database, also while the bot runs.</summary>
internal static class BackupVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Where to put the copy; must not exist yet" };
        var command = new Command("backup", "Copy the database while the bot runs; the copy is complete and consistent") { file };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(file), cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(string file, CancellationToken cancellationToken) => VerbRunner.RunAsync(async options =>
    {
        var storage = SqliteStorageOptions.Parse(options.Storage);
        var progress = Console.IsOutputRedirected ? null : new Progress<double>(share => Console.Error.Write($"\r{share:P0} "));
        var size = await SqliteBackup.CopyAsync(storage, file, progress, cancellationToken);
        Console.Out.WriteLine($"Backed up to {Path.GetFullPath(file)} ({size / 1024.0 / 1024.0:0.0} MiB). To restore it, stop the bot, put it in place of {Path.GetFullPath(storage.File)}, and start the bot.");
        return 0;
    });
}
