using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Time;

namespace MlaBot.Core.Rounds;

/// <summary>What the host of a round, or an admin in the host's place, does with it. Called with the round's turn.</summary>
public sealed class HostActs(IRoundStore store, RoundLobby lobby, RoundSteps steps, RoundShows shows, RoundEndings endings, RoundWrites writes, RoundRules rules, TimeProvider clock)
{
    /// <summary>Carries an act out where the phase allows it.</summary>
    /// <returns>Why nothing was done; null when it was.</returns>
    internal async Task<Refusal?> CarryOutAsync(LiveRound live, HostAct act, LearnerKey? person, CancellationToken cancellationToken)
    {
        await steps.HostIsBackAsync(live, cancellationToken);
        var round = live.Round;
        switch (act)
        {
            case HostAct.Begin when round.Phase == RoundPhase.Lobby && !live.MayBegin:
                return round.IsDuel
                    ? new Refusal("round-nobody", "The challenge is not accepted yet.", "The duel begins by itself when it is.")
                    : new Refusal("round-nobody", "Nobody has joined yet.", "Join it yourself with /challenge join, or call it off with /challenge stop.");
            case HostAct.Begin when round.Phase == RoundPhase.Lobby:
                await lobby.BeginAsync(live, cancellationToken);
                return null;
            case HostAct.Next when round.Phase == RoundPhase.Discussing:
                await writes.SaveAsync(live, round with { DueAt = clock.Now() }, cancellationToken);
                return null;
            case HostAct.Next when round.Phase == RoundPhase.Explaining:
            case HostAct.Next or HostAct.Resume when round.Phase == RoundPhase.Paused:
                await writes.SaveAsync(
                    live, round with { Phase = RoundPhase.Explaining, IsPauseWanted = false, IsNextWanted = true, DueAt = clock.Now() }, cancellationToken);
                return null;
            case HostAct.Resume when round.IsPauseWanted:
                await writes.SaveAsync(live, round with { IsPauseWanted = false }, cancellationToken);
                return null;
            case HostAct.Resume:
                return new Refusal("round-not-paused", "The round is not paused.", "Look at it with /challenge show.");
            case HostAct.Pause when round.Phase == RoundPhase.Explaining:
                await steps.PauseAsync(live, cancellationToken);
                return null;
            case HostAct.Pause when round.Phase is not (RoundPhase.Lobby or RoundPhase.Paused or RoundPhase.Finishing):
                await writes.SaveAsync(live, round with { IsPauseWanted = true }, cancellationToken);
                return null;
            case HostAct.Extend when round.Phase is RoundPhase.Lobby or RoundPhase.Answering or RoundPhase.Explaining or RoundPhase.Discussing:
                return await ExtendAsync(live, cancellationToken);
            case HostAct.Skip when round.Phase is RoundPhase.Ready or RoundPhase.Reading or RoundPhase.Answering or RoundPhase.Discussing:
                await endings.PassOverAsync(live, cancellationToken);
                return null;
            case HostAct.Stop when round.Phase == RoundPhase.Lobby:
                await endings.CancelAsync(live, "The host called it off.", cancellationToken);
                return null;
            case HostAct.Stop when round.Phase != RoundPhase.Finishing:
                await endings.LeaveOutAsync(live, cancellationToken);
                await endings.FinishSoonAsync(live, "The host stopped it.", cancellationToken);
                return null;
            // Its table may stand in the channel already.
            case HostAct.Remove when person is { } who && round.Phase != RoundPhase.Finishing:
                return await RemoveAsync(live, who, cancellationToken);
            default:
                return new Refusal("round-act", $"The round is {Words(round.Phase)}; that cannot be done now.", "Look at it with /challenge show.");
        }
    }

    private async Task<Refusal?> ExtendAsync(LiveRound live, CancellationToken cancellationToken)
    {
        var round = live.Round;
        var due = (round.DueAt ?? clock.Now()) + rules.Extension;
        if (due - clock.Now() > RoundRules.LongestPhase)
        {
            return new Refusal("round-long", "That is long enough.", "Pause the round if you need a break: /challenge pause.");
        }

        if (live.Question is { Post.State: PostState.Open } question)
        {
            await writes.AdvanceAsync(live, question with { Post = question.Post with { ClosesAt = due } }, PostState.Open, cancellationToken);
        }

        await writes.SaveAsync(live, round with { DueAt = due }, cancellationToken);
        await shows.MoreTimeAsync(live, cancellationToken);
        return null;
    }

    private async Task<Refusal?> RemoveAsync(LiveRound live, LearnerKey person, CancellationToken cancellationToken)
    {
        if (live.Find(person) is not { } player || player.State == PlayerState.Removed)
        {
            return new Refusal("round-not-in", "That person is not in this round.", "Look at who is with /challenge show.");
        }

        await live.ChangePlayersAsync(store, () => [(live.Find(person) ?? player) with { State = PlayerState.Removed }], cancellationToken);
        return null;
    }

    private static string Words(RoundPhase phase) => phase switch
    {
        RoundPhase.Lobby => "open for joining",
        RoundPhase.Ready => "about to ask the next question",
        RoundPhase.Reading => "letting people read",
        RoundPhase.Answering => "taking answers",
        RoundPhase.Draining => "closing a question",
        RoundPhase.Explaining => "explaining a question",
        RoundPhase.Discussing => "being discussed",
        RoundPhase.Paused => "paused",
        _ => "over",
    };
}
