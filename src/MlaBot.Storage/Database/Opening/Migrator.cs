using Microsoft.EntityFrameworkCore;

namespace MlaBot.Storage.Database.Opening;

/// <summary>Brings the schema up to date.</summary>
internal static class Migrator
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Makes the tables of an empty file by a script, in a few milliseconds.</summary>
    /// <remarks>The script is what <c>dotnet ef migrations script</c> gives; a test compares it with the migrations. A crash
    /// inside it leaves some of them for <see cref="ApplyAsync"/>.</remarks>
    public static void Create(PreparedCommands sql)
    {
        using var resource = typeof(Migrator).Assembly.GetManifestResourceStream("NewDatabase.sql")!;
        using var reader = new StreamReader(resource);
        sql.Run(reader.ReadToEnd());
    }

    /// <summary>Applies the migrations that are missing. Builds the EF model, which takes most of a second.</summary>
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
