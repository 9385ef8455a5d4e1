using NodaTime;

namespace MlaBot.Storage.Database.Values;

/// <summary>Keeps days of the week as bits: Monday is 1, Sunday is 64.</summary>
internal static class DayMask
{
    public static int From(IReadOnlySet<IsoDayOfWeek> days) => days.Aggregate(0, (mask, day) => mask | Bit(day));

    public static IReadOnlySet<IsoDayOfWeek> ToDays(int mask) =>
        Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day).Where(day => (mask & Bit(day)) != 0).ToHashSet();

    private static int Bit(IsoDayOfWeek day) => 1 << ((int)day - 1);
}
