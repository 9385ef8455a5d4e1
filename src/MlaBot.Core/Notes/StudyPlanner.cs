using MlaBot.Core.Exams;
using MlaBot.Core.Home;
using NodaTime;

namespace MlaBot.Core.Notes;

/// <summary>Shares the weeks up to an exam out: find gaps, study, revise, practise, rehearse.</summary>
public static class StudyPlanner
{
    /// <summary>The weeks of the longest plan; one for a later exam begins later.</summary>
    public const int MostWeeks = 20;

    private const int DaysOfWeek = 7;

    // A domain with few answers counts as if so many more had been given, half of them right: two lucky answers make nobody strong.
    private const int Doubt = 8;

    /// <summary>Makes a plan.</summary>
    /// <param name="exam">The exam.</param>
    /// <param name="today">The learner's day.</param>
    /// <param name="examDay">The day of the exam; after <paramref name="today"/>.</param>
    /// <param name="record">The learner's first attempts by domain; empty when there are none.</param>
    public static StudyPlan Plan(Exam exam, LocalDate today, LocalDate examDay, IReadOnlyList<DomainRecord> record)
    {
        var days = Period.DaysBetween(today, examDay);
        // Weeks end with the eve of the exam; the days left over make the first one shorter or longer by up to three days.
        var count = Math.Clamp((days + (DaysOfWeek / 2)) / DaysOfWeek, 1, MostWeeks);
        var isWhole = days <= (MostWeeks * DaysOfWeek) + (DaysOfWeek / 2);
        var phases = PhasesOf(count);
        var studying = phases.Count(week => week.Contains(StudyPhase.Study));
        var shares = Shares(exam, record);
        var studied = 0;
        var weeks = new List<PlanWeek>();
        for (var index = 0; index < count; index++)
        {
            var start = examDay.PlusDays(-DaysOfWeek * (count - index));
            var tasks = phases[index].Contains(StudyPhase.Study) ? Between(shares, studied++, studying) : [];
            weeks.Add(new PlanWeek(index == 0 && isWhole ? today : start, start.PlusDays(DaysOfWeek - 1), phases[index], tasks));
        }

        return new StudyPlan(exam, examDay, weeks, [.. exam.Domains.OrderByDescending(domain => Need(domain, record)).Take(2)], record.Count > 0) { BeginsLater = !isWhole };
    }

    private static IReadOnlyList<StudyPhase>[] PhasesOf(int weeks) => weeks switch
    {
        1 => [[StudyPhase.FindGaps, StudyPhase.Study, StudyPhase.Revise, StudyPhase.Practise, StudyPhase.Rehearse]],
        2 => [[StudyPhase.FindGaps, StudyPhase.Study], [StudyPhase.Revise, StudyPhase.Practise, StudyPhase.Rehearse]],
        3 => [[StudyPhase.FindGaps, StudyPhase.Study], [StudyPhase.Study, StudyPhase.Revise], [StudyPhase.Practise, StudyPhase.Rehearse]],
        4 => [[StudyPhase.FindGaps, StudyPhase.Study], [StudyPhase.Study], [StudyPhase.Revise, StudyPhase.Practise], [StudyPhase.Practise, StudyPhase.Rehearse]],
        _ => Long(weeks),
    };

    // One week to find gaps, one to rehearse; of the others a fifth each to revise and to practise.
    private static IReadOnlyList<StudyPhase>[] Long(int weeks)
    {
        var fifth = Math.Max(1, (weeks - 2) / 5);
        return
        [
            [StudyPhase.FindGaps],
            .. Enumerable.Repeat<IReadOnlyList<StudyPhase>>([StudyPhase.Study], weeks - 2 - (2 * fifth)),
            .. Enumerable.Repeat<IReadOnlyList<StudyPhase>>([StudyPhase.Revise], fifth),
            .. Enumerable.Repeat<IReadOnlyList<StudyPhase>>([StudyPhase.Practise], fifth),
            [StudyPhase.Rehearse],
        ];
    }

    // Each task has a stretch from 0 to 1, weak domains first and longer; a week studies the tasks whose stretch it meets.
    private static List<(ExamTask Task, double From, double To)> Shares(Exam exam, IReadOnlyList<DomainRecord> record)
    {
        var domains = record.Count == 0 ? exam.Domains : [.. exam.Domains.OrderByDescending(domain => Need(domain, record))];
        var sizes = domains.SelectMany(domain => domain.Tasks.Select(task => (
            Task: task,
            Size: Need(domain, record) * task.BankTarget / Math.Max(1, domain.Tasks.Sum(each => each.BankTarget))))).ToArray();
        var whole = sizes.Sum(pair => pair.Size);
        var shares = new List<(ExamTask, double, double)>();
        var from = 0.0;
        foreach (var (task, size) in sizes)
        {
            shares.Add((task, from / whole, (from + size) / whole));
            from += size;
        }

        return shares;
    }

    private static ExamTask[] Between(List<(ExamTask Task, double From, double To)> shares, int week, int weeks)
    {
        // A sliver of a task at a week's edge is no reason to name it in both weeks.
        var sliver = 0.15 / weeks;
        var (from, to) = ((double)week / weeks, (double)(week + 1) / weeks);
        return [.. shares.Where(share => Math.Min(to, share.To) - Math.Max(from, share.From) > Math.Min(sliver, (share.To - share.From) / 2.1)).Select(share => share.Task)];
    }

    private static double Need(ExamDomain domain, IReadOnlyList<DomainRecord> record)
    {
        var own = record.FirstOrDefault(entry => entry.Domain == domain.Id);
        var right = ((own?.Right ?? 0) + (Doubt / 2.0)) / ((own?.Answers ?? 0) + Doubt);
        return domain.Weight * (1 - right);
    }
}
