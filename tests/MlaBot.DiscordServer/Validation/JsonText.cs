using System.Globalization;
using System.Text.Json;

namespace MlaBot.DiscordServer.Validation;

/// <summary>Short ways to read JSON that may have any shape.</summary>
internal static class JsonText
{
    /// <summary>A text that is equal for equal values, whatever their spelling.</summary>
    public static string Key(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "s" + value.GetString(),
        JsonValueKind.Number when value.TryGetDecimal(out var number) => "n" + number.ToString("G29", CultureInfo.InvariantCulture),
        _ => value.GetRawText(),
    };

    public static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => IsWhole(value) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    /// <summary>The property's value when it is there and not null.</summary>
    public static bool Has(this JsonElement value, string name, out JsonElement found)
    {
        found = default;
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out found) && found.ValueKind != JsonValueKind.Null;
    }

    public static bool Has(this JsonElement value, string name) => value.Has(name, out _);

    public static string Text(this JsonElement value, string name) =>
        value.Has(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString()! : "";

    public static long? Number(this JsonElement value, string name) =>
        value.Has(name, out var found) && found.ValueKind == JsonValueKind.Number && found.TryGetInt64(out var number) ? number : null;

    public static bool Flag(this JsonElement value, string name) => value.Has(name, out var found) && found.ValueKind == JsonValueKind.True;

    public static IReadOnlyList<JsonElement> List(this JsonElement value, string name) =>
        value.Has(name, out var found) && found.ValueKind == JsonValueKind.Array ? [.. found.EnumerateArray()] : [];

    private static bool IsWhole(JsonElement value) => value.TryGetInt64(out _) || (value.TryGetDecimal(out var number) && decimal.Truncate(number) == number);
}
