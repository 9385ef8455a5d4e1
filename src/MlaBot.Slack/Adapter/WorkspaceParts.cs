using MlaBot.Slack.SocketMode;

namespace MlaBot.Slack.Adapter;

/// <summary>The parts that each workspace has of its own.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="People">Its people.</param>
/// <param name="Inbox">Its inbox.</param>
/// <param name="Sockets">Makes its sockets; a set that a refusal ended cannot be used again.</param>
/// <param name="Deafness">What happens when they stay silent for good.</param>
internal sealed record WorkspaceParts(Workspace Workspace, People People, SlackInbox Inbox, Func<SocketModeClient> Sockets, Deafness Deafness)
{
    /// <summary>True once a socket has heard.</summary>
    public bool HasHeard => Workspace.HasHeard;
}
