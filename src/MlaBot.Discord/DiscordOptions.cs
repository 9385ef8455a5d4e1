namespace MlaBot.Discord;

/// <summary>The Discord adapter's settings.</summary>
public sealed record DiscordOptions
{
    /// <summary>The bot token. Never logged, never part of an exception's text.</summary>
    public required string Token { get; init; }

    /// <summary>Where the REST API lies, with its version and without a slash at the end.</summary>
    public Uri ApiBaseUrl { get; init; } = new("https://discord.com/api/v10");

    /// <summary>A page about this bot, which the User-Agent names because Discord asks for one. The default is a placeholder: the project has no page of its own.</summary>
    /// <remarks>Source: Discord developer documentation, "Reference: User Agent".</remarks>
    public Uri ProjectUrl { get; init; } = new("https://example.org/mlabot");

    /// <summary>Has the gateway compress what it sends. Off by default: with so few events it saves next to nothing.</summary>
    public bool CompressGateway { get; init; }

    /// <summary>The guild that gets the commands at once while the bot is developed; empty to register them everywhere.</summary>
    public string DevelopmentGuild { get; init; } = "";

    /// <summary>The folder for what a restart needs: the saved gateway sessions and the fingerprint of the registered commands.</summary>
    public required string DataFolder { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"Discord at {ApiBaseUrl}";
}
