namespace MlaBot.Storage.Database.Opening;

/// <summary>The migrations that this program knows, oldest first. Known without the EF model, which takes long to build.</summary>
/// <remarks>A test compares the list with the migrations themselves.</remarks>
internal static class SchemaHistory
{
    public static readonly IReadOnlyList<string> Known = ["20261121065518_Initial", "20261121120206_PostingDraftsReports", "20261121153009_AdminsDeliveries", "20261121184933_Rounds", "20261121190636_Boards", "20261121193631_ColdPicks", "20261121200124_Marathons", "20261121222116_QuestionNumbers"];

    /// <summary>The migrations that were applied, oldest first; null for a file without any table.</summary>
    /// <exception cref="StorageRefusedException">The tables are those of a newer program, or of another one.</exception>
    public static IReadOnlyList<string>? Applied(string file, PreparedCommands sql)
    {
        var tables = sql.All("SELECT name FROM sqlite_master WHERE type = 'table'", row => row.GetString(0));
        if (!tables.Contains("__EFMigrationsHistory", StringComparer.Ordinal))
        {
            return tables.Count == 0 ? null : throw StorageRefusals.NotOurs(file);
        }

        var applied = sql.All("SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId", row => row.GetString(0));
        return applied.FirstOrDefault(id => !Known.Contains(id, StringComparer.Ordinal)) is { } unknown
            ? throw StorageRefusals.Newer(file, unknown)
            : applied;
    }
}
