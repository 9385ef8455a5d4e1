using MlaBot.Chat.Cards;
using MlaBot.Core.Rounds;

namespace MlaBot.Chat.Rounds;

/// <summary>Cards of a round before its first question, and what becomes of that message later.</summary>
public static class LobbyCards
{
    /// <summary>How the last line of a lobby begins that was called off.</summary>
    public const string OffWords = "Called off:";

    /// <summary>The lobby as it stands.</summary>
    /// <param name="round">The round.</param>
    /// <param name="players">Who takes part, in any order.</param>
    public static Card Of(Round round, IReadOnlyList<RoundPlayer> players) => round.Phase switch
    {
        RoundPhase.Lobby when round.IsDuel => Challenge(round),
        RoundPhase.Lobby => Open(round, players),
        RoundPhase.Cancelled => new Card([.. Head(round), new ContextLine($"{OffWords} {round.EndedBecause} /challenge start opens another one.")]),
        RoundPhase.Ended or RoundPhase.Finishing => new Card([.. Head(round), new ContextLine("This round is over.")]),
        _ => Begun(round, players),
    };

    private static Card Open(Round round, IReadOnlyList<RoundPlayer> players) => new(
    [
        .. Head(round),
        new Section(Who(players)),
        new Choices([RoundButtons.Join(round), RoundButtons.Leave(round)]),
        new Choices([
            RoundButtons.Lead(round, HostAct.Begin, "Begin now"),
            RoundButtons.Lead(round, HostAct.Extend, "More time"),
            RoundButtons.Lead(round, HostAct.Stop, "Call off"),
        ]),
        new ContextLine($"{Starts(round)} Led by {PlainName.Of(round.HostName)}, with the buttons of the second row."),
    ]);

    private static Card Begun(Round round, IReadOnlyList<RoundPlayer> players)
    {
        List<CardPart> parts = [.. Head(round), new Section(Teams(players) is { Length: > 0 } teams ? teams : Who(players))];
        if (!round.IsDuel)
        {
            parts.Add(new Choices([RoundButtons.Join(round), RoundButtons.Leave(round)]));
        }

        parts.Add(new ContextLine(round.IsDuel ? "The duel has begun." : "The round has begun. Whoever answers or joins now counts from that question on."));
        return new Card(parts);
    }

    private static Card Challenge(Round round) => new(
    [
        .. Head(round),
        new Choices([RoundButtons.Accept(round), RoundButtons.Decline(round)]),
        new Choices([RoundButtons.Lead(round, HostAct.Extend, "More time"), RoundButtons.Lead(round, HostAct.Stop, "Call off")]),
        new ContextLine($"It begins as soon as it is accepted; the challenge stands until {CardTime.Token(round.DueAt ?? round.StartedAt)}."),
    ]);

    private static IEnumerable<CardPart> Head(Round round)
    {
        yield return new Header(round.IsDuel
            ? $"{PlainName.InHeader(round.HostName)} challenges {PlainName.InHeader(round.OpponentName)} to a duel"
            : $"Live round: {RoundWords.Questions(round.Items.Count)}, led by {PlainName.InHeader(round.HostName)}");
        yield return new Section(RoundWords.Rules(round));
    }

    private static string Starts(Round round) => round.DueAt is { } due ? $"It begins {CardTime.Token(due)}." : "It begins in a moment.";

    private static string Who(IReadOnlyList<RoundPlayer> players) =>
        players.Count == 0 ? "Nobody is in yet: press Join." : $"**In ({players.Count}):** {RoundWords.Names(players)}";

    private static string Teams(IReadOnlyList<RoundPlayer> players) => string.Join('\n', players
        .Where(player => player.Team > 0)
        .GroupBy(player => player.Team)
        .OrderBy(team => team.Key)
        .Select(team => $"**Team {team.Key}:** {RoundWords.Names([.. team])}"));
}
