using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Time;
using NodaTime;
using NodaTime.Text;

namespace MlaBot.LocalChat;

/// <summary>Instants as wall times of the channel's zone.</summary>
internal sealed class LocalTimes(IChannelStore channels, TimeProvider clock)
{
    private static readonly LocalDateTimePattern SameYear = LocalDateTimePattern.CreateWithInvariantCulture("d MMM HH:mm");
    private static readonly LocalDateTimePattern OtherYear = LocalDateTimePattern.CreateWithInvariantCulture("d MMM uuuu HH:mm");
    private volatile DateTimeZone _zone = DateTimeZone.Utc;

    /// <summary>The channel's zone; UTC before it is set up, and the last one known while the store fails.</summary>
    public async Task<DateTimeZone> ZoneAsync(CancellationToken cancellationToken)
    {
        try
        {
            var channel = await channels.FindAsync(LocalPlatform.Channel, cancellationToken);
            _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(channel?.Zone ?? "") ?? DateTimeZone.Utc;
        }
        catch (ExternalFaultException)
        {
            // A message without its newest zone is better than no message.
        }

        return _zone;
    }

    /// <summary>A formatter for this moment: <c>21:00</c> for today, otherwise <c>21 Nov 21:00</c>.</summary>
    public async Task<Func<Instant, string>> FormatAsync(CancellationToken cancellationToken)
    {
        var zone = await ZoneAsync(cancellationToken);
        var today = clock.Now().InZone(zone).Date;
        return instant => Format(instant.InZone(zone).LocalDateTime, today);
    }

    /// <summary>The date and wall time above a message: <c>21 Nov 09:00</c>.</summary>
    public async Task<string> StampAsync(Instant instant, CancellationToken cancellationToken) =>
        SameYear.Format(instant.InZone(await ZoneAsync(cancellationToken)).LocalDateTime);

    /// <summary>A wall time as seen on a day.</summary>
    public static string Format(LocalDateTime time, LocalDate today) =>
        time.Date == today ? Days.Clock(time.TimeOfDay)
        : time.Year == today.Year ? SameYear.Format(time)
        : OtherYear.Format(time);
}
