using System.Text.Json;

namespace MlaBot.Discord.Rest;

/// <summary>The body of a refusal.</summary>
/// <param name="Code">Discord's error code; 0 for none.</param>
/// <param name="Message">What Discord says; empty for nothing.</param>
/// <param name="Faults">The faults of an invalid body, each with its path; empty for none.</param>
/// <param name="RetryAfter">Seconds to wait; null when it does not say.</param>
/// <param name="IsGlobal">True when the global limit refused.</param>
/// <param name="IsJson">False when the body is no JSON object at all.</param>
/// <remarks>Source: Discord developer documentation, "Reference: Error Messages".</remarks>
internal sealed record ApiError(int Code, string Message, IReadOnlyList<string> Faults, double? RetryAfter, bool IsGlobal, bool IsJson)
{
    private const int MostFaults = 10;

    private static readonly ApiError None = new(0, "", [], null, false, false);

    /// <summary>Reads a body; one that cannot be read gives an error without content.</summary>
    public static ApiError Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root ? Read(root) : None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static ApiError Read(JsonElement root)
    {
        List<string> faults = [];
        if (root.TryGetProperty("errors", out var errors))
        {
            Flatten(errors, "", faults);
        }

        return new ApiError(
            root.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) ? number : 0,
            Text(root, "message"),
            faults,
            root.TryGetProperty("retry_after", out var wait) && wait.ValueKind == JsonValueKind.Number ? wait.GetDouble() : null,
            root.TryGetProperty("global", out var global) && global.ValueKind == JsonValueKind.True,
            IsJson: true);
    }

    private static void Flatten(JsonElement errors, string path, List<string> faults)
    {
        if (errors.ValueKind != JsonValueKind.Object || faults.Count >= MostFaults)
        {
            return;
        }

        foreach (var property in errors.EnumerateObject())
        {
            if (!property.NameEquals("_errors"))
            {
                Flatten(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", faults);
            }
            else if (property.Value.ValueKind == JsonValueKind.Array)
            {
                faults.AddRange(property.Value.EnumerateArray()
                    .Where(fault => fault.ValueKind == JsonValueKind.Object)
                    .Select(fault => $"{(path.Length == 0 ? "body" : path)}: {Text(fault, "code")} {Text(fault, "message")}".TrimEnd()));
            }
        }
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
