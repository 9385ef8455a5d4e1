using MlaBot.Core.Learners;

namespace MlaBot.Storage.Tests.Database;

public sealed class LearnerTests
{
    private static readonly LearnerCalendar Full = new(
        [new ZoneChange(New.Monday, "Asia/Tokyo") { IsOfProfile = true }, new ZoneChange(New.Monday.PlusDays(9), "America/New_York")],
        [new Vacation(New.Monday, New.Monday.PlusDays(3))],
        [new FreezeChoice(New.Monday, IsOn: false)],
        New.Monday.PlusDays(1));

    [Fact]
    public async Task A_learner_comes_back_with_the_whole_calendar()
    {
        await using var store = await TestStore.OpenAsync();
        (await store.Learners.FindAsync(New.Learner(), default)).ShouldBeNull();

        await store.Learners.SaveAsync(new Learner(New.Learner(), "Name 🙂", Full), default);

        await store.ReopenAsync();
        var found = (await store.Learners.FindAsync(New.Learner(), default))!;
        found.Name.ShouldBe("Name 🙂");
        found.Calendar.Zones.ShouldBe(Full.Zones);
        found.Calendar.Vacations.ShouldBe(Full.Vacations);
        found.Calendar.Freezes.ShouldBe(Full.Freezes);
        found.Calendar.NoticedThrough.ShouldBe(Full.NoticedThrough);
    }

    [Fact]
    public async Task Someone_who_only_answered_has_an_empty_calendar()
    {
        await using var store = await TestStore.OpenAsync();
        await store.AnswerAsync(await store.PostAsync(), "a");

        (await store.Learners.FindAsync(New.Learner(), default)).ShouldBe(new Learner(New.Learner(), "Name of u1", LearnerCalendar.Empty));
    }

    [Fact]
    public async Task The_first_answer_brings_the_first_zones_and_no_later_one_does()
    {
        await using var store = await TestStore.OpenAsync();
        ZoneChange[] zones = [new(New.Monday, "Asia/Tokyo") { IsOfProfile = true }];
        await store.Daily.RecordAsync(New.Answer(await store.PostAsync(), "a") with { FirstZones = zones }, default);

        await store.Daily.RecordAsync(
            New.Answer(await store.PostAsync(day: 1), "a") with { FirstZones = [new(New.Monday, "Asia/Seoul")] }, default);

        (await store.Learners.FindAsync(New.Learner(), default))!.Calendar.Zones.ShouldBe(zones);
    }

    [Fact]
    public async Task A_learner_is_added_once()
    {
        await using var store = await TestStore.OpenAsync();

        (await store.Learners.AddAsync(new Learner(New.Learner(), "Ana", Full), default)).ShouldBeTrue();
        (await store.Learners.AddAsync(new Learner(New.Learner(), "Eve", LearnerCalendar.Empty), default)).ShouldBeFalse();

        (await store.Learners.FindAsync(New.Learner(), default))!.Name.ShouldBe("Ana");
    }

    [Fact]
    public async Task A_calendar_of_an_earlier_version_has_zones_that_people_chose()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Learners.SaveAsync(new Learner(New.Learner(), "Ana", LearnerCalendar.Empty), default);
        await store.Database.Writer.WriteAsync(
            session => session.Sql.Run(
                """UPDATE Learners SET Calendar = '{"Zones":[{"From":"2026-03-02","Zone":"Asia/Tokyo"}],"Vacations":[],"Freezes":[]}' WHERE UserId = 'u1'"""),
            default);

        (await store.Learners.FindAsync(New.Learner(), default))!.Calendar.Zones.ShouldBe([new ZoneChange(New.Monday, "Asia/Tokyo")]);
    }

    [Fact]
    public async Task An_answer_leaves_the_calendar_alone()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        await store.Learners.SaveAsync(new Learner(New.Learner(), "Old name", Full), default);

        await store.AnswerAsync(post, "a");

        var found = (await store.Learners.FindAsync(New.Learner(), default))!;
        (found.Name, found.Calendar.NoticedThrough).ShouldBe(("Name of u1", Full.NoticedThrough));
    }
}
