namespace MlaBot.DiscordServer.World;

/// <summary>A person or a bot's account.</summary>
public sealed class User(ulong id, string username)
{
    public ulong Id { get; } = id;

    public string Username { get; } = username;

    public string? GlobalName { get; set; }

    public bool IsBot { get; init; }

    public string Locale { get; set; } = "en-US";

    /// <summary>True for people who take no private messages from bots: error 50007.</summary>
    public bool BlocksPrivateMessages { get; set; }

    public override string ToString() => Username;
}
