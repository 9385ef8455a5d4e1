using Microsoft.EntityFrameworkCore;

namespace MlaBot.Storage.Database.Opening;

/// <summary>Brings the schema up to date.</summary>
internal static class Migrator
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Applies the migrations that are missing. Builds the EF model, which takes about half a second.</summary>
    /// <exception cref="StorageRefusedException">The time ran out.</exception>
    public static async Task ApplyAsync(string file, PreparedCommands sql, TimeProvider clock, CancellationToken cancellationToken)
    {
        // A program that died inside a migration leaves its row, and EF would wait for it for ever. We hold the lock file,
        // so nobody else can be migrating.
        sql.Run("DROP TABLE IF EXISTS __EFMigrationsLock");
        using var timeout = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await using var context = new MlaBotContext(SqliteFile.ContextOptions(sql.Connection));
            await context.Database.MigrateAsync(either.Token);
        }
        catch (OperationCanceledException late) when (timeout.IsCancellationRequested)
        {
            throw StorageRefusals.MigrationStuck(file, late);
        }
    }
}
