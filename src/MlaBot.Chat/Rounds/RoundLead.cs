using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Rounds;
using MlaBot.Core.Time;

namespace MlaBot.Chat.Rounds;

/// <summary>Carries out what the host asks, and says what that did.</summary>
internal sealed class RoundLead(RoundDesk desk, TimeProvider clock)
{
    public async Task<Card> HandleAsync(
        ChannelKey channel, ChatUser user, HostAct act, LearnerKey? person, (int Number, int Vote)? on, CancellationToken cancellationToken)
    {
        var before = desk.Running(channel)?.Phase;
        return await desk.LeadAsync(channel, user.Key, user.IsAdmin, act, person, on, cancellationToken) switch
        {
            Outcome<Round>.Ok(var round) => RoundDoor.Said(Words(act, before, round)),
            Outcome<Round>.Refused { Reason: { Code: "round-host-only" } } when !user.HasKnownRights => RefusalCards.For(
                new Refusal("rights-unknown", "I could not find out in time whether you are an admin here; nothing was done.", "Please try again in a moment.")),
            Outcome<Round>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };
    }

    private string Words(HostAct act, RoundPhase? before, Round round) => act switch
    {
        HostAct.Begin => "It begins: the first question comes in a moment.",
        HostAct.Next or HostAct.Resume when before == RoundPhase.Paused => "The round goes on.",
        HostAct.Resume => "The pause is taken back; the round goes on as it is.",
        HostAct.Next when round.Phase == RoundPhase.Discussing => "The second vote comes now.",
        HostAct.Next => round.IsLast ? "The table comes now." : "The next question comes now.",
        HostAct.Pause when round.Phase == RoundPhase.Paused => "The round is paused. Go on with /challenge resume.",
        HostAct.Pause => "The round pauses after this question. Go on with /challenge resume.",
        HostAct.Extend => round.DueAt is { } due ? $"There is more time: {Math.Max(1, (int)Math.Round((due - clock.Now()).TotalSeconds))} s from now." : "There is more time.",
        HostAct.Skip => "That question is left out and counts for nobody. The next one comes.",
        HostAct.Stop when round.Phase == RoundPhase.Cancelled => "The round is called off.",
        HostAct.Stop => "The round is stopped; the table comes with what was revealed.",
        _ => "That person is out of the round and stands in no table.",
    };
}
