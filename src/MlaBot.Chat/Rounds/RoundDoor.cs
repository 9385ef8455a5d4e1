using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Rounds;

namespace MlaBot.Chat.Rounds;

/// <summary>Lets people in and out of rounds, and tells them in private what that means.</summary>
internal sealed class RoundDoor(RoundDesk desk)
{
    public async Task<Card> JoinAsync(Round round, ChatUser user, CancellationToken cancellationToken) =>
        await desk.JoinAsync(round.Id, user.Key, Text.Printable(user.Name, 80), cancellationToken) switch
        {
            Outcome<RoundPlayer>.Ok(var player) => Said(Welcome(round, player)),
            Outcome<RoundPlayer>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };

    public async Task<Card> LeaveAsync(Round round, ChatUser user, CancellationToken cancellationToken)
    {
        if (round is { IsDuel: true, Phase: RoundPhase.Lobby } && user.Key == round.Opponent)
        {
            return await DeclineAsync(round, user, cancellationToken);
        }

        return await desk.LeaveAsync(round.Id, user.Key, cancellationToken) switch
        {
            Outcome<RoundPlayer>.Ok(var player) => Said(player.FromQuestion > round.Items.Count
                ? "You are out again. Join brings you back."
                : "You are out; your points and your place stay. Join, or any answer, brings you back."),
            Outcome<RoundPlayer>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };
    }

    public async Task<Card> DeclineAsync(Round round, ChatUser user, CancellationToken cancellationToken) => await desk.DeclineAsync(round.Id, user.Key, cancellationToken) switch
    {
        Outcome<Round>.Ok => Said("You have declined; the duel is called off."),
        Outcome<Round>.Refused(var reason) => RefusalCards.For(reason),
        _ => throw new UnreachableException(),
    };

    internal static Card Said(string sentence) => new Card(new Section(sentence)).Privately();

    private static string Welcome(Round round, RoundPlayer player)
    {
        if (round is { IsDuel: true, Phase: RoundPhase.Lobby })
        {
            return "You are in the duel. The first question comes in a moment: read it, then answer with its controls.";
        }

        if (round.Phase == RoundPhase.Lobby)
        {
            return $"You are in. The first question comes {(round.DueAt is { } due ? CardTime.Token(due) : "in a moment")}: read it, then answer with its controls.";
        }

        return player.FromQuestion > round.Items.Count
            ? "You are in, but no question is left in this round. You see its table in a moment."
            : $"You are in from question {player.FromQuestion}{(player.Team > 0 ? $", in team {player.Team}" : "")}.";
    }
}
