using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Setup.Wizard;

/// <summary>The entries of the wizard's menus, with what is chosen among them.</summary>
internal static class WizardMenus
{
    /// <summary>One for each part of the world where many people live; every other zone can be typed.</summary>
    private static readonly string[] CommonZones =
    [
        "America/Los_Angeles", "America/Denver", "America/Chicago", "America/Mexico_City", "America/New_York", "America/Bogota", "America/Sao_Paulo",
        "UTC", "Europe/London", "Africa/Lagos", "Europe/Berlin", "Europe/Athens", "Africa/Johannesburg", "Africa/Nairobi", "Europe/Istanbul", "Asia/Dubai",
        "Asia/Karachi", "Asia/Kolkata", "Asia/Bangkok", "Asia/Singapore", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
    ];

    private static readonly int[] OpenHours = [1, 2, 3, 4, 6, 8, 10, 12, 18, 24, 48, 72, 168];

    public static IReadOnlyList<MenuOption> Zones(string chosen, Instant now) =>
        [.. CommonZones.Union([chosen], StringComparer.Ordinal).Select(id => Zone(id, now) with { IsSelected = id == chosen })];

    public static IReadOnlyList<MenuOption> Times(LocalTime chosen) =>
    [
        .. Enumerable.Range(0, 24).Select(hour => new LocalTime(hour, 0)).Union([chosen]).Order()
            .Select(time => new MenuOption(Days.Clock(time), Days.Clock(time)) { IsSelected = time == chosen }),
    ];

    public static IReadOnlyList<MenuOption> OpenFor(int chosenMinutes) =>
    [
        .. OpenHours.Select(hours => hours * 60).Union([chosenMinutes]).Order().Select(minutes => new MenuOption(
            minutes.ToString(CultureInfo.InvariantCulture), SetupWords.OpenFor(Duration.FromMinutes(minutes))) { IsSelected = minutes == chosenMinutes }),
    ];

    private static MenuOption Zone(string id, Instant now)
    {
        var here = now.InZone(DateTimeZoneProviders.Tzdb[id]);
        return new MenuOption(id, id) { Detail = $"now {Days.Clock(here.TimeOfDay)}, UTC{here.Offset.ToString("+HH:mm", CultureInfo.InvariantCulture)}" };
    }
}
