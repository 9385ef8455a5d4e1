using MlaBot.Chat.Cards;
using MlaBot.Core.Rounds;

namespace MlaBot.Chat.Rounds;

/// <summary>The table of a round, at its end and on the way.</summary>
public static class PodiumCards
{
    /// <summary>The most lines of a table.</summary>
    public const int Most = 10;

    /// <summary>The final table.</summary>
    /// <param name="round">The round, with the reason when it ended early.</param>
    /// <param name="table">The table.</param>
    /// <param name="counted">How many questions count in it.</param>
    public static Card Of(Round round, RoundTable table, int counted)
    {
        List<CardPart> parts = [new Header(round.IsDuel ? "The duel is over" : "The round is over"), new Section(Result(round, table, counted))];
        if (round.EndedBecause.Length > 0)
        {
            parts.Add(new Section($"It ended early: {round.EndedBecause}"));
        }

        parts.AddRange(counted == 0 ? [] : Lines(table));
        parts.Add(new Choices([RoundButtons.Report(round), RoundButtons.Again(round)]));
        if (table.Lines.Count > Most)
        {
            parts.Add(new ContextLine($"{table.Lines.Count - Most} more took part; My report shows everybody their own place."));
        }

        return new Card(parts);
    }

    /// <summary>The best of a table, and its teams.</summary>
    public static IEnumerable<CardPart> Lines(RoundTable table)
    {
        if (table.Teams.Count > 0)
        {
            yield return new Section(string.Join('\n', table.Teams.Select(team =>
                $"{team.Rank}. **Team {team.Team}** · mean {team.Mean} · {RoundWords.Names([.. team.Members.Select(line => line.Player)])}")));
        }

        if (table.Lines.Count > 0)
        {
            yield return new Table(["Rank", "Name", "Points", "Right"], [.. table.Lines.Take(Most).Select(Row)]);
        }
    }

    private static IReadOnlyList<string> Row(RoundLine line)
    {
        var late = line.Player.FromQuestion > 1 ? $" (from question {line.Player.FromQuestion})" : "";
        return [$"{line.Rank}", $"{PlainName.InHeader(line.Player.Name)}{late}", $"{line.Points}", $"{line.Right} of {line.Played}"];
    }

    private static string Result(Round round, RoundTable table, int counted)
    {
        if (counted == 0)
        {
            return "No question was played to its end, so there is no table.";
        }

        var first = table.Lines.Where(line => line is { Rank: 1, Points: > 0 }).Select(line => $"**{PlainName.Of(line.Player.Name)}**").ToArray();
        var played = $"{RoundWords.Questions(counted)} {(counted == 1 ? "was" : "were")} played.";
        return first.Length switch
        {
            0 => $"{played} Nobody scored this time; the reports say what to look at.",
            1 when table.Lines.Count == 1 => $"{played} Well done, {first[0]}.",
            1 => $"{played} {first[0]} {(round.IsDuel ? "wins the duel" : "comes first")} with {RoundWords.Points(table.Lines[0].Points)}.",
            <= 5 => $"{played} {RoundWords.List(first)} share the first place with {RoundWords.Points(table.Lines[0].Points)}.",
            _ => $"{played} {first.Length} people share the first place with {RoundWords.Points(table.Lines[0].Points)}.",
        };
    }
}
