using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Daily;

/// <summary>A whole year of clock changes through the real engine and the real store.</summary>
public sealed class YearTests
{
    private static readonly Instant Start = New.Instant("2026-01-01T00:00Z");
    private static readonly Instant End = New.Instant("2027-01-01T00:00Z");
    private static readonly Duration OpenFor = Duration.FromHours(10);

    // Half past one is repeated in New York and on Lord Howe, half past two is skipped in New York and skipped or repeated
    // in Berlin, a quarter past two is skipped on Lord Howe, midnight is skipped in Santiago and Cairo, where half past
    // eleven at night is repeated. Kolkata never changes.
    private static readonly (string Zone, string[] Times)[] Plan =
    [
        ("America/New_York", ["00:00", "01:30", "02:30", "23:30"]),
        ("Europe/Berlin", ["00:00", "01:30", "02:30", "23:30"]),
        ("Australia/Lord_Howe", ["00:00", "01:30", "02:15", "23:30"]),
        ("America/Santiago", ["00:00", "01:30", "02:30", "23:30"]),
        ("Africa/Cairo", ["00:00", "01:30", "02:30", "23:30"]),
        ("Asia/Kolkata", ["00:00", "01:30", "02:30", "23:30"]),
    ];

    [Fact]
    public async Task A_year_of_schedules_in_six_zones_posts_each_local_day_exactly_once()
    {
        await using var group = await TestGroup.StartAsync(now: "2026-01-01T00:00Z", openFor: OpenFor);
        var schedules = await ScheduleAsync(group);

        await group.RunToAsync(End);

        var shown = group.Platform.Shown.ToLookup(question => question.Post.Schedule);
        foreach (var schedule in schedules)
        {
            var where = $"{schedule.Zone} {Days.Clock(schedule.At)}";
            var posts = shown[schedule.Id].ToArray();
            posts.Select(post => (post.Post.Date, post.At)).ShouldBe(Expected(schedule), where);
            var over = posts.Where(post => post.At + OpenFor + group.Rules.Drain <= End).ToArray();
            over.ShouldAllBe(post => post.ClosedAt == post.At + OpenFor, where);
            over.ShouldAllBe(post => post.RevealedAt == post.ClosedAt + group.Rules.Drain, where);
            (await group.LatestAsync(schedule)).State.ShouldBe(PostState.Planned, where);
        }

        await ShouldBeSettledAsync(group);
    }

    private static async Task<IReadOnlyList<Schedule>> ScheduleAsync(TestGroup group)
    {
        var schedules = new List<Schedule>();
        foreach (var (zone, times) in Plan)
        {
            var channel = await group.AddChannelAsync(zone, zone);
            foreach (var (index, time) in times.Index())
            {
                schedules.Add((await group.ScheduleAsync(time, domain: $"{index + 1}", channel: channel.Key)).Schedule);
            }
        }

        return schedules;
    }

    private static async Task ShouldBeSettledAsync(TestGroup group)
    {
        foreach (var state in new[] { PostState.Intended, PostState.Closing, PostState.Revealed })
        {
            (await group.Engine.Store.DueAsync(state, after: null, End, CancellationToken.None)).ShouldBeEmpty();
        }

        (await group.Engine.Store.DueAsync(PostState.Open, after: null, End, CancellationToken.None)).ShouldBeEmpty();
        group.Log.Lines.ShouldNotContain(line => !line.StartsWith("posted", StringComparison.Ordinal) && !line.StartsWith("revealed", StringComparison.Ordinal));
    }

    /// <summary>The dates and instants by looking at a clock on the wall every quarter of an hour.</summary>
    private static IEnumerable<(LocalDate Date, Instant At)> Expected(Schedule schedule)
    {
        var zone = DateTimeZoneProviders.Tzdb[schedule.Zone];
        var wanted = Start.InZone(zone).Date.PlusDays(-1);
        for (var now = Start - Duration.FromDays(2); now <= End; now += Duration.FromMinutes(15))
        {
            if (now.InZone(zone).LocalDateTime < wanted + schedule.At)
            {
                continue;
            }

            if (now > Start)
            {
                yield return (wanted, now);
            }

            wanted = wanted.PlusDays(1);
        }
    }
}
