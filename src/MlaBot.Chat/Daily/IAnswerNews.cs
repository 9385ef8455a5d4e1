using MlaBot.Chat.Platform;
using MlaBot.Core.Daily;
using MlaBot.Core.Streaks;

namespace MlaBot.Chat.Daily;

/// <summary>Something of another feature that a person is told with the reply to a first answer.</summary>
public interface IAnswerNews
{
    /// <summary>Takes the news, so that it is told once.</summary>
    /// <param name="receipt">The answer; recorded as the first one, before the reveal.</param>
    /// <param name="user">Who answered.</param>
    /// <param name="streak">The person's streak with this answer.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A sentence in Markdown; null when there is none.</returns>
    Task<string?> TakeAsync(AnswerReceipt receipt, ChatUser user, Streak streak, CancellationToken cancellationToken);
}
