namespace MlaBot.DiscordServer.World;

/// <summary>What a member may do in a channel.</summary>
/// <remarks>Source: Discord developer documentation, "Permissions: Permission Overwrites" and "Implicit Permissions".</remarks>
public static class Rights
{
    /// <summary>Every bit of today, as owners and administrators have them.</summary>
    public const Permission All = (Permission)((1UL << 53) - 1);

    private const Permission NeedSend = Permission.AttachFiles | Permission.EmbedLinks | Permission.MentionEveryone;

    private const Permission Private = Permission.ViewChannel | Permission.SendMessages | Permission.EmbedLinks | Permission.AttachFiles
        | Permission.ReadMessageHistory | Permission.AddReactions | Permission.UseApplicationCommands | Permission.PinMessages;

    public static Permission InGuild(Guild guild, ulong userId)
    {
        if (guild.OwnerId == userId)
        {
            return All;
        }

        if (!guild.Members.TryGetValue(userId, out var member))
        {
            return Permission.None;
        }

        var rights = guild.Everyone.Permissions;
        foreach (var role in member.Roles)
        {
            rights |= guild.Roles.TryGetValue(role, out var known) ? known.Permissions : Permission.None;
        }

        return rights.HasFlag(Permission.Administrator) ? All : rights;
    }

    public static Permission In(Channel channel, ulong userId)
    {
        if (channel.Guild is not { } guild)
        {
            return channel.Recipients.Any(user => user.Id == userId) ? Private : Permission.None;
        }

        var rights = InGuild(guild, userId);
        if (rights == All)
        {
            return rights;
        }

        if (guild.Members.TryGetValue(userId, out var member))
        {
            // A thread has the overwrites of its channel.
            rights = Overwritten((channel.Parent ?? channel).Overwrites, guild.Id, member, rights);
        }

        var sending = channel.IsThread ? Permission.SendMessagesInThreads : Permission.SendMessages;
        if (!rights.HasFlag(sending))
        {
            rights &= ~NeedSend;
        }

        return rights.HasFlag(Permission.ViewChannel) ? rights : Permission.None;
    }

    private static Permission Overwritten(List<Overwrite> overwrites, ulong guildId, Member member, Permission rights)
    {
        foreach (var everyone in overwrites.Where(entry => entry.Id == guildId))
        {
            rights = (rights & ~everyone.Deny) | everyone.Allow;
        }

        var (allow, deny) = (Permission.None, Permission.None);
        foreach (var role in overwrites.Where(entry => !entry.IsMember && entry.Id != guildId && member.Roles.Contains(entry.Id)))
        {
            (allow, deny) = (allow | role.Allow, deny | role.Deny);
        }

        rights = (rights & ~deny) | allow;
        foreach (var own in overwrites.Where(entry => entry.IsMember && entry.Id == member.User.Id))
        {
            rights = (rights & ~own.Deny) | own.Allow;
        }

        return rights;
    }
}
