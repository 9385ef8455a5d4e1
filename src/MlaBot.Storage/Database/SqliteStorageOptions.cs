using System.Data.Common;
using MlaBot.Core;

namespace MlaBot.Storage.Database;

/// <summary>Where the database lies.</summary>
/// <param name="File">The path of the file; relative to the working directory. Its folder is made when it is missing.</param>
public sealed record SqliteStorageOptions(string File)
{
    /// <summary>The file that is used when none is configured.</summary>
    public const string DefaultFile = "data/mlabot.db";

    private static readonly string[] Keys = ["Data Source", "DataSource", "Filename"];

    /// <summary>Reads a connection string such as <c>Data Source=data/mlabot.db</c>.</summary>
    /// <param name="connectionString">The text; null or empty gives the default file.</param>
    /// <exception cref="StorageRefusedException">It names no file, or says more than a file.</exception>
    public static SqliteStorageOptions Parse(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            return new SqliteStorageOptions(DefaultFile);
        }

        var settings = Settings(connectionString);
        var unknown = settings.Keys.Cast<string>().FirstOrDefault(key => !Keys.Contains(key, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw Refuse($"The connection string says \"{Text.Printable(unknown, 40)}\", which is not supported.");
        }

        var file = Keys.Select(key => settings.TryGetValue(key, out var value) ? $"{value}" : "").FirstOrDefault(value => value is not "");
        return file is null || file.StartsWith(':') || file.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            ? throw Refuse("The connection string names no file.")
            : new SqliteStorageOptions(file);
    }

    private static DbConnectionStringBuilder Settings(string connectionString)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = connectionString };
        }
        catch (ArgumentException fault)
        {
            throw Refuse("The connection string cannot be read.", fault);
        }
    }

    private static StorageRefusedException Refuse(string sentence, Exception? inner = null) => new(
        new Refusal("connection-string", sentence, $"Write Storage:ConnectionString as \"Data Source={DefaultFile}\"."), inner);
}
