using MlaBot.Chat.Cards;
using MlaBot.Core.Rounds;

namespace MlaBot.Chat.Rounds;

/// <summary>The buttons of rounds. They mean the same for as long as the message stands.</summary>
internal static class RoundButtons
{
    public static CardButton Join(Round round) => new(RoundActions.About(RoundActions.Join, round), "Join", IsPrimary: true) { Typed = "/challenge join" };

    public static CardButton Leave(Round round) => new(RoundActions.About(RoundActions.Leave, round), "Leave") { Typed = "/challenge leave" };

    public static CardButton Accept(Round round) => new(RoundActions.About(RoundActions.Join, round), "Accept", IsPrimary: true) { Typed = "/challenge join" };

    public static CardButton Decline(Round round) => new(RoundActions.About(RoundActions.Decline, round), "Decline") { Typed = "/challenge leave" };

    public static CardButton Report(Round round) => new(RoundActions.About(RoundActions.Report, round), "My report", IsPrimary: true) { Typed = $"/challenge report {round.Id}" };

    public static CardButton Again(Round round) => new(RoundActions.About(RoundActions.Again, round), "Play again") { Typed = "/challenge start" };

    public static CardButton Lead(Round round, HostAct act, string label) => new(RoundActions.LeadWith(round, act), label) { Typed = $"/challenge {Verb(act)}" };

    /// <summary>A button below a question: its message stays when the round has gone on, and the next question is none of its business.</summary>
    public static CardButton Lead(Round round, RoundQuestion question, HostAct act, string label) => new(RoundActions.LeadWith(round, act, question), label) { Typed = $"/challenge {Verb(act)}" };

    private static string Verb(HostAct act) => act.ToString().ToLowerInvariant();
}
