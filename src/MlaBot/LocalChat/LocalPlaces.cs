using MlaBot.Core.Channels;

namespace MlaBot.LocalChat;

/// <summary>The one group and channel of the local chat.</summary>
internal static class LocalPlaces
{
    /// <summary>The platform's short name.</summary>
    public const string Platform = "local";

    /// <summary>The channel's display name.</summary>
    public const string StudyName = "study";

    /// <summary>The group.</summary>
    public static GroupKey Group { get; } = new(Platform, "demo");

    /// <summary>The channel that questions are posted in.</summary>
    public static ChannelKey Study { get; } = new(Group, StudyName);
}
