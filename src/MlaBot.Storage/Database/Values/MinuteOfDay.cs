using NodaTime;

namespace MlaBot.Storage.Database.Values;

/// <summary>Keeps a wall time, which is to the minute, as minutes since midnight: 0 to 1439.</summary>
internal static class MinuteOfDay
{
    public static int From(LocalTime time) => (time.Hour * 60) + time.Minute;

    public static LocalTime ToTime(int minutes) => new(minutes / 60, minutes % 60);
}
