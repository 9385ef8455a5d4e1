using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Boards;

/// <summary>Makes the lasting form of a board.</summary>
public sealed class MakeFinalBoard(IBoardStore boards, ShowGroupStreak groupStreak)
{
    /// <summary>A board as it stands.</summary>
    public async Task<FinalBoard> MakeAsync(Channel channel, BoardPeriod period, CancellationToken cancellationToken)
    {
        var totals = await boards.TotalsAsync(channel.Key, period, cancellationToken);
        var before = await boards.TotalsAsync(channel.Key, period.Previous, cancellationToken);
        return await MakeAsync(channel, BoardRanking.Rank(totals, period.Kind), totals, Improvement.Most(totals, before, period.Kind), period.End, cancellationToken);
    }

    /// <summary>The lasting form of a ranking.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="standings">The people who may be seen, as ranked.</param>
    /// <param name="totals">Everybody who answered.</param>
    /// <param name="improved">Who improved most.</param>
    /// <param name="end">The first date after it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<FinalBoard> MakeAsync(
        Channel channel,
        IReadOnlyList<Standing> standings,
        IReadOnlyList<BoardTotal> totals,
        IReadOnlyList<Improvement> improved,
        LocalDate end,
        CancellationToken cancellationToken)
    {
        var members = await boards.MembersAsync([.. totals.Select(total => total.Member)], cancellationToken);
        var streak = await groupStreak.UntilAsync(channel, end, cancellationToken);
        return new FinalBoard(
            standings.Count,
            [
                .. standings.Select(standing => Line(standing.Total, standing.Rank)),
                .. totals.Where(total => total.IsHidden).OrderBy(total => total.Member.Value).Select(total => Line(total, rank: null)),
            ],
            [.. improved.Select(improvement => Final(improvement, members[improvement.Member].Shown))],
            streak.Current,
            streak.Longest);

        FinalLine Line(BoardTotal total, int? rank) =>
            new(total.Member.Value, members[total.Member].Shown, total.Answered, total.Right, total.Points, rank, total.IsHidden);
    }

    /// <summary>A board of the archive as everybody may see it now: without people who left boards since, and with the aliases of today. Only
    /// the lines that may be shown to all are named anew: the first ones.</summary>
    public async Task<FinalBoard> AsSeenNowAsync(GroupKey group, FinalBoard final, CancellationToken cancellationToken)
    {
        var now = final.Without(await boards.HiddenAsync(group, cancellationToken));
        FinalLine[] first = [.. now.Lines.Take(BoardRules.MostTopLines)];
        MemberId[] asked = [.. first.Select(line => line.Member).Concat(now.Improved.Select(improved => improved.Member)).Distinct().Select(id => new MemberId(id))];
        var members = await boards.MembersAsync(asked, cancellationToken);
        return now with
        {
            Lines = [.. first.Select(line => line with { Name = members[new MemberId(line.Member)].ShownAs(line.Name) }), .. now.Lines.Skip(first.Length)],
            Improved = [.. now.Improved.Select(improved => improved with { Name = members[new MemberId(improved.Member)].ShownAs(improved.Name) })],
        };
    }

    /// <summary>An improvement with its name and rounded shares.</summary>
    public static FinalImprovement Final(Improvement improvement, string name) =>
        new(improvement.Member.Value, name, Percent(improvement.Before), Percent(improvement.Now));

    private static int Percent(BoardTotal total) => (int)Math.Round(100.0 * total.Right / total.Answered, MidpointRounding.AwayFromZero);
}
