using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;

namespace MlaBot.Chat.Commands;

/// <summary>Finds the channel that somebody who wants to see something of it means.</summary>
internal sealed class ChannelPlace(IChannelStore channels)
{
    /// <summary>The channel in which a command was typed, or to which that place belongs; elsewhere, such as in a private chat, the only
    /// one of the group. What was not set up is no such channel.</summary>
    /// <returns>Null when there is none, or when several could be meant.</returns>
    public async Task<Channel?> FindAsync(ChatRequest request, CancellationToken cancellationToken) =>
        await channels.FindAsync(request.Channel, cancellationToken)
        ?? (request.Parent is { } parent ? await channels.FindAsync(parent, cancellationToken) : null)
        ?? (await channels.OfGroupAsync(request.Channel.Group, cancellationToken) is [var only] ? only : null);

    /// <summary>The same channel's key; where none is found, the place in which the command was typed.</summary>
    public async Task<ChannelKey> OfAsync(ChatRequest request, CancellationToken cancellationToken) =>
        (await FindAsync(request, cancellationToken))?.Key ?? request.Channel;

    /// <summary>True when some channel of the group was set up.</summary>
    public async Task<bool> IsAnywhereAsync(GroupKey group, CancellationToken cancellationToken) => (await channels.OfGroupAsync(group, cancellationToken)).Count > 0;
}
