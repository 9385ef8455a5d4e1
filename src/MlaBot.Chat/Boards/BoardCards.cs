using MlaBot.Chat.Cards;
using MlaBot.Core.Boards;

namespace MlaBot.Chat.Boards;

/// <summary>Cards of boards. They praise and never blame, and name nobody who chose not to be seen.</summary>
internal static class BoardCards
{
    // Of more people who reached the same, one fewer is named, so that "others" are never one.
    private const int MostNames = 6;

    /// <summary>A board for the person who asked.</summary>
    public static Card Board(BoardView view)
    {
        List<CardPart> parts = [new Header($"Board: {BoardWords.Title(view.Period)}")];
        if (view.IsHidden)
        {
            parts.Add(new Section("You see your own line alone, and nobody sees it but you. /me board everyone brings you back."));
        }
        else
        {
            parts.AddRange(Everybody(view));
        }

        parts.Add(new Section(Own(view)));
        if (view.Improved.Count > 0)
        {
            parts.Add(new Section(BoardTable.Improved(BoardWords.Before(view.Period), view.Improved)));
        }

        parts.Add(new Section(BoardWords.GroupStreak(view.GroupStreak)));
        parts.Add(new ContextLine($"{BoardWords.Rule} A question counts for the day on which it was asked, once it is revealed."));
        return new Card(parts).Privately();
    }

    /// <summary>The short public message at the end of a period.</summary>
    public static Card End(BoardPeriod period, FinalBoard final)
    {
        FinalLine[] top = [.. final.Lines.Where(line => line is { Rank: <= 3, IsHidden: false })];
        List<CardPart> parts =
        [
            new Header($"{BoardWords.Title(period)} is over"),
            new Section($"{BoardWords.People(final.Participants)} took part. Thank you, all of you."),
        ];
        if (top.Length > 0)
        {
            parts.Add(BoardTable.Of(top.Take(BoardRules.MostTopLines)));
        }

        if (final.Improved.Count > 0)
        {
            parts.Add(new Section(BoardTable.Improved(BoardWords.Before(period), final.Improved)));
        }

        if (final.GroupStreak > 0)
        {
            parts.Add(new Section(BoardWords.GroupStreak(new GroupStreak(final.GroupStreak, final.LongestGroupStreak))));
        }

        parts.Add(new ContextLine($"/board {period.Kind.ToString().ToLowerInvariant()} last shows your own place, to you alone."));
        return new Card(parts) { Summary = $"{BoardWords.Title(period)} is over: the board is here" };
    }

    /// <summary>Milestones, told to the channel: a line each.</summary>
    public static Card Reached(IReadOnlyList<SharedMilestone> reached) =>
        new([.. reached.Select(each => new Section($"{Names(each.Names)} reached {BoardWords.Milestone(each.Milestone)}."))]) { Tone = CardTone.Good };

    private static string Names(IReadOnlyList<string> names)
    {
        string[] first = [.. names.Take(names.Count > MostNames ? MostNames - 1 : names.Count).Select(name => $"**{PlainName.Of(name)}**")];
        return first.Length < names.Count ? $"{string.Join(", ", first)} and {names.Count - first.Length} others"
            : first.Length == 1 ? first[0]
            : $"{string.Join(", ", first[..^1])} and {first[^1]}";
    }

    private static IEnumerable<CardPart> Everybody(BoardView view)
    {
        if (view.Participants == 0)
        {
            yield return new Section("Nobody is on this board yet. It fills when questions are revealed.");
            yield break;
        }

        yield return new Section(!view.HasRanks
            ? $"{BoardWords.People(view.Participants)} took part so far. From {BoardRules.FewestForRanks} on there are ranks."
            : view.Ranked == 0
                ? $"{BoardWords.People(view.Participants)} took part. A rank takes {BoardRules.MinimumSample(view.Period.Kind)} answered questions; nobody has them yet."
                : $"{BoardWords.People(view.Participants)} took part; {view.Ranked} of them {(view.Ranked == 1 ? "has" : "have")} the {BoardRules.MinimumSample(view.Period.Kind)} answers that a rank takes.");
        foreach (var part in BoardTable.Of(view))
        {
            yield return part;
        }
    }

    private static string Own(BoardView view) => view.Own is not { } own
        ? view.IsArchived ? "You have no line on this board." : "You have no answer on this board yet. Answer an open question; it counts once it is revealed."
        : $"**You**: {BoardWords.Points(own.Points)}, {BoardWords.Right(own.Answered, own.Right)} right. {Place(view, own)}".TrimEnd();

    private static string Place(BoardView view, BoardLine own) => own.Rank is { } rank
        ? $"Rank {rank} of {view.Ranked}{(view.AheadOf is > 0 and var share ? $", ahead of {share} % of the others" : "")}."
        : !view.IsArchived && view is { IsHidden: false, HasRanks: true } && BoardRules.MinimumSample(view.Period.Kind) - own.Answered is > 0 and var missing
            ? $"{missing} more until you are ranked."
            : "";
}
