using MlaBot.Core.Channels;

namespace MlaBot.Core.Boards;

/// <summary>Makes the lasting form of a board.</summary>
public sealed class MakeFinalBoard(IBoardStore boards, ShowGroupStreak groupStreak)
{
    /// <summary>The name in the place of someone who chose not to be seen, or is known no more.</summary>
    public const string Nobody = "someone";

    /// <summary>A board as it stands.</summary>
    public async Task<FinalBoard> MakeAsync(Channel channel, BoardPeriod period, CancellationToken cancellationToken)
    {
        var totals = await boards.TotalsAsync(channel.Key, period, cancellationToken);
        var before = await boards.TotalsAsync(channel.Key, period.Previous, cancellationToken);
        var members = await boards.MembersAsync([.. totals.Select(total => total.Member)], cancellationToken);
        var standings = BoardRanking.Rank(totals, period.Kind);
        var streak = await groupStreak.HandleAsync(channel, cancellationToken);
        return new FinalBoard(
            standings.Count,
            [
                .. standings.Select(standing => Line(standing.Total, standing.Rank)),
                .. totals.Where(total => total.IsHidden).OrderBy(total => total.Member.Value).Select(total => Line(total, rank: null)),
            ],
            [.. Improvement.Most(totals, before, period.Kind).Select(improvement => Final(improvement, NameOf(improvement.Member)))],
            streak.Current,
            streak.Longest);

        FinalLine Line(BoardTotal total, int? rank) =>
            new(total.Member.Value, NameOf(total.Member), total.Answered, total.Right, total.Points, rank, total.IsHidden);

        string NameOf(MemberId member) => members.TryGetValue(member, out var known) ? known.Shown : Nobody;
    }

    /// <summary>The same board without the names of those who chose meanwhile not to be seen. Only the lines that may be shown to all are looked
    /// up: the first ones.</summary>
    public async Task<FinalBoard> AsSeenNowAsync(FinalBoard final, CancellationToken cancellationToken)
    {
        FinalLine[] first = [.. final.Lines.Take(BoardRules.MostTopLines)];
        MemberId[] asked = [.. first.Select(line => line.Member).Concat(final.Improved.Select(improved => improved.Member)).Distinct().Select(id => new MemberId(id))];
        var members = await boards.MembersAsync(asked, cancellationToken);
        return final with
        {
            Lines = [.. first.Select(line => line with { Name = Seen(line.Member, line.Name) })],
            Improved = [.. final.Improved.Where(improved => Seen(improved.Member, improved.Name) != Nobody)],
        };

        string Seen(long id, string name) => members.TryGetValue(new MemberId(id), out var member) && !member.Choice.IsHidden ? name : Nobody;
    }

    /// <summary>An improvement with its name and rounded shares.</summary>
    public static FinalImprovement Final(Improvement improvement, string name) =>
        new(improvement.Member.Value, name, Percent(improvement.Before), Percent(improvement.Now));

    private static int Percent(BoardTotal total) => (int)Math.Round(100.0 * total.Right / total.Answered, MidpointRounding.AwayFromZero);
}
