using System.Diagnostics;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Daily;

/// <summary>Sets a channel up in one go: settings, and a question a day for each exam domain.</summary>
public sealed class SetUpChannel(IChannelStore channels, IDailyStore store, IContentSource content, ManageSchedules schedules)
{
    /// <summary>When the first domain's question comes unless the admin says otherwise.</summary>
    public static readonly LocalTime FirstTime = new(9, 0);

    /// <summary>Hours between the questions of two domains.</summary>
    public const int HoursBetween = 3;

    /// <summary>Saves the settings, moves running schedules to a new zone, and adds the default schedules when there are none.</summary>
    /// <returns>What stands now, or a refusal; nothing was changed then.</returns>
    public async Task<Outcome<ChannelSetup>> HandleAsync(ChannelWishes wishes, CancellationToken cancellationToken)
    {
        var before = await channels.FindAsync(wishes.Key, cancellationToken);
        if (Merge(wishes, before) is Outcome<Channel>.Refused(var refusal))
        {
            return refusal;
        }

        var channel = ((Outcome<Channel>.Ok)Merge(wishes, before)).Value;
        await channels.SaveAsync(channel, cancellationToken);
        var there = await store.SchedulesAsync(channel.Key, cancellationToken);
        if (there.Count == 0 || wishes.AddsMissing)
        {
            await AddDefaultsAsync(channel, wishes.FirstTime ?? FirstTime, cancellationToken);
        }
        else if (before is not null && (before.Zone != channel.Zone || before.Exam != channel.Exam))
        {
            foreach (var schedule in there)
            {
                await schedules.ChangeAsync(channel.Key, schedule.Id, old => old with { Zone = channel.Zone }, cancellationToken);
            }
        }

        return new ChannelSetup(channel, await schedules.ListAsync(channel.Key, cancellationToken), before is null)
        {
            KeptTimes = wishes.FirstTime is { } wished && there.Count > 0 && !wishes.AddsMissing && there.Min(schedule => schedule.At) != wished,
        };
    }

    private Outcome<Channel> Merge(ChannelWishes wishes, Channel? before)
    {
        var exam = wishes.Exam ?? before?.Exam ?? content.Current.Exams[0].Id;
        var known = content.Current.Exams.FirstOrDefault(each => string.Equals(each.Id.Value, exam.Value, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            return new Refusal("exam-unknown", $"I have no exam {Text.Printable(exam.Value, 20)}.", $"Choose one of {string.Join(", ", content.Current.Exams.Select(each => each.Id))}.");
        }

        var openFor = wishes.OpenFor ?? before?.OpenFor ?? Duration.FromHours(12);
        if (openFor < DailyRules.OpenFor.Shortest || openFor > DailyRules.OpenFor.Longest)
        {
            return new Refusal("open-range", "A question stays open from 10 minutes to 7 days.", "Give hours, such as 12, or minutes, such as 30m.");
        }

        return Zones.Find(wishes.Zone ?? before?.Zone ?? "UTC") switch
        {
            Outcome<DateTimeZone>.Refused(var reason) => reason,
            Outcome<DateTimeZone>.Ok(var zone) => new Channel
            {
                Key = wishes.Key,
                Name = wishes.Name,
                Exam = known.Id,
                Zone = zone.Id,
                Feedback = wishes.Feedback ?? before?.Feedback ?? FeedbackMode.Immediate,
                OpenFor = openFor,
                Posting = wishes.Posting?.Invoke(before?.Posting ?? PostingStyle.Plain) ?? before?.Posting ?? PostingStyle.Plain,
                PicksColdest = before?.PicksColdest ?? false,
                SetUpBy = wishes.SetUpBy.Length > 0 ? wishes.SetUpBy : before?.SetUpBy ?? "",
            },
            _ => throw new UnreachableException(),
        };
    }

    private async Task AddDefaultsAsync(Channel channel, LocalTime first, CancellationToken cancellationToken)
    {
        foreach (var (domain, time) in Defaults(content.Current, channel.Exam, first))
        {
            await schedules.AddAsync(channel.Key, domain, time, Days.EveryDay, cancellationToken);
        }
    }

    /// <summary>The schedules that a channel without any gets: a question a day for each domain of the exam that has some.</summary>
    /// <param name="content">The content.</param>
    /// <param name="exam">The exam; one that is not known has no domains.</param>
    /// <param name="first">When the first one comes.</param>
    public static IEnumerable<(DomainId Domain, LocalTime At)> Defaults(ContentSnapshot content, ExamId exam, LocalTime first) =>
        (content.Exam(exam)?.Domains ?? [])
            .Where(domain => content.Pool(exam, domain.Id).Count > 0)
            .Select((domain, index) => (domain.Id, first.PlusHours(index * HoursBetween)));
}

/// <summary>What an admin asks of a set-up; null keeps what stands, or takes the default.</summary>
/// <param name="Key">The channel.</param>
/// <param name="Name">Its display name.</param>
/// <param name="Zone">IANA zone.</param>
/// <param name="Exam">Exam code.</param>
/// <param name="FirstTime">Wall time of the first domain's question, for a channel without schedules; those that are there keep theirs.</param>
/// <param name="Feedback">Feedback mode.</param>
/// <param name="OpenFor">How long a question stays open.</param>
public sealed record ChannelWishes(
    ChannelKey Key, string Name, string? Zone, ExamId? Exam, LocalTime? FirstTime, FeedbackMode? Feedback, Duration? OpenFor)
{
    /// <summary>True to add the default schedules that are not there beside those that are: for a set-up that was cut short.</summary>
    public bool AddsMissing { get; init; }

    /// <summary>Makes the posting style of the one that stands; null keeps it.</summary>
    public Func<PostingStyle, PostingStyle>? Posting { get; init; }

    /// <summary>The platform's user id of the admin who asks; empty keeps whom it knew.</summary>
    public string SetUpBy { get; init; } = "";
}

/// <summary>A channel as it stands after its set-up.</summary>
/// <param name="Channel">The settings.</param>
/// <param name="Schedules">The schedules with their next questions.</param>
/// <param name="IsNew">True for the first set-up.</param>
public sealed record ChannelSetup(Channel Channel, IReadOnlyList<PlannedSchedule> Schedules, bool IsNew)
{
    /// <summary>True when a first time was asked for that the schedules which were there do not have.</summary>
    public bool KeptTimes { get; init; }
}
