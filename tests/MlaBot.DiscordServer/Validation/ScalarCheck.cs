using System.Globalization;
using System.Text.Json;

namespace MlaBot.DiscordServer.Validation;

/// <summary>Lengths, ranges, patterns and formats of single values.</summary>
internal static class ScalarCheck
{
    public static void Text(Schema schema, string text, string path, Faults faults)
    {
        // UTF-16 units never undercount characters, so a text that passes here passes at Discord.
        if (text.Length < schema.MinLength || text.Length > schema.MaxLength)
        {
            faults.Add($"{path}: has {text.Length} characters, must have {schema.MinLength ?? 0} to {schema.MaxLength}");
        }

        if (schema.Pattern is { } pattern && !pattern.IsMatch(text))
        {
            faults.Add($"{path}: does not match {pattern}");
        }

        var isWellFormed = schema.Format switch
        {
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "snowflake" => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            _ => true,
        };
        if (!isWellFormed)
        {
            faults.Add($"{path}: is not a {schema.Format}");
        }
    }

    public static void Number(Schema schema, JsonElement value, string path, Faults faults)
    {
        if (!value.TryGetDecimal(out var number))
        {
            faults.Add($"{path}: is out of every range");
            return;
        }

        var (low, high) = schema.Format switch
        {
            "int32" => (schema.Minimum ?? int.MinValue, schema.Maximum ?? int.MaxValue),
            "int64" => (schema.Minimum ?? long.MinValue, schema.Maximum ?? long.MaxValue),
            _ => (schema.Minimum, schema.Maximum),
        };
        if (number < low || number > high)
        {
            faults.Add($"{path}: is {number}, must be {low?.ToString() ?? "anything"} to {high?.ToString() ?? "anything"}");
        }
    }
}
