using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace MlaBot.Storage.Database.Values;

/// <summary>Keeps a date as the number of days since 1970-01-01; earlier dates are negative.</summary>
internal sealed class EpochDays() : ValueConverter<LocalDate, int>(date => From(date), days => ToDate(days))
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public static int From(LocalDate date) => Period.DaysBetween(Epoch, date);

    public static LocalDate ToDate(int days) => Epoch.PlusDays(days);
}
