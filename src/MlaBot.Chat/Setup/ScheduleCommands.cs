using System.Diagnostics;
using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Setup;

/// <summary><c>/schedule list</c>.</summary>
internal sealed class ScheduleListCommand(ManageSchedules schedules) : IChatCommand
{
    public CommandSpec Spec { get; } = new("schedule list", "Show this channel's schedules and what comes next");

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) =>
        ScheduleCards.List(await schedules.ListAsync(request.Channel, cancellationToken));
}

/// <summary><c>/schedule add domain time days</c>.</summary>
internal sealed class ScheduleAddCommand(ManageSchedules schedules, IContentSource content) : IChatCommand
{
    public CommandSpec Spec { get; } = new("schedule add", "Add a daily question of an exam domain")
    {
        IsAdmin = true,
        Options =
        [
            new("domain", "The number of the exam domain, such as 1", IsRequired: true) { HasSuggestions = true },
            new("time", "The wall time in the channel's zone, such as 09:00", IsRequired: true),
            new("days", "daily (default), weekdays, weekend, or names such as mon,wed,fri"),
        ],
        Examples = ["schedule add 2 18:30 weekdays"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        switch (Days.ParseTime(request.Option("time")), Days.ParseDays(request.Option("days")))
        {
            case (Outcome<LocalTime>.Refused(var reason), _):
                return RefusalCards.For(reason);
            case (_, Outcome<IReadOnlySet<IsoDayOfWeek>>.Refused(var reason)):
                return RefusalCards.For(reason);
            case (Outcome<LocalTime>.Ok(var time), Outcome<IReadOnlySet<IsoDayOfWeek>>.Ok(var days)):
                var outcome = await schedules.AddAsync(request.Channel, new DomainId(request.Option("domain")), time, days, cancellationToken);
                return ScheduleReplies.Show(outcome, planned => $"Schedule {planned.Schedule.Id} added.{ScheduleReplies.Skipped(planned)}");
            default:
                throw new UnreachableException();
        }
    }

    public IReadOnlyList<string> Suggest(ChatTyping typing) =>
        [.. content.Current.Exams.SelectMany(exam => exam.Domains).Select(domain => domain.Id.Value).Distinct(StringComparer.Ordinal).Where(id => id.StartsWith(typing.Typed, StringComparison.Ordinal))];
}

/// <summary><c>/schedule change schedule time days</c>.</summary>
internal sealed class ScheduleChangeCommand(ManageSchedules schedules) : IChatCommand
{
    public CommandSpec Spec { get; } = new("schedule change", "Change the time or the days of a schedule")
    {
        IsAdmin = true,
        Options =
        [
            new("schedule", "The schedule's number", IsRequired: true),
            new("time", "The new wall time, such as 09:00", IsRequired: true),
            new("days", "daily, weekdays, weekend, or names such as mon,wed,fri; leave it out to keep them"),
        ],
        Examples = ["schedule change 2 19:00", "schedule change 2 19:00 mon,thu"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        if (ScheduleReplies.Number(request) is not { } id)
        {
            return ScheduleReplies.NoNumber(request);
        }

        switch (Days.ParseTime(request.Option("time")), Days.ParseDays(request.Option("days")))
        {
            case (Outcome<LocalTime>.Refused(var reason), _):
                return RefusalCards.For(reason);
            case (_, Outcome<IReadOnlySet<IsoDayOfWeek>>.Refused(var reason)):
                return RefusalCards.For(reason);
            case (Outcome<LocalTime>.Ok(var time), Outcome<IReadOnlySet<IsoDayOfWeek>>.Ok(var days)):
                var keepsDays = request.Option("days").Length == 0;
                var outcome = await schedules.ChangeAsync(
                    request.Channel, id, old => old with { At = time, Days = keepsDays ? old.Days : days }, cancellationToken);
                return ScheduleReplies.Show(outcome, planned => $"Schedule {id} changed.{ScheduleReplies.Skipped(planned)}");
            default:
                throw new UnreachableException();
        }
    }
}

/// <summary>The subcommands that need nothing but the number of a schedule.</summary>
internal sealed class ScheduleActCommand(
    string verb, string description, Func<ChatRequest, ScheduleId, CancellationToken, Task<Card>> act) : IChatCommand
{
    public CommandSpec Spec { get; } = new($"schedule {verb}", description)
    {
        IsAdmin = true,
        Options = [new("schedule", "The schedule's number", IsRequired: true)],
        Examples = [$"schedule {verb} 1"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) =>
        ScheduleReplies.Number(request) is { } id ? await act(request, id, cancellationToken) : ScheduleReplies.NoNumber(request);

    /// <summary>All of them.</summary>
    public static IEnumerable<ScheduleActCommand> All(ManageSchedules schedules, IChannelStore channels, IContentSource content) =>
    [
        new("pause", "Stop a schedule until it is resumed", async (request, id, token) =>
            ScheduleReplies.Show(await schedules.PauseAsync(request.Channel, id, token), _ => $"Schedule {id} is paused. /schedule resume {id} starts it again.")),
        new("skip", "Leave the next question of a schedule out; nobody's streak suffers", async (request, id, token) =>
            ScheduleReplies.Show(await schedules.SkipAsync(request.Channel, id, token), _ => "Skipped. This one follows:")),
        new("swap", "Put another question into a schedule's next post", async (request, id, token) =>
            ScheduleReplies.Preview(await schedules.SwapAsync(request.Channel, id, token), content, await ExamAsync(channels, request, token), "Swapped.")),
        new("preview", "Show a schedule's next question, to you alone", async (request, id, token) =>
            ScheduleReplies.Preview(await PlannedAsync(schedules, request, id, token), content, await ExamAsync(channels, request, token), "")),
        new("now", "Post a question of a schedule at once", async (request, id, token) => await schedules.RunNowAsync(request.Channel, id, token) switch
        {
            Outcome<DailyPost>.Ok(var post) => new Card(new Section($"Question {post.Number} is posted.")).Privately(),
            Outcome<DailyPost>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        }),
        new("remove", "Remove a schedule; its questions and answers stay", async (request, id, token) => await schedules.RemoveAsync(request.Channel, id, token) switch
        {
            Outcome<Schedule>.Ok => new Card(new Section($"Schedule {id} is removed.")).Privately(),
            Outcome<Schedule>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        }),
    ];

    private static async Task<ExamId?> ExamAsync(IChannelStore channels, ChatRequest request, CancellationToken cancellationToken) =>
        (await channels.FindAsync(request.Channel, cancellationToken))?.Exam;

    private static async Task<Outcome<PlannedSchedule>> PlannedAsync(
        ManageSchedules schedules, ChatRequest request, ScheduleId id, CancellationToken cancellationToken) =>
        (await schedules.ListAsync(request.Channel, cancellationToken)).FirstOrDefault(each => each.Schedule.Id == id) is { } planned
            ? planned
            : new Refusal("schedule-unknown", $"This channel has no schedule {id}.", "Type /schedule list to see the schedules.");
}

/// <summary>Replies that the schedule commands share.</summary>
internal static class ScheduleReplies
{
    public static ScheduleId? Number(ChatRequest request) =>
        long.TryParse(request.Option("schedule"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new ScheduleId(number) : null;

    public static Card NoNumber(ChatRequest request) => RefusalCards.For(
        new Refusal("schedule-number", $"\"{Text.Printable(request.Option("schedule"), 40)}\" is not the number of a schedule.", "Type /schedule list to see the schedules."));

    public static Card Show(Outcome<PlannedSchedule> outcome, Func<PlannedSchedule, string> headline) => outcome switch
    {
        Outcome<PlannedSchedule>.Ok(var planned) => ScheduleCards.One(headline(planned), planned),
        Outcome<PlannedSchedule>.Refused(var reason) => RefusalCards.For(reason),
        _ => throw new UnreachableException(),
    };

    public static Card Preview(Outcome<PlannedSchedule> outcome, IContentSource content, ExamId? exam, string headline)
    {
        if (outcome is Outcome<PlannedSchedule>.Refused(var reason))
        {
            return RefusalCards.For(reason);
        }

        var planned = ((Outcome<PlannedSchedule>.Ok)outcome).Value;
        if (planned.Next is not { } post || content.Current.Item(post.Item) is not { } item)
        {
            return RefusalCards.For(new("plan-none", $"Schedule {planned.Schedule.Id} has nothing planned.", "If it is paused, start it with /schedule resume."));
        }

        List<CardPart> parts =
        [
            new Section($"{headline} {item.Id} comes {CardTime.Token(post.DueAt)}. Only you see this. /schedule swap {planned.Schedule.Id} takes another one.".Trim()),
            .. post.Note.Length == 0 ? Array.Empty<CardPart>() : [new ContextLine($"Picked first because {post.Note}.")],
            .. QuestionCards.Body(post, item, content.Current, exam),
        ];
        return new Card(parts).Privately();
    }

    /// <summary>A word on a time that the clocks jump over within the next year; empty when there is none.</summary>
    public static string Skipped(PlannedSchedule planned)
    {
        if (planned.Next is not { } next)
        {
            return "";
        }

        return Skipped(planned.Schedule, next.Date);
    }

    /// <inheritdoc cref="Skipped(PlannedSchedule)"/>
    public static string Skipped(Schedule schedule, LocalDate from)
    {
        var zone = DateTimeZoneProviders.Tzdb[schedule.Zone];
        var gap = Enumerable.Range(0, 366).Select(day => from.PlusDays(day)).Cast<LocalDate?>()
            .FirstOrDefault(date => Zones.IsSkipped(zone, date!.Value, schedule.At));
        return gap is { } date
            ? $" On {Days.Iso(date)} the clocks in {zone.Id} jump over {Days.Clock(schedule.At)}; that day it comes at {Days.Clock(Zones.At(zone, date, schedule.At).InZone(zone).TimeOfDay)}."
            : "";
    }
}
