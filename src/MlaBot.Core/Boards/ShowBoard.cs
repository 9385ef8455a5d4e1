using MlaBot.Core.Channels;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Boards;

/// <summary>Shows a board to one person: the running one, or one of the archive.</summary>
public sealed class ShowBoard(IBoardStore boards, IChannelStore channels, ShowGroupStreak groupStreak, TimeProvider clock)
{
    /// <summary>Shows a board.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="key">The channel.</param>
    /// <param name="wish">Which board.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<BoardView>> HandleAsync(LearnerKey person, ChannelKey key, BoardWish wish, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(key, cancellationToken) is not { } channel)
        {
            return new Refusal("not-set-up", "This channel is not set up yet.", "An admin types /setup first.");
        }

        var today = clock.Now().InZone(DateTimeZoneProviders.Tzdb[channel.Zone]).Date;
        var current = BoardPeriod.Of(wish.Kind, today);
        var period = wish.IsLast ? current.Previous : wish.On is { } date ? BoardPeriod.Of(wish.Kind, date) : current;
        if (wish.IsLast && wish.Kind == BoardKind.All)
        {
            return new Refusal("board-all", "The board of all time has no earlier one.", "Ask for the last week, month or season.");
        }

        if (period.Start > today)
        {
            return new Refusal("board-future", $"{Days.Iso(wish.On!.Value)} is still to come.", "Give a date of the past, or last.");
        }

        var own = await boards.FindMemberAsync(person, cancellationToken);
        if (period != current && await boards.FindArchiveAsync(key, period, cancellationToken) is { } final)
        {
            return await FromArchiveAsync(channel, period, final, own, cancellationToken);
        }

        var view = await RunningAsync(channel, period, own, cancellationToken);
        return period != current && view.Participants == 0 && view.Own is null
            ? new Refusal("board-none", "I have no board of that time here.", "Type /board for the present one.")
            : view;
    }

    private async Task<BoardView> RunningAsync(Channel channel, BoardPeriod period, BoardMember? own, CancellationToken cancellationToken)
    {
        var totals = await boards.TotalsAsync(channel.Key, period, cancellationToken);
        var standings = BoardRanking.Rank(totals, period.Kind);
        var isHidden = own?.Choice.IsHidden ?? false;
        var ownTotal = own is null ? default : totals.FirstOrDefault(total => total.Member == own.Id);
        var slice = BoardSlice.Of([.. standings.Select(standing => new SliceEntry(standing.Total.Member, standing.Rank))], isHidden ? null : own?.Id);
        IReadOnlyList<Improvement> improved = isHidden || period.Kind == BoardKind.All
            ? []
            : Improvement.Most(totals, await boards.TotalsAsync(channel.Key, period.Previous, cancellationToken), period.Kind);
        var names = isHidden
            ? new Dictionary<MemberId, BoardMember>()
            : await boards.MembersAsync(
                [.. slice.Top.Concat(slice.Around).Select(index => standings[index].Total.Member).Concat(improved.Select(each => each.Member)).Distinct()], cancellationToken);
        var view = new BoardView
        {
            Channel = channel,
            Period = period,
            Participants = standings.Count,
            Ranked = standings.Count(standing => standing.Rank is not null),
            Own = own is null || ownTotal.Answered == 0
                ? null
                : new BoardLine(own.Shown, slice.Own is { } at ? standings[at].Rank : null, ownTotal.Points, ownTotal.Answered, ownTotal.Right, IsOwn: true),
            AheadOf = slice.AheadOf,
            Improved = [.. improved.Where(each => names.ContainsKey(each.Member)).Select(each => MakeFinalBoard.Final(each, names[each.Member].Shown))],
            GroupStreak = await groupStreak.HandleAsync(channel, cancellationToken),
            IsHidden = isHidden,
        };
        return isHidden ? view : view with { Top = Lines(slice.Top), Around = Lines(slice.Around), MoreShareLast = slice.MoreShareLast };

        BoardLine[] Lines(IEnumerable<int> indexes)
        {
            BoardLine[] lines = [.. indexes.Select(index => Line(standings[index]))];
            // Without ranks the order must not stand for them.
            return standings.Count < BoardRules.FewestForRanks ? [.. lines.OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase)] : lines;
        }

        BoardLine Line(Standing standing) => new(
            names.TryGetValue(standing.Total.Member, out var member) ? member.Shown : MakeFinalBoard.Nobody,
            standing.Rank,
            standing.Total.Points,
            standing.Total.Answered,
            standing.Total.Right,
            standing.Total.Member == own?.Id);
    }

    private async Task<BoardView> FromArchiveAsync(Channel channel, BoardPeriod period, FinalBoard final, BoardMember? own, CancellationToken cancellationToken)
    {
        FinalLine[] seen = [.. final.Lines.Where(line => !line.IsHidden)];
        var isHidden = own?.Choice.IsHidden ?? false;
        var slice = BoardSlice.Of([.. seen.Select(line => new SliceEntry(new MemberId(line.Member), line.Rank))], isHidden ? null : own?.Id);
        var ownLine = own is null ? null : final.Lines.FirstOrDefault(line => line.Member == own.Id.Value);
        var members = isHidden
            ? new Dictionary<MemberId, BoardMember>()
            : await boards.MembersAsync(
                [.. slice.Top.Concat(slice.Around).Select(index => seen[index].Member).Concat(final.Improved.Select(each => each.Member)).Distinct().Select(id => new MemberId(id))],
                cancellationToken);
        var view = new BoardView
        {
            Channel = channel,
            Period = period,
            IsArchived = true,
            Participants = final.Participants,
            Ranked = seen.Count(line => line.Rank is not null),
            Own = ownLine is null ? null : new BoardLine(ownLine.Name, isHidden ? null : ownLine.Rank, ownLine.Points, ownLine.Answered, ownLine.Right, IsOwn: true),
            AheadOf = slice.AheadOf,
            GroupStreak = new GroupStreak(final.GroupStreak, final.LongestGroupStreak),
            IsHidden = isHidden,
        };
        return isHidden ? view : view with
        {
            Top = [.. slice.Top.Select(Line)],
            Around = [.. slice.Around.Select(Line)],
            MoreShareLast = slice.MoreShareLast,
            Improved = [.. final.Improved.Where(each => IsSeen(each.Member))],
        };

        BoardLine Line(int index) => new(
            IsSeen(seen[index].Member) ? seen[index].Name : MakeFinalBoard.Nobody,
            seen[index].Rank,
            seen[index].Points,
            seen[index].Answered,
            seen[index].Right,
            seen[index].Member == own?.Id.Value);

        bool IsSeen(long member) => members.TryGetValue(new MemberId(member), out var known) && !known.Choice.IsHidden;
    }
}

/// <summary>Which board somebody wants to see: the running one unless the last one or one of a date is named.</summary>
/// <param name="Kind">The kind of period.</param>
public sealed record BoardWish(BoardKind Kind)
{
    /// <summary>True for the period before the running one.</summary>
    public bool IsLast { get; init; }

    /// <summary>A date of the period; null for none.</summary>
    public LocalDate? On { get; init; }
}
