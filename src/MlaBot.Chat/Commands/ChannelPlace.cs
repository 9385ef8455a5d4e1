using MlaBot.Chat.Platform;
using MlaBot.Core.Channels;

namespace MlaBot.Chat.Commands;

/// <summary>Finds the channel that somebody who wants to see something of it means.</summary>
internal sealed class ChannelPlace(IChannelStore channels)
{
    /// <summary>The channel in which a command was typed; elsewhere, such as in a private chat, the only one of the group.</summary>
    public async Task<ChannelKey> OfAsync(ChatRequest request, CancellationToken cancellationToken) =>
        await channels.FindAsync(request.Channel, cancellationToken) is null
        && await channels.OfGroupAsync(request.Channel.Group, cancellationToken) is [var only] ? only.Key : request.Channel;
}
