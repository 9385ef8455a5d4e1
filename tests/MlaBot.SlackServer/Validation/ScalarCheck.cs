using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MlaBot.SlackServer.Validation;

/// <summary>Lengths, ranges, patterns and formats of single values.</summary>
internal static class ScalarCheck
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    public static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "string" => value.ValueKind is JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind is JsonValueKind.Number,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "null" => value.ValueKind is JsonValueKind.Null,
        _ => throw new NotSupportedException($"The schema names the type {type}, which is unknown."),
    };

    public static void Check(string keyword, JsonElement rule, JsonElement value, string pointer, BodyFaults faults)
    {
        if (value.ValueKind is JsonValueKind.String)
        {
            Text(keyword, rule, value.GetString()!, pointer, faults);
        }
        else
        {
            Number(keyword, rule, value.GetDecimal(), pointer, faults);
        }
    }

    private static void Text(string keyword, JsonElement rule, string text, string pointer, BodyFaults faults)
    {
        switch (keyword)
        {
            // UTF-16 units never undercount characters, so a text that passes here passes at Slack.
            case "maxLength" when text.Length > rule.GetInt32():
                faults.Add(pointer, $"must be less than {rule.GetInt32() + 1} characters");
                break;
            case "minLength" when text.Length < rule.GetInt32():
                faults.Add(pointer, $"must be more than {rule.GetInt32() - 1} characters");
                break;
            case "pattern" when !Patterns.GetOrAdd(rule.GetString()!, pattern => new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))).IsMatch(text):
                faults.Add(pointer, $"does not match the pattern {rule}");
                break;
            case "format" when rule.GetString() is "uri" && !Uri.TryCreate(text, UriKind.Absolute, out _):
                faults.Add(pointer, "invalid url");
                break;
        }
    }

    private static void Number(string keyword, JsonElement rule, decimal number, string pointer, BodyFaults faults)
    {
        switch (keyword)
        {
            case "minimum" when number < rule.GetDecimal():
                faults.Add(pointer, $"must be at least {rule}");
                break;
            case "exclusiveMinimum" when number <= rule.GetDecimal():
                faults.Add(pointer, $"must be more than {rule}");
                break;
            case "maximum" when number > rule.GetDecimal():
                faults.Add(pointer, $"must be at most {rule}");
                break;
        }
    }
}
