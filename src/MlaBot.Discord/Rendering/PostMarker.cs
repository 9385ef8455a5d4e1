using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Rendering;

/// <summary>Marks a message invisibly, so that it is found again after a crash.</summary>
/// <remarks>The carrier is the <c>id</c> of the message's container: any component may have one, and Discord gives it back
/// unchanged. Components without one are numbered upwards from 1, so marks are large. Source: Discord developer
/// documentation, "Component Reference: Anatomy of a Component".</remarks>
internal static class PostMarker
{
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";
    private const int ContainerType = 17;

    /// <summary>The container's id that stands for a marker: from 2^30 to 2^31 - 1, so one marker in a thousand million looks like another.</summary>
    public static int Id(string marker) => (BinaryPrimitives.ReadInt32BigEndian(Hash("id", marker)) & 0x3FFF_FFFF) | 0x4000_0000;

    /// <summary>A nonce of 25 characters: a second create with it within some minutes gives the first message back.</summary>
    /// <param name="marker">Unique among all messages of the bot; put the channel in where the marker itself is not.</param>
    public static string Nonce(string marker) => string.Concat(Hash("nonce", marker).Take(DiscordLimits.Nonce).Select(part => Base32[part & 31]));

    /// <summary>True when a message carries a marker.</summary>
    public static bool Carries(ReceivedMessage message, string marker) =>
        message.Components.ValueKind == JsonValueKind.Array && message.Components.EnumerateArray().Any(component => IsMarked(component, Id(marker)));

    private static bool IsMarked(JsonElement component, int id) =>
        component.ValueKind == JsonValueKind.Object
        && component.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Number && type.TryGetInt32(out var number) && number == ContainerType
        && component.TryGetProperty("id", out var found) && found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var value) && value == id;

    private static byte[] Hash(string use, string marker) => SHA256.HashData(Encoding.UTF8.GetBytes($"mlabot {use} {marker}"));
}
