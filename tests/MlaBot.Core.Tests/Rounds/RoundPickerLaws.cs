using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Reports;
using MlaBot.Core.Rounds;
using MlaBot.Testing;

namespace MlaBot.Core.Tests.Rounds;

public sealed class RoundPickerLaws
{
    private const int PerTask = 7;

    private static readonly Gen<Bank> Banks =
        from domains in Gen.Choose(1, 5)
        from weights in Gen.ArrayOf(Gen.Choose(5, 60), domains)
        from uses in Gen.ArrayOf(Gen.Choose(0, 3), domains * 3 * PerTask)
        from resting in Gen.ArrayOf(Gen.Choose(0, 9), domains * 3 * PerTask)
        from wished in Gen.ArrayOf(Gen.Elements(true, false), domains)
        from questions in Gen.Choose(1, RoundRules.MostQuestions)
        from seed in Gen.Choose(0, int.MaxValue)
        select Bank.Of(weights, uses, resting, wished, questions, seed);

    [Fact]
    public void No_item_comes_twice_and_only_wished_domains_and_no_resting_item_come() =>
        Prop.ForAll(Banks.ToArbitrary(), bank =>
        {
            var picked = bank.Pick();
            picked.Distinct().Count().ShouldBe(picked.Count);
            picked.Count.ShouldBe(Math.Min(bank.Options.Questions, bank.Free.Count));
            picked.ShouldBeSubsetOf(bank.Free);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Domains_follow_their_weights_within_one_question_all_the_way() =>
        Prop.ForAll(Banks.ToArbitrary(), all =>
        {
            // A full bank: where a domain runs dry no order can keep the shares.
            var bank = all with { Resting = new HashSet<ItemId>() };
            var picked = bank.Pick();
            var domains = bank.Exam.Domains.Where(domain => bank.IsWished(domain.Id)).ToArray();
            var total = domains.Sum(domain => domain.Weight);
            for (var count = 1; count <= picked.Count; count++)
            {
                foreach (var domain in domains)
                {
                    var share = (double)count * domain.Weight / total;
                    Math.Abs(picked.Take(count).Count(item => Bank.DomainOf(item) == domain.Id) - share).ShouldBeLessThanOrEqualTo(1 + 1e-9);
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_a_task_the_items_that_were_used_least_come_first() =>
        Prop.ForAll(Banks.ToArbitrary(), bank =>
        {
            var picked = bank.Pick();
            foreach (var task in bank.Free.GroupBy(Bank.TaskOf))
            {
                var taken = task.Where(picked.Contains).ToArray();
                var left = task.Except(taken).ToArray();
                if (taken.Length > 0 && left.Length > 0)
                {
                    taken.Max(item => bank.Uses.GetValueOrDefault(item)).ShouldBeLessThanOrEqualTo(left.Min(item => bank.Uses.GetValueOrDefault(item)));
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Where_a_domain_runs_dry_the_others_share_the_rest_by_their_weights()
    {
        var bank = Bank.Of([50, 30, 20], new int[63], new int[63], [true, true, true], 20, 1);
        var resting = bank.Free.Where(item => Bank.DomainOf(item) == new DomainId("1")).Skip(1).ToHashSet();

        var picked = (bank with { Resting = resting }).Pick();

        picked.CountBy(Bank.DomainOf).OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).Select(pair => pair.Value).First().ShouldBe(1);
        picked.Count(item => Bank.DomainOf(item) == new DomainId("2")).ShouldBeInRange(11, 12);
    }

    [Fact]
    public void The_same_seed_picks_the_same_items() => Prop.ForAll(Banks.ToArbitrary(), bank => bank.Pick().SequenceEqual(bank.Pick())).QuickCheckThrowOnFailure();

    private sealed record Bank(Exam Exam, ContentSnapshot Content, IReadOnlyDictionary<ItemId, int> Uses, IReadOnlySet<ItemId> Resting, RoundOptions Options, int Seed)
    {
        public IReadOnlyList<ItemId> Free => [.. Exam.Domains.Where(domain => IsWished(domain.Id)).SelectMany(domain => Content.Pool(Exam.Id, domain.Id)).Select(item => item.Id).Where(item => !Resting.Contains(item))];

        public static Bank Of(int[] weights, int[] uses, int[] resting, bool[] wished, int questions, int seed)
        {
            var exam = New.Exam([.. weights.Select((weight, index) => New.Domain($"{index + 1}", PerTask, PerTask, PerTask) with { Weight = weight })]);
            ChoiceItem[] items =
            [
                .. from domain in Enumerable.Range(1, weights.Length)
                   from task in Enumerable.Range(1, 3)
                   from number in Enumerable.Range(1, PerTask)
                   select New.ChoiceItem(id: $"q-{domain}.{task}-{number:0000}", point: $"{domain}.{task}.k1"),
            ];
            return new(
                exam,
                new ContentSnapshot([exam], items, [], []),
                items.Select((item, index) => (item.Id, Uses: uses[index])).ToDictionary(),
                items.Where((_, index) => resting[index] == 9).Select(item => item.Id).ToHashSet(),
                new RoundOptions { Questions = questions, Domains = [.. exam.Domains.Where((_, index) => wished[index]).Select(domain => domain.Id)] },
                seed);
        }

        public bool IsWished(DomainId domain) => Options.Domains.Count == 0 || Options.Domains.Contains(domain);

        public IReadOnlyList<ItemId> Pick() => RoundPicker.Pick(
            Content, Exam, Options, Uses, Resting.Select(item => new ShownVersion(item, 1)).ToHashSet(), new Random(Seed));

        public static DomainId DomainOf(ItemId item) => new(item.Value[2..3]);

        public static string TaskOf(ItemId item) => item.Value[2..5];
    }
}
