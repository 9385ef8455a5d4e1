using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Setup;

/// <summary>Tells the first admin who comes what was paused while nobody could be told, as in a group that took the bot back.</summary>
internal sealed class PausedNews(PauseSchedules pause) : IAdminNews
{
    public Task<string?> TakeAsync(ChatRequest request, CancellationToken cancellationToken) => pause.TakeNewsAsync(request.Channel.Group, cancellationToken);
}
