using MlaBot.Chat.Daily;
using MlaBot.Chat.Platform;
using MlaBot.Core.Boards;
using MlaBot.Core.Daily;
using MlaBot.Core.Streaks;

namespace MlaBot.Chat.Boards;

/// <summary>Tells a person about the milestones that an answer brought.</summary>
internal sealed class MilestoneNews(FindMilestones milestones) : IAnswerNews
{
    public async Task<string?> TakeAsync(AnswerReceipt receipt, ChatUser user, Streak streak, CancellationToken cancellationToken) =>
        await milestones.NewAsync(user.Key, receipt.Post.Channel, streak, cancellationToken) is { Count: > 0 } reached
            ? $"**Milestone:** {string.Join(" and ", reached.Select(BoardWords.Milestone))}."
            : null;
}
