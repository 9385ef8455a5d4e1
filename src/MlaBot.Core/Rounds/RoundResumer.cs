using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>Takes a round up where the last run of the program left it, or ends it when that is long ago. Called with the round's turn.</summary>
public sealed class RoundResumer(
    IRoundStore store, IRoundPublisher publisher, RoundLobby lobby, RoundWrites writes, RoundEndings endings, RoundRules rules, IRoundLog log, TimeProvider clock)
{
    // Who joined in the lobby before the restart has to find back to it.
    private static readonly Duration LobbyAgain = Duration.FromSeconds(15);

    internal async Task ResumeAsync(LiveRound live, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        // Whatever the last run was about to send may have been sent.
        live.IsInDoubt = true;
        if (IsOld(live.Round, now))
        {
            await EndOldAsync(live, now - live.Round.DueAt!.Value, cancellationToken);
            return;
        }

        await TakeUpAsync(live, now, cancellationToken);
        log.Resumed(live.Round);
        if (live.Round.Phase is not (RoundPhase.Lobby or RoundPhase.Finishing))
        {
            var how = live.Round.Phase == RoundPhase.Paused ? "The round is still paused; it goes on when the host says so." : "The round goes on where it was, and no answer is lost.";
            await RoundWrites.TryShowAsync(() => publisher.SayAsync(live.Round, $"I am back after a restart. {how}", cancellationToken));
        }
    }

    /// <summary>True when a round was kept waiting for so long, by the program or by its platform, that people have gone home.</summary>
    internal bool IsOld(Round round, Instant now) =>
        round is { IsRunning: true, Phase: not RoundPhase.Finishing, DueAt: { } due } && now - due > rules.ResumesWithin;

    private async Task EndOldAsync(LiveRound live, Duration away, CancellationToken cancellationToken)
    {
        if (live.Round.Phase == RoundPhase.Lobby)
        {
            await endings.CancelAsync(live, "I was away when it should have begun.", cancellationToken);
            return;
        }

        await endings.LeaveOutAsync(live, cancellationToken);
        await endings.FinishSoonAsync(live, $"I was away for {(int)away.TotalMinutes} minutes; what was revealed before counts.", cancellationToken);
    }

    /// <summary>Finds the question that stands, so that presses are judged by it from the first moment.</summary>
    internal async Task FindQuestionAsync(LiveRound live, CancellationToken cancellationToken)
    {
        var round = live.Round;
        var all = await store.QuestionsAsync(round, cancellationToken);
        var (question, answers) = all.LastOrDefault(each => each.Question.Number == round.Number && each.Question.Vote == round.Vote);
        live.Show(question, (answers ?? []).Select(answer => answer.Learner));
    }

    private async Task TakeUpAsync(LiveRound live, Instant now, CancellationToken cancellationToken)
    {
        var round = live.Round;
        if (round is { Phase: RoundPhase.Lobby, LobbyMessageId: null })
        {
            await lobby.OpenAsync(live, isInDoubt: true, cancellationToken);
            return;
        }

        var next = (round.Phase, live.Question) switch
        {
            (RoundPhase.Lobby, _) => round with { DueAt = Latest(round.DueAt, now + LobbyAgain) },
            (RoundPhase.Reading, { } question) => round with { DueAt = now + RoundTimes.Reading(question, rules) },
            // Opened anew: everybody has the whole time again, and the absence costs nobody's speed. What was answered before stands.
            (RoundPhase.Answering, { Post.State: PostState.Open }) => round with { Phase = RoundPhase.Reading, DueAt = now },
            // Its end had come and was not shown yet.
            (RoundPhase.Answering, _) => round with { DueAt = now },
            // While the program was down no host could say anything, so that was no absence of the host's.
            (RoundPhase.Paused, _) => round with { DueAt = Latest(round.DueAt, now + rules.HostPatience) },
            (RoundPhase.Explaining, _) when round is { WaitsForHost: true, IsNextWanted: false } => round with { DueAt = Latest(round.DueAt, now + rules.HostPatience) },
            _ => round,
        };
        if (live is { IsResuming: true, Question.Post: { State: PostState.Open } open })
        {
            // A press that was heard before the question is opened anew took no time of the absence.
            next = next.Reopening(open, live.FoundAt);
        }

        await writes.SaveAsync(live, next, cancellationToken);
        if (round.Phase == RoundPhase.Draining && live.Question is { Post.State: PostState.Closing } closing)
        {
            await RoundWrites.TryShowAsync(() => publisher.CloseAsync(live.Round, closing, live.Answers, cancellationToken));
        }
    }

    private static Instant Latest(Instant? one, Instant other) => one is { } at && at > other ? at : other;
}
