using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace MlaBot.Storage.Database.Values;

/// <summary>Keeps dates as <see cref="EpochDays"/>.</summary>
internal sealed class EpochDaysConverter() : ValueConverter<LocalDate, int>(date => EpochDays.From(date), days => EpochDays.ToDate(days));
