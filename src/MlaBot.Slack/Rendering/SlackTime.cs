using NodaTime;
using NodaTime.Text;

namespace MlaBot.Slack.Rendering;

/// <summary>An instant as Slack shows it in its reader's own zone, and in UTC where it cannot.</summary>
/// <remarks>Source: Slack developer documentation, "Formatting text for app surfaces: Date formatting".</remarks>
internal static class SlackTime
{
    /// <summary>The format of dates.</summary>
    public const string Format = "{date_short_pretty} at {time}";

    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("d MMM uuuu HH:mm 'UTC'");

    /// <summary>Such as <c>21 Nov 2026 09:00 UTC</c>.</summary>
    public static string InUtc(Instant instant) => Pattern.Format(instant);

    /// <summary>The date of Slack's own markup.</summary>
    public static string InMarkup(Instant instant) => $"<!date^{instant.ToUnixTimeSeconds()}^{Format}|{InUtc(instant)}>";
}
