namespace MlaBot.SlackServer.World;

/// <summary>An app with its bot, installed in one workspace.</summary>
public sealed class App(string id, string name, Team team, User bot, string botId)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public Team Team { get; } = team;

    /// <summary>The bot as a member of the workspace.</summary>
    public User Bot { get; } = bot;

    /// <summary>The bot as an author of messages (<c>B...</c>).</summary>
    public string BotId { get; } = botId;

    /// <summary>Begins with <c>xapp-</c>.</summary>
    public required string AppToken { get; init; }

    /// <summary>Begins with <c>xoxb-</c>.</summary>
    public required string BotToken { get; init; }

    public required HashSet<string> Scopes { get; init; }

    /// <summary>True for published clients, which send more than they must: unknown arguments are no violation.</summary>
    public bool IsLenient { get; init; }

    /// <summary>The events that it subscribed to; the manifest's at first.</summary>
    public HashSet<string> Events { get; } = new(AppDefaults.Events, StringComparer.Ordinal);

    /// <summary>The slash commands of its manifest; all are offered while it is empty.</summary>
    public HashSet<string> Commands { get; } = new(StringComparer.Ordinal);

    /// <summary>False after it was removed; no token works then.</summary>
    public bool IsInstalled { get; set; } = true;

    /// <summary>True after the bot token was revoked.</summary>
    public bool IsBotTokenRevoked { get; set; }

    /// <summary>True after the app token was revoked.</summary>
    public bool IsAppTokenRevoked { get; set; }

    public override string ToString() => $"{Name} ({Id})";
}
