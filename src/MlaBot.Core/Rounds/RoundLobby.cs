using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>The lobby of a round, from its message to the first question. Called with the round's turn.</summary>
public sealed class RoundLobby(
    RoundHall hall, IRoundStore store, IRoundPublisher publisher, RoundWrites writes, RoundEndings endings, RoundRules rules, TimeProvider clock, Func<int> seed)
{
    // Of which answers count for even teams.
    private static readonly Duration Recent = Duration.FromDays(60);

    /// <summary>Shows the lobby of a round that has none yet; the time to join begins when people can see it.</summary>
    internal async Task OpenAsync(LiveRound live, bool isInDoubt, CancellationToken cancellationToken)
    {
        var round = live.Round;
        if (round.IsDuel && live.Find(round.Host) is null)
        {
            await hall.JoinAsync(live, round.Host, round.HostName, from: 1, cancellationToken);
        }

        var messageId = await publisher.OpenLobbyAsync(round, isInDoubt, cancellationToken);
        await writes.SaveAsync(live, live.Round with { LobbyMessageId = messageId, DueAt = clock.Now() + round.Options.Lobby }, cancellationToken);
    }

    /// <summary>Ends the lobby: the first question comes, or the round is called off.</summary>
    internal async Task BeginAsync(LiveRound live, CancellationToken cancellationToken)
    {
        var round = live.Round;
        if (!live.MayBegin)
        {
            await endings.CancelAsync(live, round.IsDuel ? "The duel was not accepted." : "Nobody joined.", cancellationToken);
            return;
        }

        if (round.Options.Teams > 1)
        {
            var records = await store.RecordsAsync(round.Channel, clock.Now() - Recent, cancellationToken);
            await live.ChangePlayersAsync(
                store, () => RoundTeams.Balance(live.Active, records, round.Options.Teams, new Random(seed())), cancellationToken);
        }

        await writes.SaveAsync(live, round with { Phase = RoundPhase.Ready, Number = 1, DueAt = clock.Now() + rules.Pause }, cancellationToken);
        await RoundWrites.TryShowAsync(() => publisher.ShowLobbyAsync(live.Round, live.Active, isCountOnly: false, cancellationToken));
    }
}
