using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Adapter;

/// <summary>What stands in the way of a start and only a person can mend, the same from the bot and from the doctor.</summary>
internal static class StartSentences
{
    /// <summary>Slack refuses the bot token.</summary>
    public static string Bot(string section, SlackApiException refused) => SlackErrors.IsTokenLost(refused.Error) || refused.Error is SlackErrors.WrongTokenKind
        ? $"Slack does not take the token in {section}:BotToken ({refused.Error}). Copy it anew: api.slack.com/apps, your app, OAuth & Permissions, Bot User OAuth Token."
        : $"Slack refuses the bot of {section}:BotToken. {refused.Message}";

    /// <summary>Two pairs of tokens belong to one workspace.</summary>
    public static string Twice(string section, string team) => $"{section}: two pairs of Slack tokens belong to the workspace {team}. Remove one of them.";

    /// <summary>Socket Mode cannot be opened.</summary>
    /// <param name="section">Where the tokens stand.</param>
    /// <param name="sentence">What the sockets say of it.</param>
    public static string Sockets(string section, string sentence) => $"{section}:AppToken: {sentence}";
}
