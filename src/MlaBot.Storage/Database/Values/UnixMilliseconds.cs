using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace MlaBot.Storage.Database.Values;

/// <summary>Keeps an instant as UTC Unix milliseconds: SQLite cannot order or compare DateTimeOffset.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    milliseconds => Instant.FromUnixTimeMilliseconds(milliseconds));
