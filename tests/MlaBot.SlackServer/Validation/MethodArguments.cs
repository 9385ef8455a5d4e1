using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.Validation;

/// <summary>The arguments of every method: names, which are required, types.</summary>
internal sealed class MethodArguments(JsonElement methods)
{
    // Not in the documented arguments, yet the error table speaks of it (slack.md, section 12).
    private static readonly string[] Undocumented = ["chat.postMessage client_msg_id"];

    // The documentation marks these optional because one of several is needed; a bot always has them.
    private static readonly string[] NeededAnyway = ["views.open trigger_id", "views.push trigger_id"];

    public BodyFaults Check(string method, JsonObject args)
    {
        var faults = new BodyFaults();
        if (!methods.TryGetProperty(method, out var known))
        {
            return faults;
        }

        var declared = known.GetProperty("args");
        foreach (var argument in declared.EnumerateObject().Where(argument => IsRequired(method, argument) && args[argument.Name] is null))
        {
            faults.Add($"/{argument.Name}", $"missing required field: {argument.Name}");
        }

        foreach (var (name, value) in args)
        {
            if (!declared.TryGetProperty(name, out var argument))
            {
                if (!Undocumented.Contains($"{method} {name}", StringComparer.Ordinal))
                {
                    faults.AddOwn($"/{name}", "Slack does not know this argument");
                }
            }
            else if (!Fits(argument.TryGetProperty("type", out var type) ? type.GetString() : null, value))
            {
                faults.Add($"/{name}", $"must provide a valid {type}");
            }
        }

        return faults;
    }

    private static bool IsRequired(string method, JsonProperty argument) =>
        argument.Value.GetProperty("required").GetBoolean() || NeededAnyway.Contains($"{method} {argument.Name}", StringComparer.Ordinal);

    private static bool Fits(string? type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        (_, null or JsonValueKind.Null) => true,
        ("boolean", var kind) => kind is JsonValueKind.True or JsonValueKind.False || value.ToString() is "true" or "false" or "1" or "0",
        ("integer" or "number", _) => long.TryParse(value.ToString(), out _),
        ("array", var kind) => kind is JsonValueKind.Array || (kind is JsonValueKind.String && value.ToString() is ['[', ..]),
        // Structured arguments are "strings" in the documentation: JSON text in a form, JSON itself in a JSON body.
        ("string", var kind) => kind is JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Object,
        _ => true,
    };
}
