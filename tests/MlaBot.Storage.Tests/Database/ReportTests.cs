using MlaBot.Core.Reports;
using NodaTime;

namespace MlaBot.Storage.Tests.Database;

public sealed class ReportTests
{
    [Fact]
    public async Task A_report_comes_back_whole_after_a_restart()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();

        var saved = await store.Reports.SaveAsync(New.Report(post, reason: ReportReason.Outdated, text: "It was renamed – „neu“."), default);
        await store.ReopenAsync();

        (await store.Reports.ListAsync(New.Group(), onlyOpen: true, 10, default)).ShouldHaveSingleItem().ShouldBe(saved.Report);
        saved.Report.ShouldBe(New.Report(post, reason: ReportReason.Outdated, text: "It was renamed – „neu“.") with { Id = saved.Report.Id });
        (saved.IsReplaced, saved.OpenBefore, saved.OpenNow).ShouldBe((false, 0, 1));
    }

    [Fact]
    public async Task A_second_report_of_a_person_replaces_the_first_and_counts_once()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        var first = await store.Reports.SaveAsync(New.Report(post, reason: ReportReason.Key), default);

        var second = await store.Reports.SaveAsync(New.Report(post, reason: ReportReason.Typo, text: "Two words."), default);

        second.Report.Id.ShouldBe(first.Report.Id);
        (second.IsReplaced, second.OpenBefore, second.OpenNow).ShouldBe((true, 1, 1));
        (await store.Reports.ListAsync(New.Group(), onlyOpen: false, 10, default)).ShouldHaveSingleItem().Reason.ShouldBe(ReportReason.Typo);
    }

    [Fact]
    public async Task Closing_happens_once_and_a_new_report_opens_it_again()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        var id = (await store.Reports.SaveAsync(New.Report(post), default)).Report.Id;

        var closed = await store.Reports.CloseAsync(New.Group(), id, "ana", "Fixed.", New.Nine, default);
        var again = await store.Reports.CloseAsync(New.Group(), id, "ben", "Late.", New.Nine + Duration.FromDays(1), default);

        closed!.WasOpen.ShouldBeTrue();
        (closed.Report.ClosedAt, closed.Report.ClosedBy, closed.Report.Note).ShouldBe((New.Nine, "ana", "Fixed."));
        again!.WasOpen.ShouldBeFalse();
        again.Report.ShouldBe(closed.Report);
        (await store.Reports.ListAsync(New.Group(), onlyOpen: true, 10, default)).ShouldBeEmpty();
        (await store.Reports.SaveAsync(New.Report(post), default)).OpenNow.ShouldBe(1);
        (await store.Reports.ListAsync(New.Group(), onlyOpen: true, 10, default)).ShouldHaveSingleItem().Note.ShouldBeEmpty();
    }

    [Fact]
    public async Task Groups_see_and_close_their_own_reports_only()
    {
        await using var store = await TestStore.OpenAsync();
        var here = await store.PostAsync(group: "g1");
        var there = await store.PostAsync(group: "g2");
        var id = (await store.Reports.SaveAsync(New.Report(here), default)).Report.Id;

        var other = await store.Reports.SaveAsync(New.Report(there), default);

        (other.OpenBefore, other.OpenNow).ShouldBe((0, 1));
        (await store.Reports.ListAsync(New.Group("g2"), onlyOpen: false, 10, default)).ShouldHaveSingleItem().Id.ShouldBe(other.Report.Id);
        (await store.Reports.CloseAsync(New.Group("g2"), id, "ana", "", New.Nine, default)).ShouldBeNull();
        (await store.Reports.OpenCountsAsync(New.Group("g1"), default)).Values.ShouldBe([1]);
        (await store.Reports.OpenCountsAsync(New.Group("g3"), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_reports_are_counted_by_version_and_by_person()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        await store.Reports.SaveAsync(New.Report(post, "u1"), default);
        await store.Reports.SaveAsync(New.Report(post, "u2"), default);
        await store.Reports.SaveAsync(New.Report(post, "u2") with { ItemVersion = 2 }, default);
        var closed = await store.Reports.SaveAsync(New.Report(post, "u3"), default);
        await store.Reports.CloseAsync(New.Group(), closed.Report.Id, "ana", "", New.Nine, default);

        var counts = await store.Reports.OpenCountsAsync(New.Group(), default);

        counts.ShouldBe(new Dictionary<ShownVersion, int> { [new(post.Item, 1)] = 2, [new(post.Item, 2)] = 1 }, ignoreOrder: true);
        (await store.Reports.ListAsync(New.Group(), onlyOpen: true, 1, default)).Count.ShouldBe(1);
    }
}
