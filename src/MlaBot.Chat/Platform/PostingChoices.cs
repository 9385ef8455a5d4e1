using MlaBot.Core.Channels;

namespace MlaBot.Chat.Platform;

/// <summary>What a platform lets an admin choose of a <see cref="PostingStyle"/>.</summary>
[Flags]
public enum PostingChoices
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><see cref="PostingStyle.IsSilent"/>.</summary>
    Silence = 1,

    /// <summary><see cref="PostingStyle.OpensThread"/>.</summary>
    Threads = 2,

    /// <summary><see cref="PostingStyle.MentionRole"/>.</summary>
    Roles = 4,

    /// <summary>Everything.</summary>
    All = Silence | Threads | Roles,
}
