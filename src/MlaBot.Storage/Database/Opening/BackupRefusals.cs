using MlaBot.Core;

namespace MlaBot.Storage.Database.Opening;

/// <summary>Words why a database cannot be copied.</summary>
internal static class BackupRefusals
{
    public static StorageRefusedException Missing(string file) =>
        new(new Refusal("database-missing", $"There is no database at {file}.", "Name the one to use in Storage:ConnectionString."));

    public static StorageRefusedException Exists(string target) =>
        new(new Refusal("backup-exists", $"{target} exists already and is not overwritten.", "Name another file."));
}
