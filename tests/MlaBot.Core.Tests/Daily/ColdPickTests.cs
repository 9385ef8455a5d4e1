using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Daily;

public sealed class ColdPickTests
{
    private static readonly Dictionary<ItemId, PickReason> NoAdvice = [];

    /// <summary>Domains of one to four tasks, banks of any size, and a coldness for some of the items.</summary>
    private static Gen<Case> Cases { get; } =
        from tasks in Gen.Choose(1, 4)
        from targets in Gen.ArrayOf(Gen.Choose(1, 40), tasks)
        from held in Gen.ArrayOf(Gen.Choose(1, 25), tasks)
        from shares in Gen.ArrayOf(Gen.Choose(0, 10), tasks * 2)
        from seed in Gen.Choose(0, int.MaxValue)
        select Case.Of(targets, held, shares, seed);

    [Fact]
    public void No_item_comes_back_before_the_pool_was_used_up() =>
        Prop.ForAll(Cases.ToArbitrary(), each =>
            each.Draw(each.Pool.Count * 3).Chunk(each.Pool.Count).All(cycle => cycle.Distinct().Count() == each.Pool.Count)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_task_gets_more_than_the_mix_allows_only_when_no_task_with_room_has_a_fresh_item() =>
        Prop.ForAll(Cases.ToArbitrary(), each =>
        {
            var drawn = each.Draw(each.Pool.Count * 3);
            // Without advice the picker knows no mix and goes by what is owed alone.
            return each.Advice.Count == 0 || Enumerable.Range(0, drawn.Count).All(index =>
            {
                var window = drawn.Skip(Math.Max(0, index - 19)).Take(Math.Min(20, index + 1)).Select(TaskOf).ToArray();
                var (used, cycle) = (drawn.Take(index).ToArray(), index / each.Pool.Count * each.Pool.Count);
                var fresh = each.Pool.Select(item => item.Id).Except(used.Skip(cycle)).Select(TaskOf).Distinct();
                return window.Count(task => task == TaskOf(drawn[index])) <= each.Most(TaskOf(drawn[index]), window.Length)
                    || fresh.All(task => window[..^1].Count(other => other == task) + 1 > each.Most(task, window.Length));
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_mix_leaves_every_other_task_half_of_its_share_together() =>
        Prop.ForAll(Gen.Choose(1, 999).ToArbitrary(), thousandth =>
        {
            var share = thousandth / 1000.0;
            return TaskMix.Most(share, 20) <= Math.Ceiling(40 * share) && TaskMix.Most(share, 20) <= Math.Ceiling(20 - (20 * (1 - share) / 2)) && TaskMix.Most(share, 20) >= Math.Floor(20 * share);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_advice_the_picks_are_exactly_the_old_ones() =>
        Prop.ForAll(Cases.ToArbitrary(), each =>
        {
            var (old, now, uses) = (new Random(each.Seed), new Random(each.Seed), new Dictionary<ItemId, int>());
            return Enumerable.Range(0, each.Pool.Count * 2).All(_ =>
            {
                var expected = ItemPicker.Pick(each.Pool, each.Domain, uses, old)!;
                var (item, reason) = ItemPicker.Pick(each.Pool, each.Domain, uses, NoAdvice, [], now);
                uses[expected.Id] = uses.GetValueOrDefault(expected.Id) + 1;
                return item == expected && reason is null;
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_first_pick_is_one_of_the_coldest_items_and_says_why() =>
        Prop.ForAll(Cases.ToArbitrary(), each =>
        {
            var (item, reason) = ItemPicker.Pick(each.Pool, each.Domain, new Dictionary<ItemId, int>(), each.Advice, [], new Random(each.Seed));
            return each.Advice.Count == 0 ? reason is null : reason == each.Advice[item!.Id] && reason!.Share <= each.Advice.Values.Min(other => other.Share);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_item_to_be_swapped_is_not_picked_again() =>
        Prop.ForAll(Cases.ToArbitrary(), each => each.Pool.Count == 1 || each.Pool.All(item =>
            ItemPicker.Pick(each.Pool, each.Domain, new Dictionary<ItemId, int>(), each.Advice, [], new Random(each.Seed), item.Id).Item!.Id != item.Id)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_cold_task_of_a_fifth_gets_two_fifths_and_no_more()
    {
        var each = Case.Of([10, 40], [100, 400], [], seed: 1);
        var cold = each.Pool.Where(item => item.Task == new TaskId("1.1")).ToDictionary(item => item.Id, item => new PickReason(item.Task, null, 0.2));

        var drawn = (each with { Advice = cold }).Draw(100);

        Enumerable.Range(0, 81).ShouldAllBe(start => drawn.Skip(start).Take(20).Count(id => TaskOf(id) == new TaskId("1.1")) == 8);
    }

    [Fact]
    public void An_empty_pool_gives_nothing() =>
        ItemPicker.Pick([], New.Domain("1", 5), new Dictionary<ItemId, int>(), NoAdvice, [], new Random(1)).ShouldBe((null, null));

    [Fact]
    public void A_reason_is_said_in_a_few_words() =>
        new PickReason(new("1.2"), "glue", 0.414).ToString().ShouldBe("the group is cold at task 1.2, glue: 41 % right");

    private static TaskId TaskOf(ItemId id) => new(id.Value[2..5]);

    private sealed record Case(ExamDomain Domain, IReadOnlyList<Item> Pool, Dictionary<ItemId, PickReason> Advice, int Seed)
    {
        public static Case Of(int[] targets, int[] held, int[] shares, int seed)
        {
            Item[] pool = [.. held.SelectMany((count, task) => Enumerable.Range(0, count).Select(number => (Item)New.ChoiceItem(
                id: $"q-1.{task + 1}-{number:0000}", point: $"1.{task + 1}.k{(number % 2) + 1}")))];
            // A share of 7 or more stands for a cell that is not cold or not known; items of a task lie in two cells.
            var advice = pool.Index()
                .Select(each => (each.Item, Share: shares.Length == 0 ? 10 : shares[(((each.Item.Id.Value[4] - '1') * 2) + (each.Index % 2)) % shares.Length]))
                .Where(each => each.Share < 7)
                .ToDictionary(each => each.Item.Id, each => new PickReason(each.Item.Task, null, each.Share / 10.0));
            return new Case(New.Domain("1", targets), pool, advice, seed);
        }

        public int Most(TaskId task, int window)
        {
            var share = (double)Domain.Tasks.Single(each => each.Id == task).BankTarget / Domain.Tasks.Sum(each => each.BankTarget);
            // The rule in numbers of its own: twice the share, and half of the others' share stays theirs.
            return Math.Max(1, (int)Math.Ceiling(Math.Min(2 * share * window, window - ((1 - share) * window / 2)) - 1e-6));
        }

        public List<ItemId> Draw(int count)
        {
            var random = new Random(Seed);
            var uses = new Dictionary<ItemId, int>();
            var drawn = new List<ItemId>();
            for (var number = 0; number < count; number++)
            {
                var item = ItemPicker.Pick(Pool, Domain, uses, Advice, [.. Enumerable.Reverse(drawn)], random).Item!;
                uses[item.Id] = uses.GetValueOrDefault(item.Id) + 1;
                drawn.Add(item.Id);
            }

            return drawn;
        }
    }
}
