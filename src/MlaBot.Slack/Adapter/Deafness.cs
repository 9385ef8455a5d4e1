using MlaBot.Chat.Cards;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;

namespace MlaBot.Slack.Adapter;

/// <summary>What to do when a workspace's presses no longer come while its messages could still be sent: questions that nobody can answer
/// stop, and those who set their channels up are told once, in private.</summary>
internal sealed class Deafness(Workspace workspace, SlackPlatform platform, PauseSchedules pause, IChannelStore channels)
{
    /// <summary>Stops the schedules and tells. Nobody is told when nothing ran.</summary>
    public async Task BeginAsync(string reason, CancellationToken cancellationToken)
    {
        if (await pause.GroupAsync(workspace.Group, reason, cancellationToken) == 0)
        {
            return;
        }

        var card = new Card(new Section($"I paused the questions of this workspace: {reason} Nothing was lost. When it is mended, type /schedule resume all in each channel."))
        {
            Tone = CardTone.Caution,
        };
        var setUpBy = (await channels.AllAsync(cancellationToken)).Where(channel => channel.Key.Group == workspace.Group).Select(channel => channel.SetUpBy);
        foreach (var admin in setUpBy.Where(id => id.Length > 0).Distinct(StringComparer.Ordinal))
        {
            try
            {
                await platform.TellAsync(new LearnerKey(workspace.Group, admin), card, cancellationToken);
            }
            catch (Exception fault) when (fault is ExternalFaultException or ChannelGoneException)
            {
                // /schedule list shows the reason to whoever asks.
            }
        }
    }
}
