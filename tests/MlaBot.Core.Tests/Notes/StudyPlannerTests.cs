using MlaBot.Core.Home;
using MlaBot.Core.Notes;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Core.Tests.Notes;

public sealed class StudyPlannerTests
{
    private static readonly LocalDate Today = New.Date("2026-11-21");

    public static TheoryData<int> EveryDistance => [.. Enumerable.Range(1, 366)];

    [Theory]
    [MemberData(nameof(EveryDistance))]
    public void Weeks_follow_each_other_from_today_to_the_eve_of_the_exam(int ahead)
    {
        var plan = Plan(ahead, new DomainRecord(new("3"), 1 + (ahead % 50), 0));

        plan.Weeks.Count.ShouldBeInRange(1, StudyPlanner.MostWeeks);
        plan.Weeks[^1].To.ShouldBe(Today.PlusDays(ahead - 1));
        plan.Weeks[0].From.ShouldBe(plan.BeginsLater ? plan.ExamDay.PlusDays(-7 * StudyPlanner.MostWeeks) : Today);
        plan.Weeks[0].From.ShouldBeGreaterThanOrEqualTo(Today);
        foreach (var (week, next) in plan.Weeks.Zip(plan.Weeks.Skip(1)))
        {
            next.From.ShouldBe(week.To.PlusDays(1));
        }
    }

    [Theory]
    [MemberData(nameof(EveryDistance))]
    public void Every_plan_has_all_phases_in_order_and_studies_every_task(int ahead)
    {
        var plan = Plan(ahead, ahead % 2 == 0 ? [] : [new DomainRecord(new("2"), ahead, ahead / 2)]);

        var phases = plan.Weeks.SelectMany(week => week.Phases).ToArray();
        phases.ShouldBe(phases.Order());
        phases.Distinct().Count().ShouldBe(5);
        plan.Weeks.SelectMany(week => week.Tasks).Distinct().ShouldBe(plan.Exam.Tasks, ignoreOrder: true);
        plan.Weeks.ShouldAllBe(week => week.Tasks.Count > 0 == week.Phases.Contains(StudyPhase.Study));
    }

    [Fact]
    public void What_a_learner_gets_wrong_comes_first_and_is_revised()
    {
        var weights = Plan(100);
        var own = Plan(100, new DomainRecord(new("1"), 40, 38), new DomainRecord(new("3"), 40, 8));

        weights.IsFromRecord.ShouldBeFalse();
        weights.Weeks.SelectMany(week => week.Tasks).First().Id.Value.ShouldBe("1.1");
        own.IsFromRecord.ShouldBeTrue();
        own.Weeks.SelectMany(week => week.Tasks).First().Id.Value.ShouldBe("3.1");
        own.Weak[0].Id.Value.ShouldBe("3");
        WeeksOf(own, "3").ShouldBeGreaterThan(WeeksOf(weights, "3"));
        WeeksOf(own, "1").ShouldBeLessThan(WeeksOf(weights, "1"));
    }

    [Fact]
    public void Two_lucky_answers_change_little() =>
        Plan(100, new DomainRecord(new("1"), 2, 2)).Weeks.SelectMany(week => week.Tasks).Count(task => task.Id.Domain.Value == "1").ShouldBeGreaterThan(1);

    private static int WeeksOf(StudyPlan plan, string domain) => plan.Weeks.Count(week => week.Tasks.Any(task => task.Id.Domain.Value == domain));

    private static StudyPlan Plan(int days, params DomainRecord[] record) => StudyPlanner.Plan(RealContent.Current.Exams[0], Today, Today.PlusDays(days), record);
}
