using System.Diagnostics;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using NodaTime;

namespace MlaBot.Core.Daily;

/// <summary>What admins do with schedules. Every change is stored whole or not at all.</summary>
public sealed class ManageSchedules(
    IDailyStore store, IChannelStore channels, IContentSource content, PostPlanner planner, DailyRunner runner, TimeProvider clock)
{
    /// <summary>The most schedules of one channel.</summary>
    public const int MostPerChannel = 20;

    /// <summary>The reason of a pause that an admin asked for.</summary>
    public const string PausedByAdmin = "Paused by an admin.";

    /// <summary>Adds a schedule and plans its first question.</summary>
    public async Task<Outcome<PlannedSchedule>> AddAsync(
        ChannelKey key, DomainId domain, LocalTime at, IReadOnlySet<IsoDayOfWeek> days, CancellationToken cancellationToken)
    {
        var channel = await channels.FindAsync(key, cancellationToken);
        if (channel is null)
        {
            return NotSetUp;
        }

        if (content.Current.Exam(channel.Exam)?.Domain(domain) is null || content.Current.Pool(channel.Exam, domain).Count == 0)
        {
            return new Refusal("domain-unknown", $"{channel.Exam} has no questions for domain {Text.Printable(domain.Value, 20)}.", "Type /exam for the domains.");
        }

        if (days.Count == 0)
        {
            return new Refusal("days-none", "A schedule needs at least one day of the week.", "Write daily, weekdays, or names such as mon,wed,fri.");
        }

        var there = await store.SchedulesAsync(key, cancellationToken);
        if (there.Count >= MostPerChannel)
        {
            return new Refusal("schedules-full", $"A channel has at most {MostPerChannel} schedules.", "Remove one with /schedule remove.");
        }

        if (there.FirstOrDefault(other => other.Domain == domain && other.At == at && other.Days.Overlaps(days)) is { } twin)
        {
            return new Refusal("schedule-twin", $"Schedule {twin.Id} asks a question of domain {domain} at that time already.", "Choose another time or domain.");
        }

        var saved = await store.SaveScheduleAsync(
            new Schedule { Id = default, Channel = key, Domain = domain, At = at, Zone = channel.Zone, Days = days }, cancellationToken);
        return await PlanAsync(saved, cancellationToken);
    }

    /// <summary>Changes time, days or zone of a schedule and plans anew.</summary>
    public async Task<Outcome<PlannedSchedule>> ChangeAsync(
        ChannelKey key, ScheduleId id, Func<Schedule, Schedule> change, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, id, cancellationToken) is not { } schedule)
        {
            return Unknown(id);
        }

        var changed = change(schedule);
        if (changed.Days.Count == 0)
        {
            return new Refusal("days-none", "A schedule needs at least one day of the week.", "Write daily, weekdays, or names such as mon,wed,fri.");
        }

        await store.DropPlannedAsync(id, cancellationToken);
        var saved = await store.SaveScheduleAsync(changed, cancellationToken);
        return saved.IsPaused ? new PlannedSchedule(saved, null) : await PlanAsync(saved, cancellationToken);
    }

    /// <summary>Stops a schedule until it is resumed.</summary>
    public async Task<Outcome<PlannedSchedule>> PauseAsync(ChannelKey key, ScheduleId id, CancellationToken cancellationToken) =>
        await ChangeAsync(key, id, schedule => schedule with { PausedBecause = schedule.PausedBecause ?? PausedByAdmin }, cancellationToken);

    /// <summary>Starts a paused schedule again, from its next time on.</summary>
    public async Task<Outcome<PlannedSchedule>> ResumeAsync(ChannelKey key, ScheduleId id, CancellationToken cancellationToken) =>
        await FindAsync(key, id, cancellationToken) is { IsPaused: false } running
            ? new PlannedSchedule(running, await PlannedAsync(id, cancellationToken))
            : await ChangeAsync(key, id, schedule => schedule with { PausedBecause = null }, cancellationToken);

    /// <summary>Starts all paused schedules of a channel again, each from its next time on.</summary>
    /// <returns>All schedules with what comes next, or a refusal when the channel has none.</returns>
    public async Task<Outcome<IReadOnlyList<PlannedSchedule>>> ResumeAllAsync(ChannelKey key, CancellationToken cancellationToken)
    {
        foreach (var schedule in await store.SchedulesAsync(key, cancellationToken))
        {
            if (await ResumeAsync(key, schedule.Id, cancellationToken) is Outcome<PlannedSchedule>.Refused(var reason))
            {
                return reason;
            }
        }

        var all = await ListAsync(key, cancellationToken);
        return all.Count > 0
            ? new Outcome<IReadOnlyList<PlannedSchedule>>.Ok(all)
            : new Refusal("schedules-none", "This channel has no schedule.", "Add one with /schedule add, or type /setup.");
    }

    /// <summary>Removes a schedule. Its sent questions and their answers stay.</summary>
    public async Task<Outcome<Schedule>> RemoveAsync(ChannelKey key, ScheduleId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, id, cancellationToken) is not { } schedule)
        {
            return Unknown(id);
        }

        await store.RemoveScheduleAsync(id, cancellationToken);
        return schedule;
    }

    /// <summary>Leaves the next question out; its day is excused.</summary>
    /// <returns>The schedule with the question that follows.</returns>
    public async Task<Outcome<PlannedSchedule>> SkipAsync(ChannelKey key, ScheduleId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, id, cancellationToken) is not { } schedule)
        {
            return Unknown(id);
        }

        if (await PlannedAsync(id, cancellationToken) is not { } planned)
        {
            return NothingPlanned(id);
        }

        var skipped = planned with { State = PostState.Skipped, Note = "Skipped by an admin." };
        if (!await store.AdvanceAsync(skipped, PostState.Planned, cancellationToken))
        {
            return new Refusal("skip-late", "That question has just been sent.", "Look at the plan again with /schedule list.");
        }

        return await planner.PlanAfterAsync(schedule, planned.Date, cancellationToken) switch
        {
            Outcome<DailyPost>.Ok(var next) => new PlannedSchedule(schedule, next),
            Outcome<DailyPost>.Refused(var reason) => reason,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Posts a question now: today's when it is still to come, otherwise an extra one.</summary>
    public async Task<Outcome<DailyPost>> RunNowAsync(ChannelKey key, ScheduleId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, id, cancellationToken) is not { } schedule)
        {
            return Unknown(id);
        }

        if (schedule.IsPaused)
        {
            return new Refusal("schedule-paused", $"Schedule {id} is paused.", $"Start it with /schedule resume {id} first.");
        }

        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        var today = now.InZone(DateTimeZoneProviders.Tzdb[schedule.Zone]).Date;
        var planned = await PlannedAsync(id, cancellationToken);
        if (planned is not null && planned.Date == today)
        {
            await store.AdvanceAsync(planned with { DueAt = now }, PostState.Planned, cancellationToken);
        }
        else
        {
            var extra = await planner.PlanExtraAsync(schedule, cancellationToken);
            if (extra is Outcome<DailyPost>.Refused(var reason))
            {
                return reason;
            }

            planned = ((Outcome<DailyPost>.Ok)extra).Value;
        }

        await runner.PostNowAsync(planned, cancellationToken);
        return await store.FindPostAsync(planned.Id, cancellationToken) switch
        {
            { State: PostState.Open } open => open,
            { State: PostState.Missed } missed => new Refusal("run-refused", $"The question could not be posted: {missed.Note}", await NextStepAsync(key, id, cancellationToken)),
            _ => new Refusal("run-later", "The platform did not take the question yet.", "I keep trying; /daily shows it as soon as it is there."),
        };
    }

    private async Task<string> NextStepAsync(ChannelKey key, ScheduleId id, CancellationToken cancellationToken) =>
        await FindAsync(key, id, cancellationToken) is { IsPaused: true }
            ? "When that is mended, type /schedule resume all."
            : "Please tell whoever runs me; the next question comes as planned.";

    /// <summary>Puts another question into the next post.</summary>
    public async Task<Outcome<PlannedSchedule>> SwapAsync(ChannelKey key, ScheduleId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, id, cancellationToken) is not { } schedule)
        {
            return Unknown(id);
        }

        if (await PlannedAsync(id, cancellationToken) is not { } planned)
        {
            return NothingPlanned(id);
        }

        return await planner.SwapAsync(schedule, planned, cancellationToken) switch
        {
            Outcome<DailyPost>.Ok(var swapped) => new PlannedSchedule(schedule, swapped),
            Outcome<DailyPost>.Refused(var reason) => reason,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A channel's schedules with what each will post next.</summary>
    public async Task<IReadOnlyList<PlannedSchedule>> ListAsync(ChannelKey key, CancellationToken cancellationToken)
    {
        var planned = new List<PlannedSchedule>();
        foreach (var schedule in await store.SchedulesAsync(key, cancellationToken))
        {
            planned.Add(new PlannedSchedule(schedule, await PlannedAsync(schedule.Id, cancellationToken)));
        }

        return planned;
    }

    private static Refusal NotSetUp { get; } = new("not-set-up", "This channel is not set up yet.", "An admin types /setup first.");

    private static Refusal Unknown(ScheduleId id) => new("schedule-unknown", $"This channel has no schedule {id}.", "Type /schedule list to see the schedules.");

    private static Refusal NothingPlanned(ScheduleId id) => new("plan-none", $"Schedule {id} has nothing planned.", $"If it is paused, start it with /schedule resume {id}.");

    private async Task<Schedule?> FindAsync(ChannelKey key, ScheduleId id, CancellationToken cancellationToken) =>
        await store.FindScheduleAsync(id, cancellationToken) is { } schedule && schedule.Channel == key ? schedule : null;

    private async Task<DailyPost?> PlannedAsync(ScheduleId id, CancellationToken cancellationToken) =>
        await store.LatestAsync(id, cancellationToken) is { State: PostState.Planned } planned ? planned : null;

    private async Task<Outcome<PlannedSchedule>> PlanAsync(Schedule saved, CancellationToken cancellationToken) =>
        await planner.PlanFromNowAsync(saved, cancellationToken) switch
        {
            Outcome<DailyPost>.Ok(var planned) => new PlannedSchedule(saved, planned),
            Outcome<DailyPost>.Refused(var reason) => reason,
            _ => throw new UnreachableException(),
        };
}

/// <summary>A schedule and its next question.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Next">What it will post next; null while it is paused.</param>
public sealed record PlannedSchedule(Schedule Schedule, DailyPost? Next);
