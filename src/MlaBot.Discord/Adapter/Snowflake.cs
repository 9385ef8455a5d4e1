using System.Globalization;

namespace MlaBot.Discord.Adapter;

/// <summary>The time that an id of Discord holds.</summary>
/// <remarks>Source: Discord developer documentation, "API Reference: Snowflakes": milliseconds since 2015 in the bits from 22 up.</remarks>
internal static class Snowflake
{
    private const long Epoch = 1_420_070_400_000;

    /// <summary>When Discord gave an id, by its own clock; null for what is no id.</summary>
    public static DateTimeOffset? TimeOf(string id) => ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var snowflake)
        ? DateTimeOffset.FromUnixTimeMilliseconds((long)(snowflake >> 22) + Epoch)
        : null;
}
