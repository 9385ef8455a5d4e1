using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>Takes a round up where the last run of the program left it, or ends it when that is long ago. Called with the round's turn.</summary>
public sealed class RoundResumer(
    IRoundStore store, IRoundPublisher publisher, RoundWrites writes, RoundEndings endings, RoundRules rules, IRoundLog log, TimeProvider clock)
{
    // Who joined in the lobby before the restart has to find back to it.
    private static readonly Duration LobbyAgain = Duration.FromSeconds(15);

    internal async Task ResumeAsync(LiveRound live, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        await FindQuestionAsync(live, cancellationToken);
        if (live.Round.DueAt is { } due && now - due > rules.ResumesWithin)
        {
            await EndOldAsync(live, now - due, cancellationToken);
            return;
        }

        await TakeUpAsync(live, now, cancellationToken);
        log.Resumed(live.Round);
        if (live.Round.Phase is not (RoundPhase.Lobby or RoundPhase.Finishing))
        {
            await RoundWrites.TryShowAsync(() =>
                publisher.SayAsync(live.Round, "I am back after a restart. The round goes on where it was, and no answer is lost.", cancellationToken));
        }
    }

    private async Task EndOldAsync(LiveRound live, Duration away, CancellationToken cancellationToken)
    {
        if (live.Round.Phase == RoundPhase.Lobby)
        {
            await endings.CancelAsync(live, "I was away when it should have begun.", cancellationToken);
            return;
        }

        await endings.LeaveOutAsync(live, cancellationToken);
        await endings.FinishSoonAsync(live, $"I was away for {(int)away.TotalMinutes} minutes; what was revealed before counts.", cancellationToken);
        live.IsInDoubt = true;
    }

    private async Task FindQuestionAsync(LiveRound live, CancellationToken cancellationToken)
    {
        var round = live.Round;
        var all = await store.QuestionsAsync(round, cancellationToken);
        var (question, answers) = all.LastOrDefault(each => each.Question.Number == round.Number && each.Question.Vote == round.Vote);
        live.Show(question, (answers ?? []).Select(answer => answer.Learner));
    }

    private async Task TakeUpAsync(LiveRound live, Instant now, CancellationToken cancellationToken)
    {
        var round = live.Round;
        // Whatever the last run was about to send may have been sent.
        live.IsInDoubt = true;
        if (round is { Phase: RoundPhase.Lobby, LobbyMessageId: null })
        {
            round = round with { LobbyMessageId = await publisher.OpenLobbyAsync(round, isInDoubt: true, cancellationToken) };
        }

        var due = (round.Phase, live.Question) switch
        {
            (RoundPhase.Lobby, _) => Latest(round.DueAt, now + LobbyAgain),
            (RoundPhase.Reading, { } question) => now + RoundTimes.Reading(question.Item, rules),
            (RoundPhase.Answering, { } question) => now + RoundTimes.Answering(question.Item, rules),
            _ => round.DueAt ?? now,
        };
        if (round.Phase == RoundPhase.Answering && live.Question is { Post.State: PostState.Open } standing)
        {
            // Everybody has the whole time again; what was answered before stands.
            var open = standing with { Post = standing.Post with { ClosesAt = due } };
            await writes.AdvanceAsync(live, open, PostState.Open, cancellationToken);
            await RoundWrites.TryShowAsync(() => publisher.ShowOpenAsync(round, open, live.Answers, live.Active.Count, isCountOnly: false, cancellationToken));
        }

        await writes.SaveAsync(live, round with { DueAt = due }, cancellationToken);
    }

    private static Instant Latest(Instant? one, Instant other) => one is { } at && at > other ? at : other;
}
