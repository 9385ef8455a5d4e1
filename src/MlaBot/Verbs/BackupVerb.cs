using System.CommandLine;
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
        var progress = Console.IsErrorRedirected ? null : new Progress<double>(share => Console.Error.Write($"\r{share:P0} "));
        await new SqliteMaintenance(storage).BackupAsync(file, progress, cancellationToken);
        var size = new FileInfo(file).Length / 1024.0 / 1024.0;
        await Console.Out.WriteLineAsync(
            $"Backed up to {Path.GetFullPath(file)} ({size:0.0} MiB). To restore it, stop the bot, put it in the place of {Path.GetFullPath(storage.File)}, remove that name's -wal and -shm files, and start the bot.");
        return 0;
    });
}
