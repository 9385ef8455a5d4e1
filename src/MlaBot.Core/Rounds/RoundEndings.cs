using MlaBot.Core.Daily;
using MlaBot.Core.Time;

namespace MlaBot.Core.Rounds;

/// <summary>How rounds and their questions end before and after their time. Called with the round's turn.</summary>
public sealed class RoundEndings(RoundHall hall, IRoundStore store, IRoundPublisher publisher, RoundWrites writes, RoundRules rules, IRoundLog log, TimeProvider clock)
{
    /// <summary>Calls a round off before its first question.</summary>
    internal async Task CancelAsync(LiveRound live, string reason, CancellationToken cancellationToken)
    {
        await EndAsync(live, live.Round with { Phase = RoundPhase.Cancelled, EndedBecause = reason, DueAt = null }, cancellationToken);
        if (live.Round.LobbyMessageId is not null)
        {
            await RoundWrites.TryShowAsync(() => publisher.ShowLobbyAsync(live.Round, live.Active, isCountOnly: false, cancellationToken));
        }
    }

    /// <summary>Ends a round that cannot be shown any more, in the store alone.</summary>
    internal async Task AbandonAsync(LiveRound live, string reason, CancellationToken cancellationToken)
    {
        await LeaveOutAsync(live, cancellationToken);
        var phase = live.Round.Number == 0 ? RoundPhase.Cancelled : RoundPhase.Ended;
        await EndAsync(live, live.Round with { Phase = phase, EndedBecause = reason, DueAt = null }, cancellationToken);
    }

    /// <summary>Leaves the present question out, with both of its votes, unless its key is public: it counts for nobody.</summary>
    internal async Task LeaveOutAsync(LiveRound live, CancellationToken cancellationToken)
    {
        var round = live.Round;
        var votes = (await store.QuestionsAsync(round, cancellationToken)).Select(each => each.Question).Where(each => each.Number == round.Number).ToArray();
        if (votes.Any(vote => vote.IsRevealed))
        {
            return;
        }

        foreach (var vote in votes.Where(vote => vote.Post.State != PostState.Withdrawn))
        {
            var withdrawn = vote with { Post = vote.Post with { State = PostState.Withdrawn, Note = "Left out of the round." } };
            await writes.AdvanceAsync(live, withdrawn, vote.Post.State, cancellationToken);
        }

        if (live.Question is { Post: { State: PostState.Withdrawn, MessageId: not null } } standing)
        {
            await RoundWrites.TryShowAsync(() => publisher.CloseAsync(live.Round, standing, live.Answers, cancellationToken));
        }
    }

    /// <summary>Leaves the present question out, asked or not, and goes on to the next.</summary>
    internal async Task PassOverAsync(LiveRound live, CancellationToken cancellationToken)
    {
        await LeaveOutAsync(live, cancellationToken);
        await writes.SaveAsync(live, live.Round with { Phase = RoundPhase.Explaining, IsNextWanted = true, DueAt = clock.Now() }, cancellationToken);
    }

    /// <summary>The next thing of a round is its table.</summary>
    /// <param name="live">The round.</param>
    /// <param name="reason">Why it ends before its last question; empty when it does not.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal Task FinishSoonAsync(LiveRound live, string reason, CancellationToken cancellationToken) =>
        writes.SaveAsync(live, live.Round with { Phase = RoundPhase.Finishing, EndedBecause = reason, DueAt = clock.Now() }, cancellationToken);

    /// <summary>Publishes the table.</summary>
    internal async Task FinishAsync(LiveRound live, bool isInDoubt, CancellationToken cancellationToken)
    {
        var all = await store.QuestionsAsync(live.Round, cancellationToken);
        var counted = all.Where(each => each.Question.IsRevealed).Select(each => each.Question.Number).Distinct().Count();
        await publisher.FinishAsync(live.Round, TableOf(live.Round, live.Players, all), counted, isInDoubt, cancellationToken);
        await EndAsync(live, live.Round with { Phase = RoundPhase.Ended, DueAt = null }, cancellationToken);
    }

    /// <summary>The table of all that was revealed.</summary>
    internal RoundTable TableOf(
        Round round, IEnumerable<RoundPlayer> players, IReadOnlyList<(RoundQuestion Question, IReadOnlyList<DailyAnswer> Answers)> all) => RoundTable.Of(
        [.. players],
        [
            .. all.Select(each => new AnsweredQuestion(each.Question, RoundTimes.Answering(each.Question.Item, rules), each.Answers)
            {
                Openings = [.. round.OpeningsOf(each.Question.Post.Id)],
            }),
        ],
        round.Options.Scoring,
        rules);

    private async Task EndAsync(LiveRound live, Round ended, CancellationToken cancellationToken)
    {
        await writes.SaveAsync(live, ended, cancellationToken);
        hall.Leave(ended.Id);
        log.Ended(ended, live.Active.Count);
    }
}
