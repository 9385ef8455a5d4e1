namespace MlaBot.Discord.Registration;

/// <summary>How much Discord takes of commands.</summary>
/// <remarks>Source: Discord developer documentation, "Application Commands".</remarks>
internal static class CommandLimits
{
    /// <summary>Commands of one application in one place.</summary>
    public const int Commands = 100;

    /// <summary>Options of a command, subcommands of a command, and choices of an option.</summary>
    public const int Options = 25;

    /// <summary>Characters of a command's or option's name.</summary>
    public const int Name = 32;

    /// <summary>Characters of a description, and of a choice's name and value.</summary>
    public const int Description = 100;

    /// <summary>Characters of all names, descriptions and values of a command with its options; the longest language counts.</summary>
    public const int CommandText = 8000;
}
