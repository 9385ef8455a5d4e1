using System.Globalization;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Marathons;

/// <summary>Starts and stops challenges over several days.</summary>
public sealed class ManageMarathons(IMarathonStore marathons, IChannelStore channels, IDailyStore daily, CountMarathon count, TimeProvider clock)
{
    /// <summary>Plans one; it is announced when its first date begins.</summary>
    /// <returns>The challenge, or a refusal; nothing was changed then.</returns>
    public async Task<Outcome<Marathon>> StartAsync(ChannelKey key, MarathonWish wish, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(key, cancellationToken) is not { } channel)
        {
            return MarathonRefusals.NotSetUp;
        }

        var today = clock.Now().InZone(DateTimeZoneProviders.Tzdb[channel.Zone]).Date;
        var title = Clean(wish.Title);
        var from = wish.From ?? today.PlusDays(wish.IsToday ? 0 : 1);
        if (MarathonRefusals.Check(wish.Days, title, from, today) is { } refusal)
        {
            return refusal;
        }

        if (!(await daily.SchedulesAsync(key, cancellationToken)).Any(schedule => !schedule.IsPaused))
        {
            return new Refusal("marathon-no-questions", "No daily question is running in this channel, so there would be nothing to answer.", "Add one with /schedule add, or go on with /schedule resume.");
        }

        var marathon = new Marathon
        {
            Channel = key,
            Title = title.Length > 0 ? title : string.Create(CultureInfo.InvariantCulture, $"The {wish.Days}-day challenge"),
            From = from,
            Days = wish.Days,
            CreatedAt = clock.Now(),
            TellsStandings = wish.TellsStandings,
            Told = from.PlusDays(-1),
        };
        return await marathons.StartAsync(marathon, cancellationToken)
            ? marathon
            : new Refusal("marathon-running", "A challenge over several days is planned or running here already; one at a time.", "/marathon show shows it, /marathon stop ends it.");
    }

    /// <summary>Ends the channel's one before its time. One that counts is archived as it stands and told in the channel; one that is only
    /// planned is gone without a trace.</summary>
    public async Task<Outcome<StoppedMarathon>> StopAsync(ChannelKey key, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(key, cancellationToken) is not { } channel)
        {
            return MarathonRefusals.NotSetUp;
        }

        if (await marathons.FindCurrentAsync(key, cancellationToken) is not { } marathon)
        {
            return MarathonRefusals.None;
        }

        if (marathon.State == MarathonState.Planned && await marathons.DropAsync(marathon.Id, cancellationToken))
        {
            return new StoppedMarathon(marathon, WasCounting: false);
        }

        var final = await count.FinishAsync(channel, marathon, isStopped: true, cancellationToken);
        return await marathons.ArchiveAsync(marathon.Id, final, isToTell: true, cancellationToken)
            ? new StoppedMarathon(marathon with { Final = final }, WasCounting: true)
            : MarathonRefusals.None;
    }

    private static string Clean(string typed) => string.Join(' ', Text.Printable(typed, 400).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>What an admin asked for.</summary>
/// <param name="Days">How many dates.</param>
/// <param name="Title">The title as typed; empty for one of ours.</param>
public sealed record MarathonWish(int Days, string Title)
{
    /// <summary>The first date; null for tomorrow, or today when <see cref="IsToday"/>.</summary>
    public LocalDate? From { get; init; }

    /// <summary>True to begin on the present date.</summary>
    public bool IsToday { get; init; }

    /// <summary>True to tell the standing once on each day.</summary>
    public bool TellsStandings { get; init; } = true;
}

/// <summary>One that an admin ended.</summary>
/// <param name="Marathon">Which.</param>
/// <param name="WasCounting">False when it had not been announced yet.</param>
public sealed record StoppedMarathon(Marathon Marathon, bool WasCounting);
