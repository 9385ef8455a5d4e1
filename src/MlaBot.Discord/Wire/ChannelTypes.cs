namespace MlaBot.Discord.Wire;

/// <summary>Discord's channel types, as far as they matter here.</summary>
/// <remarks>Source: Discord developer documentation, "Channel: Channel Types".</remarks>
internal static class ChannelTypes
{
    private const int AnnouncementThread = 10;
    private const int PublicThread = 11;
    private const int PrivateThread = 12;

    /// <summary>True for a thread: its parent is a channel, while that of a channel is a category.</summary>
    public static bool IsThread(int type) => type is AnnouncementThread or PublicThread or PrivateThread;
}
