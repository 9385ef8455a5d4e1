using MlaBot.Core.Exams;
using NodaTime;

namespace MlaBot.Core.Notes;

/// <summary>A plan of the weeks up to an exam.</summary>
/// <param name="Exam">The exam.</param>
/// <param name="ExamDay">The day of the exam.</param>
/// <param name="Weeks">The weeks in order; at least one.</param>
/// <param name="Weak">Domains to go over, the weakest first.</param>
/// <param name="IsFromRecord">True when a learner's own answers shaped it; false when the exam's weights alone did.</param>
public sealed record StudyPlan(Exam Exam, LocalDate ExamDay, IReadOnlyList<PlanWeek> Weeks, IReadOnlyList<ExamDomain> Weak, bool IsFromRecord)
{
    /// <summary>True when the exam is so far away that the first week does not begin today.</summary>
    public bool BeginsLater { get; init; }
}

/// <summary>A week of a plan.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day; the eve of the exam at the latest.</param>
/// <param name="Phases">What it is for, in order; at least one.</param>
/// <param name="Tasks">The tasks to study; empty without <see cref="StudyPhase.Study"/>.</param>
public sealed record PlanWeek(LocalDate From, LocalDate To, IReadOnlyList<StudyPhase> Phases, IReadOnlyList<ExamTask> Tasks);
