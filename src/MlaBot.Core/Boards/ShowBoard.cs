using MlaBot.Core.Channels;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Boards;

/// <summary>Shows a board to one person: the running one, or one of the archive.</summary>
public sealed class ShowBoard(IBoardStore boards, SeeBoard see, IChannelStore channels, ShowGroupStreak groupStreak, TimeProvider clock)
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

    /// <summary>A person's place on a running board, without anything about others.</summary>
    /// <returns>Null for someone who has no answer on it, and where there is no board.</returns>
    public async Task<OwnPlace?> PlaceAsync(LearnerKey person, ChannelKey key, BoardKind kind, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(key, cancellationToken) is not { } channel || await boards.FindMemberAsync(person, cancellationToken) is not { } own)
        {
            return null;
        }

        var totals = await boards.TotalsAsync(key, BoardPeriod.Of(kind, clock.Now().InZone(DateTimeZoneProviders.Tzdb[channel.Zone]).Date), cancellationToken);
        var total = totals.FirstOrDefault(each => each.Member == own.Id);
        var standings = BoardRanking.Rank(totals, kind);
        return total.Answered == 0 ? null : new OwnPlace(
            total.Points, standings.FirstOrDefault(standing => standing.Total.Member == own.Id).Rank, standings.Count(standing => standing.Rank is not null));
    }

    private async Task<BoardView> RunningAsync(Channel channel, BoardPeriod period, BoardMember? own, CancellationToken cancellationToken)
    {
        var totals = await boards.TotalsAsync(channel.Key, period, cancellationToken);
        IReadOnlyList<Improvement> improved = own is { Choice.IsHidden: true } || period.Kind == BoardKind.All
            ? []
            : Improvement.Most(totals, await boards.TotalsAsync(channel.Key, period.Previous, cancellationToken), period.Kind);
        return new BoardView(await see.RunningAsync(totals, BoardRanking.Rank(totals, period.Kind), improved, own, cancellationToken))
        {
            Channel = channel,
            Period = period,
            GroupStreak = await groupStreak.HandleAsync(channel, cancellationToken),
        };
    }

    private async Task<BoardView> FromArchiveAsync(Channel channel, BoardPeriod period, FinalBoard final, BoardMember? own, CancellationToken cancellationToken) =>
        new(await see.ArchivedAsync(channel.Key.Group, final, own, cancellationToken))
        {
            Channel = channel,
            Period = period,
            GroupStreak = new GroupStreak(final.GroupStreak, final.LongestGroupStreak),
        };
}

/// <summary>A person's place on a board.</summary>
/// <param name="Points">The points.</param>
/// <param name="Rank">The rank; null for none.</param>
/// <param name="Ranked">How many people have a rank.</param>
public sealed record OwnPlace(int Points, int? Rank, int Ranked);

/// <summary>Which board somebody wants to see: the running one unless the last one or one of a date is named.</summary>
/// <param name="Kind">The kind of period.</param>
public sealed record BoardWish(BoardKind Kind)
{
    /// <summary>True for the period before the running one.</summary>
    public bool IsLast { get; init; }

    /// <summary>A date of the period; null for none.</summary>
    public LocalDate? On { get; init; }
}
