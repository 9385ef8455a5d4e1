namespace MlaBot.Core.Channels;

/// <summary>A tenant: one Discord guild, one Slack workspace, one local chat. Nothing read for one shows data of another.</summary>
/// <param name="Platform">The platform's short name: <c>discord</c>, <c>slack</c> or <c>local</c>.</param>
/// <param name="Id">The platform's own id of the guild or workspace.</param>
public readonly record struct GroupKey(string Platform, string Id)
{
    /// <summary>Reads <c>platform:id</c>.</summary>
    public static GroupKey Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return new(text[..colon], text[(colon + 1)..]);
    }

    /// <summary><c>platform:id</c>.</summary>
    public override string ToString() => $"{Platform}:{Id}";
}

/// <summary>A channel of a group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Id">The platform's own id of the channel.</param>
public readonly record struct ChannelKey(GroupKey Group, string Id)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Group}/{Id}";
}

/// <summary>A person in a group, by the platform's own user id.</summary>
/// <param name="Group">The group.</param>
/// <param name="UserId">The platform's id of the person.</param>
public readonly record struct LearnerKey(GroupKey Group, string UserId)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Group}/{UserId}";
}
