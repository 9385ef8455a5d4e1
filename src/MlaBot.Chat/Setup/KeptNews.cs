using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Setup;

/// <summary>Tells the first admin who comes what happened while nobody could be told.</summary>
internal sealed class KeptNews(AdminNews news) : IAdminNews
{
    public Task<string?> TakeAsync(ChatRequest request, CancellationToken cancellationToken) => news.TakeAsync(request.Channel.Group, cancellationToken);
}
