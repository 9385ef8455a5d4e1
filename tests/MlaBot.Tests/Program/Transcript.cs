using System.Text.Json;

namespace MlaBot.Tests.Program;

/// <summary>The messages in the local chat's file.</summary>
/// <param name="Markers">The marker of every message, in order: <c>post:3</c>, <c>post:3:reveal</c>.</param>
internal sealed record Transcript(IReadOnlyList<string> Markers)
{
    /// <summary>Reads the file of a bot that has ended: a running one does not share it.</summary>
    public static Transcript Of(BotFolder folder) => new([.. File.ReadLines(folder.Transcript).Select(Marker).OfType<string>()]);

    private static string? Marker(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.TryGetProperty("marker", out var marker) ? marker.GetString() : null;
    }
}
