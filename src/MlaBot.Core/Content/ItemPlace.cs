using MlaBot.Core.Exams;
using MlaBot.Core.Questions;

namespace MlaBot.Core.Content;

/// <summary>Where an item stands in an exam, in numbers and titles.</summary>
/// <param name="Domain">The domain's number.</param>
/// <param name="DomainTitle">Its title; the number when no exam of the content has it.</param>
/// <param name="TaskTitle">The title of its task; null when no exam of the content has it.</param>
public sealed record ItemPlace(DomainId Domain, string DomainTitle, string? TaskTitle)
{
    /// <summary>Finds the place of an item.</summary>
    /// <param name="content">The content.</param>
    /// <param name="item">An item, also of a version that has left the bank.</param>
    /// <param name="wanted">The exam of the channel in which the item is shown.</param>
    /// <returns>The place in that exam; where the item does not serve it (any more), the place in the first exam that it serves.</returns>
    public static ItemPlace Of(ContentSnapshot content, Item item, ExamId? wanted)
    {
        var exam = wanted is { } asked && item.Exams.Contains(asked) && content.Exam(asked) is not null
            ? asked
            : item.Exams.FirstOrDefault(each => content.Exam(each) is not null);
        if (content.Bank(exam) is not { } bank)
        {
            return new ItemPlace(item.Domain, item.Domain.Value, null);
        }

        var task = bank.TaskOf(item);
        return new ItemPlace(
            task.Domain, bank.Exam.Domain(task.Domain)?.Title ?? task.Domain.Value, bank.Exam.Tasks.FirstOrDefault(each => each.Id == task)?.Title);
    }
}
