using System.Globalization;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Adapter;

/// <summary>Discord's permission bits and how they add up in a channel.</summary>
/// <remarks>Source: Discord developer documentation, "Permissions: Permission Hierarchy".</remarks>
internal static class Permissions
{
    public const ulong Administrator = 1UL << 3;

    public const ulong ManageGuild = 1UL << 5;

    public const ulong ViewChannel = 1UL << 10;

    public const ulong SendMessages = 1UL << 11;

    public const ulong EmbedLinks = 1UL << 14;

    public const ulong AttachFiles = 1UL << 15;

    public const ulong ReadMessageHistory = 1UL << 16;

    public const ulong MentionEveryone = 1UL << 17;

    public const ulong CreatePublicThreads = 1UL << 35;

    public const ulong SendMessagesInThreads = 1UL << 38;

    /// <summary>What the invite link asks for: posting, editing, settling doubt, discussion threads. No Manage right, nothing to mention everyone.</summary>
    public const ulong Invited =
        ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | CreatePublicThreads | SendMessagesInThreads;

    private const int RoleOverwrite = 0;

    /// <summary>What a member may do in a channel.</summary>
    /// <param name="guild">The guild with its roles.</param>
    /// <param name="memberRoles">The ids of the member's roles.</param>
    /// <param name="userId">The member.</param>
    /// <param name="channel">The channel with its overwrites.</param>
    public static ulong In(ReceivedGuild guild, IReadOnlyList<string> memberRoles, string userId, ReceivedChannel channel)
    {
        if (guild.OwnerId == userId)
        {
            return ulong.MaxValue;
        }

        // The role that everybody has bears the guild's own id.
        var rights = guild.Roles.Where(role => role.Id == guild.Id || memberRoles.Contains(role.Id, StringComparer.Ordinal))
            .Aggregate(0UL, (sum, role) => sum | Bits(role.Permissions));
        if ((rights & Administrator) != 0)
        {
            return ulong.MaxValue;
        }

        var overwrites = channel.PermissionOverwrites;
        rights = Apply(rights, overwrites.Where(each => each.Id == guild.Id));
        rights = Apply(rights, overwrites.Where(each => each.Type == RoleOverwrite && each.Id != guild.Id && memberRoles.Contains(each.Id, StringComparer.Ordinal)));
        rights = Apply(rights, overwrites.Where(each => each.Type != RoleOverwrite && each.Id == userId));
        return (rights & ViewChannel) == 0 ? 0 : rights;
    }

    private static ulong Apply(ulong rights, IEnumerable<PermissionOverwrite> overwrites)
    {
        var (allow, deny) = overwrites.Aggregate((Allow: 0UL, Deny: 0UL), (sum, each) => (sum.Allow | Bits(each.Allow), sum.Deny | Bits(each.Deny)));
        return (rights & ~deny) | allow;
    }

    private static ulong Bits(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? bits : 0;
}
