namespace MlaBot.DiscordServer.Limits;

/// <summary>A bucket: so many calls in so long, for each top-level id.</summary>
/// <param name="Name">Calls with one name share a bucket.</param>
/// <param name="Count">Calls in a window.</param>
/// <param name="Window">From the first call on.</param>
/// <param name="MajorIds">The route values that make the top-level id.</param>
internal sealed record LimitRule(string Name, int Count, TimeSpan Window, params string[] MajorIds)
{
    // Message limits: discord.md 1, seen by others and not promised; the rest are sensible sizes.
    public static LimitRule MessageCreate { get; } = Channel("message-create", 5, 5);

    public static LimitRule MessageEdit { get; } = Channel("message-edit", 5, 5);

    public static LimitRule MessageDelete { get; } = Channel("message-delete", 5, 1);

    public static LimitRule MessageRead { get; } = Channel("message-read", 5, 1);

    public static LimitRule MessageList { get; } = Channel("message-list", 10, 5);

    public static LimitRule ThreadCreate { get; } = Channel("thread-create", 5, 5);

    public static LimitRule Pins { get; } = Channel("pins", 5, 5);

    public static LimitRule Typing { get; } = Channel("typing", 5, 5);

    public static LimitRule ChannelRead { get; } = Channel("channel-read", 25, 5);

    public static LimitRule GuildRead { get; } = Guild("guild-read", 10, 5);

    public static LimitRule GuildChannels { get; } = Guild("guild-channels", 10, 5);

    public static LimitRule GuildRoles { get; } = Guild("guild-roles", 10, 5);

    public static LimitRule Members { get; } = Guild("members", 5, 1);

    public static LimitRule PrivateChannels { get; } = new("private-channels", 10, TimeSpan.FromSeconds(10));

    public static LimitRule Commands { get; } = new("commands", 5, TimeSpan.FromSeconds(5));

    public static LimitRule CommandsWrite { get; } = new("commands-write", 2, TimeSpan.FromSeconds(5));

    public static LimitRule Applications { get; } = new("applications", 10, TimeSpan.FromSeconds(10));

    public static LimitRule Users { get; } = new("users", 10, TimeSpan.FromSeconds(10));

    public static LimitRule GatewayBot { get; } = new("gateway-bot", 5, TimeSpan.FromSeconds(5));

    public static LimitRule Webhook { get; } = new("webhook", 5, TimeSpan.FromSeconds(2), "webhook_id", "webhook_token");

    private static LimitRule Channel(string name, int count, int seconds) => new(name, count, TimeSpan.FromSeconds(seconds), "channel_id");

    private static LimitRule Guild(string name, int count, int seconds) => new(name, count, TimeSpan.FromSeconds(seconds), "guild_id");
}
