namespace MlaBot.DiscordServer.World;

/// <summary>An application with its bot account.</summary>
public sealed class Bot(User user, string token)
{
    /// <summary>The intents that need a switch in the portal: members, presences, message content.</summary>
    public const int PrivilegedIntents = 2 | 256 | 32768;

    /// <summary>The application's id and its bot user's are the same, as with every new application.</summary>
    public ulong ApplicationId => User.Id;

    public User User { get; } = user;

    /// <summary>The bot token; a reset makes the old one worthless.</summary>
    public string Token { get; set; } = token;

    /// <summary>True for our own bot: bodies are checked against closed schemas, faults go to <see cref="DiscordWorld.Violations"/>.</summary>
    public bool IsStrict { get; init; } = true;

    /// <summary>Privileged intents that are switched on in the portal; IDENTIFY with another one of <see cref="PrivilegedIntents"/> is 4014.</summary>
    public int AllowedPrivilegedIntents { get; set; }

    /// <summary>Set, interactions do not come over the gateway.</summary>
    public string? InteractionsEndpointUrl { get; set; }

    /// <summary>Shards that <c>/gateway/bot</c> recommends.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>Global commands and, by guild, guild commands.</summary>
    public Dictionary<ulong, List<Command>> Commands { get; } = [];
}
