using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Boards;

namespace MlaBot.Core.Tests.Boards;

public sealed class BoardLaws
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static Gen<BoardTotal[]> Totals { get; } =
        from many in Gen.Choose(0, 40)
        from most in Gen.Elements(4, 12, 60)
        from all in Gen.ArrayOf(
            from answered in Gen.Choose(1, most)
            from right in Gen.Choose(0, answered)
            from hidden in Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (answered, right, hidden),
            many)
        select all.Select((each, index) => new BoardTotal(new MemberId(index + 1), each.answered, each.right, each.hidden)).ToArray();

    private static Gen<BoardKind> Kinds { get; } = Gen.Elements(BoardPeriod.Ending.Append(BoardKind.All).ToArray());

    private static Arbitrary<(BoardTotal[] Totals, BoardKind Kind)> Boards { get; } = (from totals in Totals from kind in Kinds select (totals, kind)).ToArbitrary();

    [Fact]
    public void A_board_without_people_who_left_is_as_if_they_had_left_before_it_ended() => Prop.ForAll(
        Totals.ToArbitrary(),
        Gen.Choose(1, 5).ToArbitrary(),
        (totals, every) =>
        {
            var left = totals.Select(total => total.Member).Where(member => member.Value % every == 0).ToHashSet();
            var without = Final(totals).Without(left);
            var anew = Final([.. totals.Select(total => total with { IsHidden = total.IsHidden || left.Contains(total.Member) })]);
            return without.Participants == anew.Participants && without.Lines.SequenceEqual(anew.Lines) && without.CountAnswers() == anew.CountAnswers();
        }).Check(Often);

    [Fact]
    public void With_too_few_people_left_for_ranks_nobody_stays_behind_for_few_answers()
    {
        BoardTotal[] totals = [new(new MemberId(1), 1, 1, IsHidden: false), new(new MemberId(2), 2, 0, IsHidden: false), new(new MemberId(3), 4, 0, IsHidden: false)];
        Final(totals).Lines.Select(line => line.Member).ShouldBe([3, 2, 1]);
        Final(totals).Without(new HashSet<MemberId> { new(3) }).Lines.Select(line => (line.Member, line.Rank)).ShouldBe([(1, null), (2, null), (3, null)]);
    }

    [Fact]
    public void Ranks_are_one_more_than_the_people_who_are_ahead() => Prop.ForAll(Boards, board =>
    {
        var ranked = BoardRanking.Rank(board.Totals, board.Kind).Where(standing => standing.Rank is not null).ToArray();
        return ranked.All(each => each.Rank == 1 + ranked.Count(other => IsAhead(other.Total, each.Total)));
    }).Check(Often);

    [Fact]
    public void Who_is_ranked_follows_from_the_own_answers_and_the_number_of_people() => Prop.ForAll(Boards, board =>
    {
        var seen = board.Totals.Count(total => !total.IsHidden);
        return BoardRanking.Rank(board.Totals, board.Kind) is var standings && standings.Count == seen
            && standings.All(each => !each.Total.IsHidden && (each.Rank is not null) == (seen >= 3 && each.Total.Answered >= BoardRules.MinimumSample(board.Kind)));
    }).Check(Often);

    [Fact]
    public void The_order_in_which_people_are_read_changes_nothing() => Prop.ForAll(Boards, Gen.Choose(0, int.MaxValue).ToArbitrary(), (board, seed) =>
    {
        var shuffled = board.Totals.ToArray();
        new Random(seed).Shuffle(shuffled);
        return BoardRanking.Rank(shuffled, board.Kind).SequenceEqual(BoardRanking.Rank(board.Totals, board.Kind));
    }).Check(Often);

    [Fact]
    public void Hidden_people_change_nothing_for_the_others() => Prop.ForAll(Boards, board =>
        BoardRanking.Rank(board.Totals, board.Kind).SequenceEqual(BoardRanking.Rank(board.Totals.Where(total => !total.IsHidden), board.Kind))).Check(Often);

    [Fact]
    public void One_more_right_answer_never_costs_a_rank() => Prop.ForAll(Boards, board =>
    {
        var before = BoardRanking.Rank(board.Totals, board.Kind);
        return before.Where(each => each.Rank is not null).All(each =>
        {
            var more = board.Totals.Select(total => total.Member == each.Total.Member ? total with { Answered = total.Answered + 1, Right = total.Right + 1 } : total);
            return BoardRanking.Rank(more, board.Kind).Single(now => now.Total.Member == each.Total.Member).Rank <= each.Rank;
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Ten_for_right_two_for_taking_part() => Prop.ForAll(Totals.ToArbitrary(), totals =>
        totals.All(total => total.Points == (10 * total.Right) + (2 * (total.Answered - total.Right)) && total.Points > 0)).Check(Often);

    [Fact]
    public void Everybody_who_is_ranked_sees_the_own_line_once_and_three_neighbours_on_each_side() => Prop.ForAll(Boards, board =>
    {
        SliceEntry[] entries = [.. BoardRanking.Rank(board.Totals, board.Kind).Select(standing => new SliceEntry(standing.Total.Member, standing.Rank))];
        var ranked = entries.Count(entry => entry.Rank is not null);
        return Enumerable.Range(0, ranked).All(own =>
        {
            var slice = BoardSlice.Of(entries, entries[own].Member);
            int[] shown = [.. slice.Top, .. slice.Around];
            return slice.Own == own && shown.Distinct().Count() == shown.Length && shown.SequenceEqual(shown.Order())
                && Enumerable.Range(own - 3, 7).Where(index => index >= 0 && index < ranked).All(shown.Contains)
                && slice.Around.All(index => Math.Abs(index - own) <= 3)
                && slice.Top.Count <= BoardRules.MostTopLines && slice.Top.All(index => entries[index].Rank <= BoardRules.TopRanks)
                && slice.AheadOf is null or >= 0 and <= 100;
        });
    }).Check(Often);

    [Fact]
    public void Who_asks_without_a_rank_sees_the_top_alone() => Prop.ForAll(Boards, board =>
    {
        SliceEntry[] entries = [.. BoardRanking.Rank(board.Totals, board.Kind).Select(standing => new SliceEntry(standing.Total.Member, standing.Rank))];
        var slice = BoardSlice.Of(entries, own: null);
        return slice.Around.Count == 0 && slice.Own is null && slice.AheadOf is null
            && (entries.Length < 3 ? slice.Top.Count == entries.Length : slice.Top.All(index => entries[index].Rank is not null));
    }).Check(Often);

    [Fact]
    public void Who_improved_rose_is_seen_and_has_the_sample_in_both_periods() => Prop.ForAll(Boards, Totals.ToArbitrary(), (board, before) =>
        Improvement.Most(board.Totals, before, board.Kind).All(each =>
            each.Gain is > 0 and <= 1 && !each.Now.IsHidden && !each.Before.IsHidden
            && Math.Min(each.Now.Answered, each.Before.Answered) >= BoardRules.MinimumSample(board.Kind)
            && (double)each.Now.Right / each.Now.Answered > (double)each.Before.Right / each.Before.Answered)).Check(Often);

    [Fact]
    public void The_same_record_twice_is_no_improvement() => Prop.ForAll(Boards, board => Improvement.Most(board.Totals, board.Totals, board.Kind).Count == 0).Check(Often);

    [Fact]
    public void A_shrunk_share_lies_between_the_own_and_the_mean_and_nearer_to_the_own_with_more_answers() => Prop.ForAll(Totals.ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (totals, percent) =>
        totals.All(total =>
        {
            var mean = percent / 100.0;
            var own = (double)total.Right / total.Answered;
            var shrunk = Improvement.Shrunk(total, mean);
            var twice = Improvement.Shrunk(total with { Answered = total.Answered * 2, Right = total.Right * 2 }, mean);
            return shrunk >= Math.Min(own, mean) - 1e-9 && shrunk <= Math.Max(own, mean) + 1e-9 && Math.Abs(twice - own) <= Math.Abs(shrunk - own) + 1e-9;
        })).Check(Often);

    private static bool IsAhead(BoardTotal left, BoardTotal right) =>
        left.Points > right.Points || (left.Points == right.Points && left.Right * right.Answered > right.Right * left.Answered);

    private static FinalBoard Final(BoardTotal[] totals)
    {
        var standings = BoardRanking.Rank(totals, minimum: 2);
        return new FinalBoard(
            standings.Count,
            [.. standings.Select(standing => Line(standing.Total, standing.Rank)), .. totals.Where(total => total.IsHidden).Select(total => Line(total, rank: null))],
            [],
            0,
            0);

        static FinalLine Line(BoardTotal total, int? rank) =>
            new(total.Member.Value, $"n{total.Member.Value}", total.Answered, total.Right, total.Points, rank, total.IsHidden);
    }
}
