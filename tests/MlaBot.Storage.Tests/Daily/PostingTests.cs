using MlaBot.Core.Daily;
using MlaBot.Testing;
using MlaBot.Testing.Daily;

namespace MlaBot.Storage.Tests.Daily;

/// <summary>What is posted when, and what an answer to it is graded by.</summary>
public sealed class PostingTests
{
    [Fact]
    public async Task A_question_comes_at_its_time_and_not_before()
    {
        await using var group = await TestGroup.StartAsync(now: "2026-03-02T07:00Z", zone: "Europe/Berlin");
        var planned = (await group.ScheduleAsync("09:00")).Next!;

        await group.RunToAsync("2026-03-02T07:59:59Z");
        group.Platform.Shown.ShouldBeEmpty();
        await group.RunToAsync("2026-03-02T08:00Z");

        var shown = group.Platform.Shown.ShouldHaveSingleItem();
        shown.Item.Id.ShouldBe(planned.Item);
        shown.Post.Presentation.ShouldBe(planned.Presentation);
        var open = await group.ReadAsync(planned);
        open.State.ShouldBe(PostState.Open);
        open.MessageId.ShouldBe(shown.MessageId);
        open.ClosesAt.ShouldBe(New.Instant("2026-03-02T18:00Z"));
    }

    [Fact]
    public async Task The_next_question_is_planned_when_one_was_posted()
    {
        await using var group = await TestGroup.StartAsync();
        var (schedule, first) = await group.ScheduleAsync(days: "mon,thu");

        await group.RunToAsync("2026-03-02T12:00Z");

        var next = await group.LatestAsync(schedule);
        next.State.ShouldBe(PostState.Planned);
        next.Date.ShouldBe(New.Date("2026-03-05"));
        next.Item.ShouldNotBe(first!.Item);
    }

    [Fact]
    public async Task An_item_that_changed_since_it_was_planned_is_replaced_before_it_is_sent()
    {
        await using var group = await TestGroup.StartAsync();
        var (_, planned) = await group.ScheduleAsync("09:00");
        var newer = New.ChoiceItem(id: planned!.Item.Value, version: 2);
        group.Content.Current = new([New.Exam(New.Domain("1", 5))], [newer], [], []);

        await group.RunToAsync("2026-03-02T08:00:10Z");

        group.Platform.Shown.ShouldHaveSingleItem().Post.ItemVersion.ShouldBe(2);
        (await group.ReadAsync(planned)).ItemVersion.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_is_graded_by_the_version_that_was_shown()
    {
        await using var group = await TestGroup.StartAsync();
        var (_, planned) = await group.ScheduleAsync("09:00");
        await group.RunToAsync("2026-03-02T08:00Z");
        var corrected = New.ChoiceItem(key: "C", id: planned!.Item.Value, version: 2);
        group.Content.Current = new([New.Exam(New.Domain("1", 5))], [corrected], [], []);

        var receipt = (await group.AnswerAsync(planned, "B")).ShouldBeOk();

        receipt.Item.Version.ShouldBe(1);
        receipt.Grade.IsCorrect.ShouldBeTrue();
    }
}
