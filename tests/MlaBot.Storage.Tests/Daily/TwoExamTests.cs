using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Daily;

/// <summary>A channel gets what its own exam asks.</summary>
public sealed class TwoExamTests
{
    private static readonly Item[] Bank =
    [
        TwoExams.Shared(),
        New.OrderingItem() with { Exams = [New.ExamId, TwoExams.Second], Blueprint = [new("2.1.k1")] },
        New.MatchingItem() with { Exams = [New.ExamId, TwoExams.Second], Blueprint = [new("2.1.k1")] },
        New.CaseItem() with { Exams = [New.ExamId, TwoExams.Second], Blueprint = [new("2.1.k1")] },
        New.ChoiceItem("AC", 5, "q-2.1-0001", point: "2.1.k1") with { Exams = [TwoExams.Second] },
    ];

    [Fact]
    public async Task A_channel_of_the_second_exam_never_gets_a_type_that_it_does_not_have()
    {
        await using var group = await StartAsync(TwoExams.Second);
        await group.ScheduleAsync("09:00", "2");

        await group.RunForAsync(Duration.FromDays(12));

        group.Platform.Shown.Count.ShouldBeGreaterThan(10);
        group.Platform.Shown.Select(shown => shown.Item.Id.Value).Distinct().Order(StringComparer.Ordinal).ShouldBe(["q-1.1-0001", "q-2.1-0001"]);
    }

    [Fact]
    public async Task A_domain_without_items_of_the_exam_is_refused()
    {
        await using var group = await StartAsync(TwoExams.Second);

        (await group.Engine.Schedules.AddAsync(group.Channel.Key, new("1"), new LocalTime(9, 0), Core.Time.Days.EveryDay, default))
            .ShouldBeRefused("domain-unknown");
    }

    [Fact]
    public async Task A_question_that_was_planned_for_another_exam_is_replaced_before_it_is_posted()
    {
        await using var group = await StartAsync(New.ExamId);
        group.Content.Current = TwoExams.Content(Bank[1]);
        var (schedule, _) = await group.ScheduleAsync("09:00", "2");
        group.Content.Current = TwoExams.Content(Bank);
        await group.Engine.Channels.SaveAsync(group.Channel with { Exam = TwoExams.Second }, default);

        await group.RunForAsync(Duration.FromDays(1));

        group.Platform.Shown.ShouldHaveSingleItem().Item.Type.ShouldNotBe(ItemType.Ordering);
        (await group.Engine.Store.LatestAsync(schedule.Id, default))!.State.ShouldBe(PostState.Planned);
    }

    private static async Task<TestGroup> StartAsync(Core.Exams.ExamId exam)
    {
        var group = await TestGroup.StartAsync();
        group.Content.Current = TwoExams.Content(Bank);
        await group.Engine.Channels.SaveAsync(group.Channel with { Exam = exam }, default);
        return group;
    }
}
