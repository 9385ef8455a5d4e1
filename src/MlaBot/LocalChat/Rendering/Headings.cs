namespace MlaBot.LocalChat.Rendering;

/// <summary>The line above a message: who speaks, where, to whom.</summary>
internal static class Headings
{
    /// <summary>Said of a card that the others in a real chat would not see.</summary>
    public const string OnlyYou = "(only you see this)";

    private const string Bot = "MlaBot";

    /// <summary>A message that everybody sees.</summary>
    /// <param name="stamp">When, as date and wall time.</param>
    /// <param name="about">The headline of the message that it replies to; null for a message of its own.</param>
    public static string Post(string stamp, string? about) =>
        $"{Bot} in #{LocalPlatform.ChannelName}, {stamp}{(about is null ? "" : $", in reply to \"{about}\"")}";

    /// <summary>The reply to a command or an answer.</summary>
    public static string Reply(bool isPrivate) => isPrivate ? $"{Bot} {OnlyYou}" : Bot;
}
