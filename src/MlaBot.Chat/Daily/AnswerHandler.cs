using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Streaks;
using NodaTime;

namespace MlaBot.Chat.Daily;

/// <summary>Takes an answer in letters from any control, and shows what became of it.</summary>
public sealed class AnswerHandler(
    RecordAnswer recordAnswer, ShowStreak showStreak, IChannelStore channels, IContentSource content, ParticipantCounts counts,
    IEnumerable<IAnswerNews> others)
{
    /// <summary>Records an answer and gives the private reply.</summary>
    /// <param name="post">The post.</param>
    /// <param name="user">Who answers.</param>
    /// <param name="letters">The answer in the letters of the post.</param>
    /// <param name="age">How long ago the platform took the press; zero for what was typed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Card> HandleAsync(PostId post, ChatUser user, string letters, Duration age, CancellationToken cancellationToken)
    {
        var outcome = await recordAnswer.HandleAsync(
            post,
            user.Key,
            user.Name,
            user.Zone,
            age,
            (shown, item) => TypedAnswer.Read(letters, item, shown.Presentation),
            cancellationToken);
        switch (outcome)
        {
            case Outcome<AnswerReceipt>.Ok({ Post.Round: not null } receipt):
                // Many answer in the same seconds, and no streak hangs on it.
                return ExplanationCards.RoundReceipt(receipt, content.Current);
            case Outcome<AnswerReceipt>.Ok(var receipt):
                if (receipt.Fate == AnswerFate.Recorded)
                {
                    counts.Changed(receipt.Post.Id);
                }

                var (streak, news) = await showStreak.WithNewsAsync(user.Key, await HomeZoneAsync(receipt.Post.Channel, cancellationToken), cancellationToken);
                return ExplanationCards.Receipt(receipt, content.Current, streak, news, await OthersAsync(receipt, user, streak, cancellationToken));
            case Outcome<AnswerReceipt>.Refused(var reason):
                return RefusalCards.For(reason);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IReadOnlyList<string>> OthersAsync(AnswerReceipt receipt, ChatUser user, Streak streak, CancellationToken cancellationToken)
    {
        var sentences = new List<string>();
        foreach (var other in receipt.Fate == AnswerFate.Recorded ? others : [])
        {
            if (await other.TakeAsync(receipt, user, streak, cancellationToken) is { } sentence)
            {
                sentences.Add(sentence);
            }
        }

        return sentences;
    }

    private async Task<DateTimeZone> HomeZoneAsync(ChannelKey channel, CancellationToken cancellationToken)
    {
        var found = await channels.FindAsync(channel, cancellationToken);
        return found is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[found.Zone];
    }
}
