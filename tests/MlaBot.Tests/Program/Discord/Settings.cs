using System.Globalization;

namespace MlaBot.Tests.Program.Discord;

/// <summary>Environment variables that make a test heavier than it is every day.</summary>
internal static class Settings
{
    /// <summary>A number, or what is usual.</summary>
    public static int Number(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : usual;
}
