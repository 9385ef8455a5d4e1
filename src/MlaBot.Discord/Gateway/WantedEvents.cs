using System.Text;
using System.Text.Json;

namespace MlaBot.Discord.Gateway;

/// <summary>The events whose data is copied and handed on; of all others only the sequence number counts.</summary>
internal sealed class WantedEvents
{
    public const string Ready = "READY";
    public const string Resumed = "RESUMED";

    private readonly (byte[] Utf8, string Name)[] _names;

    /// <summary>Makes a set. <c>READY</c> and <c>RESUMED</c> are always in it: the session lives on them.</summary>
    public WantedEvents(IEnumerable<string> names) =>
        _names = [.. names.Concat([Ready, Resumed]).Distinct(StringComparer.Ordinal).Select(name => (Encoding.UTF8.GetBytes(name), name))];

    /// <summary>What this bot acts on.</summary>
    public static WantedEvents OfThisBot { get; } =
        new(["INTERACTION_CREATE", "GUILD_CREATE", "GUILD_DELETE", "CHANNEL_DELETE", "THREAD_DELETE"]);

    /// <summary>The wanted name that a JSON string holds, without allocation; null when it is none.</summary>
    public string? Match(ref readonly Utf8JsonReader reader)
    {
        foreach (var (utf8, name) in _names)
        {
            if (reader.ValueTextEquals(utf8))
            {
                return name;
            }
        }

        return null;
    }
}
