using NodaTime;

namespace MlaBot.Storage.Database.Values;

/// <summary>Keeps a date as the number of days since 1970-01-01; earlier dates are negative.</summary>
/// <remarks>Apart from its converter, whose base is a class of EF: the stores would load all of EF with it.</remarks>
internal static class EpochDays
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public static int From(LocalDate date) => Period.DaysBetween(Epoch, date);

    public static LocalDate ToDate(int days) => Epoch.PlusDays(days);
}
