namespace MlaBot.Chat.Help;

/// <summary>What commands of many parts are about, for the overview.</summary>
internal static class HelpTopics
{
    private static readonly Dictionary<string, string> Topics = new(StringComparer.Ordinal)
    {
        ["challenge"] = "Live rounds and duels in this channel",
        ["schedule"] = "When this channel gets its questions",
    };

    /// <summary>A few words on a command; its parts stand behind them.</summary>
    /// <param name="command">The first word of the command.</param>
    public static string Of(string command) => Topics.GetValueOrDefault(command, "Several parts");
}
