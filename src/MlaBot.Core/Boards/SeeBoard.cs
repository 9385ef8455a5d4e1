using MlaBot.Core.Channels;

namespace MlaBot.Core.Boards;

/// <summary>Names the lines of a board that one person may see.</summary>
public sealed class SeeBoard(IBoardStore boards)
{
    /// <summary>A board that counts.</summary>
    /// <param name="totals">Everybody who answered.</param>
    /// <param name="standings">The people of <paramref name="totals"/> who may be seen, as ranked.</param>
    /// <param name="improved">Who improved most; ignored for a person who left boards.</param>
    /// <param name="own">Who asks; null for someone who never did anything, and for everybody at once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SeenBoard> RunningAsync(
        IReadOnlyList<BoardTotal> totals,
        IReadOnlyList<Standing> standings,
        IReadOnlyList<Improvement> improved,
        BoardMember? own,
        CancellationToken cancellationToken)
    {
        var isHidden = own?.Choice.IsHidden ?? false;
        var ownTotal = own is null ? default : totals.FirstOrDefault(total => total.Member == own.Id);
        var slice = BoardSlice.Of([.. standings.Select(standing => new SliceEntry(standing.Total.Member, standing.Rank))], isHidden ? null : own?.Id);
        var names = isHidden
            ? new Dictionary<MemberId, BoardMember>()
            : await boards.MembersAsync(
                [.. slice.Top.Concat(slice.Around).Select(index => standings[index].Total.Member).Concat(improved.Select(each => each.Member)).Distinct()], cancellationToken);
        var view = new SeenBoard
        {
            Participants = standings.Count,
            Ranked = standings.Count(standing => standing.Rank is not null),
            Answers = standings.Sum(standing => standing.Total.Answered),
            Own = own is null || ownTotal.Answered == 0
                ? null
                : new BoardLine(own.Shown, slice.Own is { } at ? standings[at].Rank : null, ownTotal.Points, ownTotal.Answered, ownTotal.Right, IsOwn: true),
            AheadOf = slice.AheadOf,
            Improved = isHidden ? [] : [.. improved.Select(each => MakeFinalBoard.Final(each, names[each.Member].Shown))],
            IsHidden = isHidden,
        };
        return isHidden ? view : view with { Top = InOrder(standings.Count, slice.Top.Select(Line)), Around = InOrder(standings.Count, slice.Around.Select(Line)), MoreShareLast = slice.MoreShareLast };

        BoardLine Line(int index) => new(
            names[standings[index].Total.Member].Shown,
            standings[index].Rank,
            standings[index].Total.Points,
            standings[index].Total.Answered,
            standings[index].Total.Right,
            standings[index].Total.Member == own?.Id);
    }

    /// <summary>A board of the archive, without people who left boards since and with the aliases of today.</summary>
    public async Task<SeenBoard> ArchivedAsync(GroupKey group, FinalBoard final, BoardMember? own, CancellationToken cancellationToken)
    {
        var now = final.Without(await boards.HiddenAsync(group, cancellationToken));
        FinalLine[] seen = [.. now.Lines.Where(line => !line.IsHidden)];
        var isHidden = own?.Choice.IsHidden ?? false;
        var slice = BoardSlice.Of([.. seen.Select(line => new SliceEntry(new MemberId(line.Member), line.Rank))], isHidden ? null : own?.Id);
        var ownLine = own is null ? null : now.Lines.FirstOrDefault(line => line.Member == own.Id.Value);
        var members = isHidden
            ? new Dictionary<MemberId, BoardMember>()
            : await boards.MembersAsync(
                [.. slice.Top.Concat(slice.Around).Select(index => seen[index].Member).Concat(now.Improved.Select(each => each.Member)).Distinct().Select(id => new MemberId(id))],
                cancellationToken);
        var view = new SeenBoard
        {
            IsArchived = true,
            Participants = now.Participants,
            Ranked = seen.Count(line => line.Rank is not null),
            Answers = now.CountAnswers(),
            Own = ownLine is null ? null : new BoardLine(own!.ShownAs(ownLine.Name), ownLine.Rank, ownLine.Points, ownLine.Answered, ownLine.Right, IsOwn: true),
            AheadOf = slice.AheadOf,
            IsHidden = isHidden,
        };
        return isHidden ? view : view with
        {
            Top = InOrder(now.Participants, slice.Top.Select(Line)),
            Around = InOrder(now.Participants, slice.Around.Select(Line)),
            MoreShareLast = slice.MoreShareLast,
            Improved = [.. now.Improved.Select(each => each with { Name = members[new MemberId(each.Member)].ShownAs(each.Name) })],
        };

        BoardLine Line(int index) => new(
            members[new MemberId(seen[index].Member)].ShownAs(seen[index].Name),
            seen[index].Rank,
            seen[index].Points,
            seen[index].Answered,
            seen[index].Right,
            seen[index].Member == own?.Id.Value);
    }

    // Without ranks the order must not stand for them.
    private static IReadOnlyList<BoardLine> InOrder(int participants, IEnumerable<BoardLine> lines) =>
        [.. participants < BoardRules.FewestForRanks ? lines.OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase) : lines];
}
