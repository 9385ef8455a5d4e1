using MlaBot.Chat.Boards;
using MlaBot.Chat.Cards;
using MlaBot.Core.Boards;
using MlaBot.Core.Marathons;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Marathons;

/// <summary>Cards of challenges over several days. They praise and never blame, and name nobody who chose not to be seen.</summary>
internal static class MarathonCards
{
    /// <summary>To the admin who asked for one.</summary>
    public static Card Started(Marathon marathon) => new Card(
        new Section($"{Name(marathon)} is planned: {Dates(marathon)}. It is announced here when its first day begins."),
        new Section(marathon.TellsStandings ? "A short standing is posted once a day, without a sound." : "No standing is posted on the way; /marathon show has it."),
        new ContextLine(BoardWords.Rule),
        new ContextLine("/marathon stop ends it before its time."))
    {
        IsPrivate = true,
        Tone = CardTone.Good,
    };

    /// <summary>To the admin who ended one.</summary>
    public static Card Stopped(StoppedMarathon stopped) => new Card(
        new Section(stopped.WasCounting
            ? $"{Name(stopped.Marathon)} is over. The channel is told how it stands; /marathon show last keeps it."
            : $"{Name(stopped.Marathon)} is taken back; it had not been announced yet."))
    {
        IsPrivate = true,
        Tone = CardTone.Good,
    };

    /// <summary>The announcement.</summary>
    public static Card Start(Marathon marathon) => new(
        new Header($"A challenge over {marathon.Days} days begins"),
        new Section($"{Name(marathon)}, {Dates(marathon)}"),
        new Section("Answer the daily questions of this channel as ever: nothing to join, and everybody who answers is in."),
        new ContextLine(Rule),
        new ContextLine("/marathon show shows where you stand, to you alone. /me board self leaves you out of the table."))
    {
        Summary = $"A challenge over {marathon.Days} days begins",
    };

    /// <summary>The standing of a day.</summary>
    public static Card Standing(MarathonView view) => new(
        new Section($"{Name(view.Marathon)}: standing after day {Day(view.Marathon, view.Marathon.Told)} of {view.Marathon.Days}"),
        BoardTable.Of(view.Board.Top.TakeWhile(line => line.Rank <= MarathonRules.StandingRanks).Take(MarathonRules.MostStandingLines)),
        new ContextLine($"{BoardWords.People(view.Board.Participants)} took part so far. /marathon show shows your own place, to you alone."))
    {
        Summary = $"Standing after day {Day(view.Marathon, view.Marathon.Told)} of {view.Marathon.Days}",
    };

    /// <summary>How it ended.</summary>
    public static Card End(Marathon marathon, FinalMarathon final)
    {
        FinalLine[] top = [.. final.Board.Lines.Where(line => line is { Rank: <= BoardRules.TopRanks, IsHidden: false })];
        List<CardPart> parts =
        [
            new Header($"The challenge over {marathon.Days} days is over"),
            new Section($"{Name(marathon)}, {Dates(marathon)}{(final.IsStopped ? ", stopped before its time" : "")}"),
            new Section(final.Board.Participants == 0 ? "No answer counted yet." : $"{BoardWords.People(final.Board.Participants)} took part. Thank you, all of you."),
        ];
        if (top.Length > 0)
        {
            parts.Add(BoardTable.Of(top.Take(BoardRules.MostTopLines)));
        }

        if (final.Board.Improved.Count > 0)
        {
            parts.Add(new Section(Improved(marathon, final.Board.Improved)));
        }

        parts.Add(new Section(Effort(new GroupEffort(final.Asked, final.Kept, final.Answers))));
        parts.Add(new ContextLine("/marathon show last shows your own place, to you alone."));
        return new Card(parts) { Summary = $"The challenge over {marathon.Days} days is over: the table is here" };
    }

    /// <summary>One for the person who asked.</summary>
    public static Card Show(MarathonView view)
    {
        var marathon = view.Marathon;
        List<CardPart> parts = [new Header($"A challenge over {marathon.Days} days"), new Section($"{Name(marathon)}, {Dates(marathon)}{When(view)}")];
        if (marathon.Final is null && view.Today < marathon.From)
        {
            parts.Add(new Section("It has not begun. Nothing to join: everybody who answers the questions of its days is in."));
            parts.Add(new ContextLine(Rule));
            return new Card(parts).Privately();
        }

        parts.AddRange(People(view));
        parts.Add(new Section(Own(view)));
        if (view.Board.Improved.Count > 0)
        {
            parts.Add(new Section(Improved(marathon, view.Board.Improved)));
        }

        parts.Add(new Section(Effort(view.Effort)));
        parts.Add(new ContextLine(Rule));
        return new Card(parts).Privately();
    }

    private static string Rule { get; } =
        $"{BoardWords.Rule} A question counts for the day on which it was asked. A rank takes one answer for every three days with questions; days that an outage took ask nothing of anybody.";

    private static IEnumerable<CardPart> People(MarathonView view)
    {
        var board = view.Board;
        if (board.IsHidden)
        {
            return [new Section("You see your own line alone, and nobody sees it but you. /me board everyone brings you back.")];
        }

        var words = board.Participants == 0 ? "Nobody is in the table yet. It fills when questions are revealed."
            : !board.HasRanks ? $"{BoardWords.People(board.Participants)} took part{(board.IsArchived ? "" : " so far")}. From {BoardRules.FewestForRanks} on there are ranks."
            : $"{BoardWords.People(board.Participants)} took part; {board.Ranked} of them {(board.Ranked == 1 ? "has" : "have")} a rank, which takes {Answers(view.Minimum)}{(board.IsArchived ? "" : " so far")}.";
        return [new Section(words), .. BoardTable.Of(board)];
    }

    private static string Own(MarathonView view) => view.Board.Own is not { } own
        ? view.Board.IsArchived ? "You have no line in this table." : "You have no answer in this table yet. Answer an open question; it counts once it is revealed."
        : $"**You**: {BoardWords.Points(own.Points)}, {BoardWords.Right(own.Answered, own.Right)} right.{(own.Rank is { } rank ? $" Rank {rank} of {view.Board.Ranked}." : "")}";

    private static string Effort(GroupEffort effort) =>
        $"Together: {Answers(effort.Answers)} to due questions, and enough of you took part on {effort.Kept} of {(effort.Asked == 1 ? "1 day" : $"{effort.Asked} days")} with questions.";

    private static string Improved(Marathon marathon, IReadOnlyList<FinalImprovement> improved) => BoardTable.Improved($"{marathon.Days} days before", improved);

    private static string When(MarathonView view) => view.Marathon.Final is { IsStopped: true } ? ", stopped before its time"
        : view.Marathon.Final is not null ? ", over"
        : view.Today < view.Marathon.From ? ""
        : view.Today < view.Marathon.End ? $", day {Day(view.Marathon, view.Today)} of {view.Marathon.Days}"
        : ", its last questions are still open";

    private static string Name(Marathon marathon) => $"**{PlainName.Of(marathon.Title)}**";

    private static string Dates(Marathon marathon) => $"{Days.Iso(marathon.From)} to {Days.Iso(marathon.Last)}";

    private static int Day(Marathon marathon, LocalDate date) => Period.DaysBetween(marathon.From, date) + 1;

    private static string Answers(int count) => count == 1 ? "1 answer" : $"{count} answers";
}
