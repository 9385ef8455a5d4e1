using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using MlaBot.Storage.Database;

namespace MlaBot.Tests.Program;

/// <summary>Opens the program's database from outside.</summary>
internal static class Sqlite
{
    /// <summary>Opens a file.</summary>
    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        // Its module binds the SQLite libraries.
        RuntimeHelpers.RunModuleConstructor(typeof(SqliteDatabase).Module.ModuleHandle);
        var connection = new SqliteConnection($"Data Source={file};Mode={mode};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Makes a command from a text of these tests.</summary>
    public static SqliteCommand Command(SqliteConnection database, string text)
    {
        var command = database.CreateCommand();
#pragma warning disable CA2100 // No text comes from outside the tests.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }
}
