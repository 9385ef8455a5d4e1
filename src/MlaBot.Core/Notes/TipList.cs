using MlaBot.Core.Exams;

namespace MlaBot.Core.Notes;

/// <summary>Leaves out the tips on question types that an exam does not ask.</summary>
public static class TipList
{
    /// <summary>The tips for an exam, in file order.</summary>
    /// <param name="tips">All tips.</param>
    /// <param name="exam">The exam.</param>
    public static IReadOnlyList<Tip> For(IReadOnlyList<Tip> tips, Exam exam) =>
        [.. tips.Where(tip => tip.Types.Count == 0 || tip.Types.Any(exam.Asks))];
}
