using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Adapter;

/// <summary>The self-test of a channel: which rights the bot has there, and what to do about a missing one.</summary>
internal sealed class ChannelExamination(IDiscordApi api)
{
    private static readonly (ulong Bit, string Name, string Why)[] Needed =
    [
        (Permissions.ViewChannel, "View Channel", "see the channel"),
        (Permissions.SendMessages, "Send Messages", "post questions"),
        (Permissions.ReadMessageHistory, "Read Message History", "find its own posts again after a restart"),
        (Permissions.AttachFiles, "Attach Files", "show pictures"),
    ];

    private static readonly (ulong Bit, string Name, string Why)[] ForThreads =
    [
        (Permissions.CreatePublicThreads, "Create Public Threads", "open a discussion below each reveal"),
        (Permissions.SendMessagesInThreads, "Send Messages in Threads", "write there"),
    ];

    /// <summary>Looks at a channel.</summary>
    /// <exception cref="DiscordApiException">Discord could not be asked.</exception>
    public async Task<IReadOnlyList<ChannelFinding>> ExamineAsync(ChannelKey key, string self, PostingStyle style, CancellationToken cancellationToken)
    {
        ReceivedChannel channel;
        try
        {
            channel = await api.ChannelAsync(key.Group.Id, key.Id, cancellationToken);
        }
        catch (DiscordApiException refused) when (refused.Code is DiscordErrorCode.UnknownChannel)
        {
            return [new ChannelFinding("The channel", IsGood: false, "It was deleted; choose another one.")];
        }
        catch (DiscordApiException refused) when (refused.Code is DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions)
        {
            return [Finding(Needed[0], isGood: false)];
        }

        var guild = await api.GuildAsync(key.Group.Id, cancellationToken);
        var member = await api.MemberAsync(key.Group.Id, self, cancellationToken);
        var rights = Permissions.In(guild, member.Roles, self, channel);
        var findings = Needed.Concat(style.OpensThread ? ForThreads : []).Select(need => Finding(need, (rights & need.Bit) != 0)).ToList();
        if (style.MentionRole.Length > 0)
        {
            findings.Add(Mention(guild, style.MentionRole, rights));
        }

        return findings;
    }

    private static ChannelFinding Finding((ulong Bit, string Name, string Why) need, bool isGood) => isGood
        ? new ChannelFinding(need.Name, IsGood: true)
        : new ChannelFinding(need.Name, IsGood: false, $"Allow my role \"{need.Name}\" in this channel's permissions, so that I can {need.Why}.");

    private static ChannelFinding Mention(ReceivedGuild guild, string roleId, ulong rights) => guild.Roles.FirstOrDefault(role => role.Id == roleId) switch
    {
        null => new ChannelFinding("The role to call", IsGood: false, "It was deleted; choose another one, or none."),
        { Mentionable: false, Name: var name } when (rights & Permissions.MentionEveryone) == 0 =>
            new ChannelFinding($"Call {name}", IsGood: false, $"Switch \"Allow anyone to @mention this role\" on in the settings of the role {name}."),
        { Name: var name } => new ChannelFinding($"Call {name}", IsGood: true),
    };
}
