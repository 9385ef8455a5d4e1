using MlaBot.Core.Channels;

namespace MlaBot.Chat.Platform;

/// <summary>The configured platforms by name.</summary>
/// <param name="platforms">All of them.</param>
public sealed class PlatformList(IEnumerable<IChatPlatform> platforms)
{
    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(platform => platform.Name, StringComparer.Ordinal);

    /// <summary>The platform on which a group lives; null when it is not configured.</summary>
    public IChatPlatform? Of(GroupKey group) => _platforms.GetValueOrDefault(group.Platform);

    /// <summary>The platform of a name; null when it is not configured.</summary>
    public IChatPlatform? Named(string platform) => _platforms.GetValueOrDefault(platform);

    /// <summary>True when a person may see what stands in a channel, asked from another place.</summary>
    public ValueTask<bool> CanReadAsync(LearnerKey person, ChannelKey channel, CancellationToken cancellationToken) =>
        Of(channel.Group)?.CanReadAsync(person, channel, cancellationToken) ?? ValueTask.FromResult(true);

    /// <summary>What admins of a group may choose on how questions are posted.</summary>
    public PostingChoices Choices(GroupKey group) => Of(group)?.Choices ?? PostingChoices.All;

    /// <summary>True when answers of more than one press are given in a form there.</summary>
    public bool AnswersInForms(GroupKey group) => Of(group) is { AnswersInForms: true };
}
