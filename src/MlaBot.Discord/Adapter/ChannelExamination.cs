using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Adapter;

/// <summary>The self-test of a channel: which rights the bot has there, and what to do about a missing one.</summary>
internal sealed class ChannelExamination(IDiscordApi api)
{
    private static readonly Need[] Needed =
    [
        new(Permissions.ViewChannel, "View Channel", "see the channel", IsEssential: true),
        new(Permissions.SendMessages, "Send Messages", "post questions", IsEssential: true),
        new(Permissions.ReadMessageHistory, "Read Message History", "find my own posts again after a restart", IsEssential: true),
        new(Permissions.AttachFiles, "Attach Files", "show pictures", IsEssential: false),
    ];

    private static readonly Need[] ForThreads =
    [
        new(Permissions.CreatePublicThreads, "Create Public Threads", "open a discussion below each reveal", IsEssential: false),
        new(Permissions.SendMessagesInThreads, "Send Messages in Threads", "write there", IsEssential: false),
    ];

    // In a thread another bit than Send Messages decides who may write.
    private static readonly Need[] InThreads = [Needed[0], ForThreads[1] with { Why = "post questions", IsEssential = true }, .. Needed[2..]];

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

        if (channel.GuildId != key.Group.Id)
        {
            return [new ChannelFinding("The channel", IsGood: false, "It is none of this server; choose another one.")];
        }

        var isThread = ChannelTypes.IsThread(channel.Type);
        if (isThread && channel.ParentId is { } parent)
        {
            // A thread has no overwrites of its own.
            channel = channel with { PermissionOverwrites = (await api.ChannelAsync(key.Group.Id, parent, cancellationToken)).PermissionOverwrites };
        }

        var guild = await api.GuildAsync(key.Group.Id, cancellationToken);
        var member = await api.MemberAsync(key.Group.Id, self, cancellationToken);
        var rights = Permissions.In(guild, member.Roles, self, channel);
        var needed = isThread ? InThreads : Needed;
        var findings = needed.Concat(style.OpensThread && !isThread ? ForThreads : []).Select(need => Finding(need, (rights & need.Bit) != 0)).ToList();
        if (style.OpensThread && isThread)
        {
            findings.Add(new ChannelFinding("Discussion threads", IsGood: false, "A thread cannot hold threads of its own; switch them off.") { IsWarning = true });
        }

        if (style.MentionRole.Length > 0)
        {
            findings.Add(Mention(guild, style.MentionRole, rights));
        }

        return findings;
    }

    private static ChannelFinding Finding(Need need, bool isGood) => isGood
        ? new ChannelFinding(need.Name, IsGood: true)
        : new ChannelFinding(need.Name, IsGood: false, $"Allow my role \"{need.Name}\" in the channel's permissions, so that I can {need.Why}.") { IsWarning = !need.IsEssential };

    private static ChannelFinding Mention(ReceivedGuild guild, string roleId, ulong rights) => guild.Roles.FirstOrDefault(role => role.Id == roleId) switch
    {
        { } everyone when everyone.Id == guild.Id => new ChannelFinding("The role to call", IsGood: false, "I never call everyone; choose another role, or none.") { IsWarning = true },
        null => new ChannelFinding("The role to call", IsGood: false, "It was deleted; choose another one, or none.") { IsWarning = true },
        { Mentionable: false, Name: var name } when (rights & Permissions.MentionEveryone) == 0 =>
            new ChannelFinding($"Call {name}", IsGood: false, $"Switch \"Allow anyone to @mention this role\" on in the settings of the role {name}.") { IsWarning = true },
        { Name: var name } => new ChannelFinding($"Call {name}", IsGood: true),
    };

    /// <summary>A right that the bot needs.</summary>
    /// <param name="Bit">Discord's bit.</param>
    /// <param name="Name">Its name in Discord's settings.</param>
    /// <param name="Why">What for.</param>
    /// <param name="IsEssential">False when questions can be posted without it.</param>
    private sealed record Need(ulong Bit, string Name, string Why, bool IsEssential);
}
