using MlaBot.Chat.Platform;
using MlaBot.Slack.WebApi;

namespace MlaBot.Slack.Adapter;

/// <summary>The self-test of a channel: can the bot post there, and what to do when it cannot.</summary>
internal static class ChannelExamination
{
    /// <summary>Looks at a channel; joins it when it is public and nobody has invited the bot yet.</summary>
    /// <exception cref="SlackApiException">Slack could not be asked.</exception>
    public static async Task<IReadOnlyList<ChannelFinding>> ExamineAsync(Workspace workspace, string channel, CancellationToken cancellationToken)
    {
        // Scopes change with a new installation, so they are asked for anew.
        var self = await workspace.Api.IntroduceAsync(cancellationToken);
        return [.. Scopes.Examine(self.Scopes), await MembershipAsync(workspace.Api, channel, cancellationToken)];
    }

    private static async Task<ChannelFinding> MembershipAsync(ISlackApi api, string channel, CancellationToken cancellationToken)
    {
        Conversation there;
        try
        {
            there = await api.ConversationAsync(channel, cancellationToken);
        }
        catch (SlackApiException refused) when (refused.Error is SlackErrors.ChannelNotFound)
        {
            return new ChannelFinding("The channel", IsGood: false, "I cannot see it: it was deleted, or it is private and I am not in it. Type /invite @MlaBot there.");
        }
        catch (SlackApiException refused) when (refused.Error is SlackErrors.MissingScope)
        {
            return new ChannelFinding("The channel", IsGood: false, $"I may not look at it without the scope {refused.Needed}.");
        }

        return there switch
        {
            { IsDirect: true } => new ChannelFinding("The channel", IsGood: false, "It is a direct message; choose a channel of the group."),
            { IsArchived: true } => new ChannelFinding("The channel", IsGood: false, "It is archived. Unarchive it, or choose another one."),
            { IsMember: true } => new ChannelFinding("I am in the channel", IsGood: true),
            { IsPrivate: true } => Uninvited,
            _ => await JoinAsync(api, channel, cancellationToken),
        };
    }

    private static async Task<ChannelFinding> JoinAsync(ISlackApi api, string channel, CancellationToken cancellationToken)
    {
        try
        {
            await api.JoinAsync(channel, cancellationToken);
            return new ChannelFinding("I am in the channel", IsGood: true);
        }
        catch (SlackApiException refused) when (!refused.IsTransient)
        {
            // The scope for joining is optional: whoever installs the app may have refused it.
            return Uninvited;
        }
    }

    private static ChannelFinding Uninvited { get; } = new("I am not in the channel", IsGood: false, "Type /invite @MlaBot there.");
}
