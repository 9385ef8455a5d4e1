using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Messages;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Control;

/// <summary>The <c>data</c> of a submitted modal, with the checks of Discord's client.</summary>
internal sealed class ModalData(DiscordWorld world, Channel channel)
{
    private readonly JsonObject _resolved = [];

    public JsonObject Build(JsonObject modal, IReadOnlyDictionary<string, object> fields)
    {
        var known = ComponentStore.Walk(modal.List("components") ?? []).Select(component => component.Text("custom_id")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (fields.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new ControlException($"The modal has no field \"{unknown}\"; it has {string.Join(", ", known)}.");
        }

        var components = new JsonArray();
        foreach (var part in modal.List("components")!.OfType<JsonObject>())
        {
            components.Add(Part(part, fields));
        }

        var data = new JsonObject { ["custom_id"] = modal.Text("custom_id"), ["components"] = components };
        if (_resolved.Count > 0)
        {
            data["resolved"] = _resolved;
        }

        return data;
    }

    private JsonObject Part(JsonObject part, IReadOnlyDictionary<string, object> fields)
    {
        var json = new JsonObject { ["type"] = part.Int("type"), ["id"] = part.Int("id") };
        if (part["component"] is JsonObject field)
        {
            json["component"] = Field(field, fields);
        }
        else if (part.List("components") is { } row)
        {
            json["components"] = new JsonArray([.. row.OfType<JsonObject>().Select(inner => Field(inner, fields))]);
        }

        return json;
    }

    private JsonObject Field(JsonObject field, IReadOnlyDictionary<string, object> fields)
    {
        var (type, name) = (field.Int("type") ?? 0, field.Text("custom_id")!);
        var isGiven = fields.TryGetValue(name, out var given);
        var json = new JsonObject { ["type"] = type, ["id"] = field.Int("id"), ["custom_id"] = name };
        switch (type)
        {
            case ComponentType.TextInput:
                json["value"] = Text(field, name, isGiven ? given?.ToString() ?? "" : field.Text("value") ?? "");
                break;
            case ComponentType.Checkbox:
                json["value"] = isGiven ? given is true : field.Flag("default") ?? false;
                break;
            case ComponentType.RadioGroup:
                var picked = isGiven ? given?.ToString() : Defaults(field).FirstOrDefault();
                CheckOptions(field, name, picked is null ? [] : [picked], IsRequired(field) ? 1 : 0, 1);
                json["value"] = picked;
                break;
            default:
                json["values"] = Values(field, type, name, isGiven ? List(given) : Defaults(field));
                break;
        }

        return json;
    }

    private static string Text(JsonObject field, string name, string text)
    {
        // Discord's client checks an optional field only when something is in it.
        var least = text.Length == 0 && !IsRequired(field) ? 0 : Math.Max(field.Int("min_length") ?? 0, IsRequired(field) ? 1 : 0);
        return text.Length >= least && text.Length <= (field.Int("max_length") ?? 4000)
            ? text
            : throw new ControlException($"The field \"{name}\" does not take {text.Length} characters.");
    }

    private JsonArray Values(JsonObject field, int type, string name, List<string> values)
    {
        if (ComponentType.IsSelect(type) && values.Count > 0)
        {
            Choice.Check(field, values, channel);
            foreach (var (kind, entries) in Choice.Resolved(world, channel, field, values) ?? [])
            {
                foreach (var (id, json) in entries!.AsObject())
                {
                    ((JsonObject)(_resolved[kind] ??= new JsonObject()))[id] = json!.DeepClone();
                }
            }
        }
        else
        {
            CheckOptions(field, name, values, IsRequired(field) ? field.Int("min_values") ?? 1 : 0, field.Int("max_values") ?? 25);
        }

        return new([.. values.Select(value => (JsonNode)value)]);
    }

    private static void CheckOptions(JsonObject field, string name, List<string> values, int least, int most)
    {
        if (values.Count < least || values.Count > most)
        {
            throw new ControlException($"The field \"{name}\" takes {Choice.Amount(least, most)}, not {values.Count}.");
        }

        if (values.Find(value => field.List("options")?.Any(option => option.Text("value") == value) == false) is { } unknown)
        {
            throw new ControlException($"The field \"{name}\" does not offer \"{unknown}\".");
        }
    }

    private static List<string> Defaults(JsonObject field) => field.List("default_values") is { } ids
        ? [.. ids.Select(entry => entry.Text("id")!)]
        : [.. (field.List("options") ?? []).Where(option => option.Flag("default") == true).Select(option => option.Text("value")!)];

    private static List<string> List(object? given) => given is string one ? [one] : [.. ((IEnumerable<string>)given!)];

    private static bool IsRequired(JsonObject field) => field.Flag("required") ?? true;
}
