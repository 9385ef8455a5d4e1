namespace MlaBot.Core.Boards;

/// <summary>A board as it stood when its period was over; kept for ever. Its text is stored: never rename a member.</summary>
/// <param name="Participants">People who were counted.</param>
/// <param name="Lines">Everybody who answered: ranked people first, best first; hidden ones last.</param>
/// <param name="Improved">Who improved most, best first.</param>
/// <param name="GroupStreak">The group's days in a row at that time.</param>
/// <param name="LongestGroupStreak">The longest such row until then.</param>
public sealed record FinalBoard(
    int Participants, IReadOnlyList<FinalLine> Lines, IReadOnlyList<FinalImprovement> Improved, int GroupStreak, int LongestGroupStreak)
{
    // Where nobody is ranked, few answers keep nobody behind the others.
    private static readonly Comparer<FinalLine> ByMerit = Comparer<FinalLine>.Create((left, right) =>
        BoardRanking.Merit((left.Points, left.Right, left.Answered), (right.Points, right.Right, right.Answered)) is not 0 and var merit ? merit : left.Member.CompareTo(right.Member));

    /// <summary>Answers of the people who are counted.</summary>
    public int CountAnswers() => Lines.Where(line => !line.IsHidden).Sum(line => line.Answered);

    /// <summary>The same board without people who left boards since.</summary>
    /// <param name="left">Who chose not to be seen.</param>
    /// <returns>Nobody sees or counts them and the others close up, so that no gap tells of them; with too few people left nobody is ranked. Their
    /// lines stand at the end, like those of people who had left before.</returns>
    public FinalBoard Without(IReadOnlySet<MemberId> left)
    {
        FinalLine[] seen = [.. Lines.Where(line => !line.IsHidden && !left.Contains(new MemberId(line.Member)))];
        if (seen.Length == Participants)
        {
            return this;
        }

        var hasRanks = seen.Length >= BoardRules.FewestForRanks;
        return this with
        {
            Participants = seen.Length,
            Lines =
            [
                .. hasRanks ? ClosedUp(seen) : seen.Order(ByMerit).Select(line => line with { Rank = null }),
                .. Lines.Where(line => line.IsHidden || left.Contains(new MemberId(line.Member))).OrderBy(line => line.Member).Select(line => line with { Rank = null, IsHidden = true }),
            ],
            Improved = hasRanks ? [.. Improved.Where(each => !left.Contains(new MemberId(each.Member)))] : [],
        };
    }

    private static IEnumerable<FinalLine> ClosedUp(FinalLine[] lines)
    {
        int? before = null;
        int? rank = null;
        foreach (var (index, line) in lines.Index())
        {
            rank = line.Rank is null ? null : line.Rank == before ? rank : index + 1;
            before = line.Rank;
            yield return line with { Rank = rank };
        }
    }
}

/// <summary>A person's final line.</summary>
/// <param name="Member">The number of the store.</param>
/// <param name="Name">The alias or name of that time.</param>
/// <param name="Answered">First answers to due questions.</param>
/// <param name="Right">How many of them were right.</param>
/// <param name="Points">The points by the rule of that time.</param>
/// <param name="Rank">The rank; null for someone who was not ranked.</param>
/// <param name="IsHidden">True for someone who was not to be seen: the line is shown to that person alone.</param>
public sealed record FinalLine(long Member, string Name, int Answered, int Right, int Points, int? Rank, bool IsHidden);

/// <summary>Somebody who improved.</summary>
/// <param name="Member">The number of the store.</param>
/// <param name="Name">The alias or name of that time.</param>
/// <param name="Before">The share right of the period before, in percent.</param>
/// <param name="Now">That of the period, in percent.</param>
public sealed record FinalImprovement(long Member, string Name, int Before, int Now);
