namespace MlaBot.SlackServer.World;

/// <summary>An address for answers to one act: 5 uses, 30 minutes.</summary>
public sealed class ResponseUrl(string key, Act act, Channel channel, Message? source, DateTimeOffset expiresAt)
{
    public const int MaxUses = 5;

    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public string Key { get; } = key;

    public Act Act { get; } = act;

    public Channel Channel { get; } = channel;

    /// <summary>The message that was pressed; null for a command.</summary>
    public Message? Source { get; } = source;

    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    public int Uses { get; internal set; }
}
