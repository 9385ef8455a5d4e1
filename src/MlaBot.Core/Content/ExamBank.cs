using MlaBot.Core.Exams;
using MlaBot.Core.Questions;

namespace MlaBot.Core.Content;

/// <summary>The items that an exam asks, each where the blueprint of that exam has it.</summary>
/// <remarks>An item that serves two exams may stand at different points of them, and an exam asks only items of its own question types.</remarks>
public sealed class ExamBank
{
    private readonly HashSet<BlueprintId> _points;
    private readonly HashSet<ItemId> _ids;
    private readonly Dictionary<DomainId, Item[]> _pools;

    /// <summary>Sorts the items of an exam out of a bank.</summary>
    /// <param name="exam">The exam.</param>
    /// <param name="items">Items of this and other exams; their order is kept.</param>
    public ExamBank(Exam exam, IReadOnlyList<Item> items)
    {
        Exam = exam;
        Items = [.. items.Where(item => item.Exams.Contains(exam.Id) && exam.Asks(item.Type))];
        _points = exam.Tasks.SelectMany(task => task.Points).Select(point => point.Id).ToHashSet();
        _ids = Items.Select(item => item.Id).ToHashSet();
        _pools = Items.GroupBy(DomainOf).ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The exam.</summary>
    public Exam Exam { get; }

    /// <summary>Its items in file order.</summary>
    public IReadOnlyList<Item> Items { get; }

    /// <summary>True when the exam asks the item.</summary>
    public bool Has(ItemId item) => _ids.Contains(item);

    /// <summary>True when the exam's blueprint has the point.</summary>
    public bool Knows(BlueprintId point) => _points.Contains(point);

    /// <summary>The items of a domain in file order; empty when there are none.</summary>
    public IReadOnlyList<Item> Of(DomainId domain) => _pools.GetValueOrDefault(domain) ?? [];

    /// <summary>What an item tests first in this exam: the first of its points that the exam has. The item's own main point when it has none.</summary>
    public BlueprintId PointOf(Item item)
    {
        foreach (var point in item.Blueprint)
        {
            if (_points.Contains(point))
            {
                return point;
            }
        }

        return item.Blueprint[0];
    }

    /// <summary>The task of <see cref="PointOf"/>.</summary>
    public TaskId TaskOf(Item item) => PointOf(item).Task;

    /// <summary>The domain of <see cref="PointOf"/>.</summary>
    public DomainId DomainOf(Item item) => TaskOf(item).Domain;
}
