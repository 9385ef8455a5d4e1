namespace MlaBot.Slack;

/// <summary>The Slack adapter's settings.</summary>
public sealed record SlackOptions
{
    /// <summary>The workspaces that the bot serves; at least one.</summary>
    public required IReadOnlyList<SlackTokens> Workspaces { get; init; }

    /// <summary>Where the Web API lies, with a slash at the end.</summary>
    public Uri ApiBaseUrl { get; init; } = new("https://slack.com/api/");

    /// <summary>The slash command for everything, with its slash. All apps of a workspace share these names, so it can be another one.</summary>
    public string Command { get; init; } = "/mla";

    /// <summary>The slash command for look-ups, with its slash.</summary>
    public string LookupCommand { get; init; } = "/service";

    /// <inheritdoc/>
    public override string ToString() => $"Slack at {ApiBaseUrl}, {Workspaces.Count} workspace(s)";
}

/// <summary>The two tokens of one workspace's app. Never logged, never part of an exception's text.</summary>
/// <param name="BotToken">Begins with <c>xoxb-</c>; for the Web API.</param>
/// <param name="AppToken">Begins with <c>xapp-</c>; opens Socket Mode and nothing else.</param>
public sealed record SlackTokens(string BotToken, string AppToken)
{
    /// <summary>Where they stand in the settings, such as <c>Slack</c> or <c>Slack:Workspaces:0</c>; for people who look for a mistake.</summary>
    public string Section { get; init; } = "Slack";

    /// <inheritdoc/>
    public override string ToString() => "two Slack tokens";
}
