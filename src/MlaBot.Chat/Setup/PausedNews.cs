using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Setup;

/// <summary>Tells the first admin of a group that took the bot back what was paused meanwhile.</summary>
internal sealed class PausedNews(PauseSchedules pause) : IAdminNews
{
    public Task<string?> TakeAsync(ChatRequest request, CancellationToken cancellationToken) => pause.TakeNewsAsync(request.Channel.Group, cancellationToken);
}
