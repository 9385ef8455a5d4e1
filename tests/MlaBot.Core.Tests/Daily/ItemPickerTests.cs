using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Daily;

public sealed class ItemPickerTests
{
    /// <summary>A domain of two or three tasks, and a bank that holds as many items for each task as its target says.</summary>
    private static Gen<Bank> FullBanks { get; } =
        from tasks in Gen.Choose(2, 3)
        from targets in Gen.ArrayOf(Gen.Choose(1, 40), tasks)
        select Bank.Of(targets, targets);

    /// <summary>A domain whose bank holds other numbers of items than it should.</summary>
    private static Gen<Bank> AnyBanks { get; } =
        from targets in Gen.ArrayOf(Gen.Choose(0, 20), 3)
        from held in Gen.ArrayOf(Gen.Choose(1, 12), 3)
        select Bank.Of(targets, held);

    [Fact]
    public void No_item_comes_back_before_the_pool_was_used_up() =>
        Prop.ForAll(AnyBanks.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (bank, seed) =>
            bank.Draw(bank.Pool.Count * 3, seed).Chunk(bank.Pool.Count).All(cycle => cycle.Distinct().Count() == bank.Pool.Count))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Tasks_follow_their_share_of_the_blueprint_within_one_item_all_the_way() =>
        Prop.ForAll(FullBanks.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (bank, seed) =>
        {
            var drawn = bank.Draw(bank.Pool.Count, seed);
            return bank.Domain.Tasks.All(task => Enumerable.Range(1, drawn.Count).All(count =>
            {
                var share = (double)task.BankTarget / bank.Pool.Count * count;
                return Math.Abs(drawn.Take(count).Count(item => Bank.TaskOf(item) == task.Id) - share) <= 1;
            }));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Blueprint_points_of_a_task_take_turns() =>
        Prop.ForAll(FullBanks.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (bank, seed) =>
        {
            var drawn = bank.Draw(bank.Pool.Count, seed).Select(bank.Item).ToArray();
            return bank.Domain.Tasks.All(task =>
            {
                // Two points a task, one with an item more than the other at most.
                var points = drawn.Where(item => item.Task == task.Id).Select(item => item.Blueprint[0]).ToArray();
                return points.Chunk(2).All(pair => pair.Distinct().Count() == pair.Length);
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_seed_picks_the_same_items() =>
        Prop.ForAll(AnyBanks.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (bank, seed) =>
            bank.Draw(bank.Pool.Count, seed).SequenceEqual(bank.Draw(bank.Pool.Count, seed))).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_seed_picks_other_items_sooner_or_later()
    {
        var bank = Bank.Of([10, 10, 10], [10, 10, 10]);

        Enumerable.Range(0, 20).Select(seed => string.Join(' ', bank.Draw(5, seed))).Distinct().Count().ShouldBeGreaterThan(15);
    }

    [Fact]
    public void The_item_to_be_swapped_is_not_picked_again() =>
        Prop.ForAll(AnyBanks.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (bank, seed) =>
        {
            var uses = bank.Draw(seed % bank.Pool.Count, seed).CountBy(id => id).ToDictionary();
            return bank.Pool.All(item => ItemPicker.Pick(bank.Pool, bank.Domain, uses, new Random(seed), not: item.Id)!.Id != item.Id);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_only_item_is_picked_even_when_it_is_to_be_swapped()
    {
        var only = New.ChoiceItem();

        ItemPicker.Pick([only], New.Domain("1", 5), new Dictionary<ItemId, int>(), new Random(1), not: only.Id).ShouldBe(only);
    }

    [Fact]
    public void An_empty_pool_gives_nothing()
    {
        ItemPicker.Pick([], New.Domain("1", 5), new Dictionary<ItemId, int>(), new Random(1)).ShouldBeNull();
        ItemPicker.Left([], new Dictionary<ItemId, int>()).ShouldBe(0);
    }

    [Fact]
    public void What_is_left_counts_down_to_the_first_repeat()
    {
        var bank = Bank.Of([2, 1, 1], [2, 1, 1]);
        var drawn = bank.Draw(9, seed: 7);

        Enumerable.Range(0, 9).Select(count => ItemPicker.Left(bank.Pool, drawn.Take(count).CountBy(id => id).ToDictionary()))
            .ShouldBe([4, 3, 2, 1, 4, 3, 2, 1, 4]);
    }

    [Fact]
    public void Uses_of_items_that_left_the_bank_do_no_harm()
    {
        var uses = new Dictionary<ItemId, int> { [new("q-1.1-9999")] = 5 };

        ItemPicker.Pick([New.ChoiceItem()], New.Domain("1", 5), uses, new Random(1)).ShouldNotBeNull();
    }

    [Fact]
    public void An_item_of_a_task_that_the_exam_does_not_name_is_still_picked()
    {
        var stray = New.ChoiceItem(id: "q-1.9-0001", point: "1.9.k1");

        ItemPicker.Pick([stray], New.Domain("1", 5), new Dictionary<ItemId, int>(), new Random(1)).ShouldBe(stray);
    }

    private sealed record Bank(ExamDomain Domain, IReadOnlyList<Item> Pool)
    {
        public static Bank Of(int[] targets, int[] held) => new(
            New.Domain("1", targets),
            [.. held.SelectMany((count, task) => Enumerable.Range(0, count).Select(number => (Item)New.ChoiceItem(
                id: $"q-1.{task + 1}-{number:0000}", point: $"1.{task + 1}.k{(number % 2) + 1}")))]);

        public Item Item(ItemId id) => Pool.First(item => item.Id == id);

        public static TaskId TaskOf(ItemId id) => new(id.Value[2..5]);

        public IReadOnlyList<ItemId> Draw(int count, int seed)
        {
            var random = new Random(seed);
            var uses = new Dictionary<ItemId, int>();
            var drawn = new List<ItemId>();
            for (var number = 0; number < count; number++)
            {
                var item = ItemPicker.Pick(Pool, Domain, uses, random)!;
                uses[item.Id] = uses.GetValueOrDefault(item.Id) + 1;
                drawn.Add(item.Id);
            }

            return drawn;
        }
    }
}
