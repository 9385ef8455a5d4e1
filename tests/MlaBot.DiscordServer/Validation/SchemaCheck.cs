using System.Text.Json;

namespace MlaBot.DiscordServer.Validation;

/// <summary>Walks a value beside its schema and writes down what does not fit. Strict checks refuse properties that no schema declares.</summary>
internal static class SchemaCheck
{
    public static void Check(Schema schema, JsonElement value, string path, Faults faults) => Check(schema, value, path, faults, faults.IsStrict);

    private static void Check(Schema schema, JsonElement value, string path, Faults faults, bool isClosed)
    {
        if (schema.Types is { } types && !HasType(types, value))
        {
            faults.Add($"{Name(path)}: is {JsonText.TypeOf(value)}, must be {string.Join(" or ", types)}");
            return;
        }

        if (schema.Values is { } values && !values.Contains(JsonText.Key(value)))
        {
            faults.Add($"{Name(path)}: {value.GetRawText()} is not one of {string.Join(", ", values.Select(known => known.Length > 0 && known[0] is 's' or 'n' ? known[1..] : known))}");
            return;
        }

        foreach (var part in schema.AllOf)
        {
            Check(part, value, path, faults, isClosed: false);
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(schema, value, path, faults, isClosed);
                break;
            case JsonValueKind.Array:
                CheckArray(schema, value, path, faults);
                break;
            case JsonValueKind.String:
                ScalarCheck.Text(schema, value.GetString()!, Name(path), faults);
                break;
            case JsonValueKind.Number:
                ScalarCheck.Number(schema, value, Name(path), faults);
                break;
        }

        UnionCheck.Check(schema, value, path, faults);
    }

    public static bool HasType(IReadOnlyList<string> types, JsonElement value)
    {
        var type = JsonText.TypeOf(value);
        return types.Contains(type) || (type == "integer" && types.Contains("number"));
    }

    private static void CheckObject(Schema schema, JsonElement value, string path, Faults faults, bool isClosed)
    {
        foreach (var name in schema.Required)
        {
            if (!value.TryGetProperty(name, out _))
            {
                faults.Add($"{Join(path, name)}: is required");
            }
        }

        var count = 0;
        foreach (var property in value.EnumerateObject())
        {
            count++;
            if (schema.Properties.TryGetValue(property.Name, out var known))
            {
                Check(known, property.Value, Join(path, property.Name), faults);
            }
            else if (schema.AdditionalProperties is { } rest)
            {
                Check(rest, property.Value, Join(path, property.Name), faults);
            }
            else if (schema.ForbidsAdditional || (isClosed && schema.Declared.Count > 0 && !schema.Declared.ContainsKey(property.Name)))
            {
                faults.Add($"{Join(path, property.Name)}: Discord does not know this property");
            }
        }

        if (count < schema.MinProperties || count > schema.MaxProperties)
        {
            faults.Add($"{Name(path)}: has {count} properties, must have {schema.MinProperties ?? 0} to {schema.MaxProperties}");
        }
    }

    private static void CheckArray(Schema schema, JsonElement value, string path, Faults faults)
    {
        var count = value.GetArrayLength();
        if (count < schema.MinItems || count > schema.MaxItems)
        {
            faults.Add($"{Name(path)}: has {count} entries, must have {schema.MinItems ?? 0} to {schema.MaxItems}");
        }

        if (schema.UniqueItems && value.EnumerateArray().Select(JsonText.Key).Distinct(StringComparer.Ordinal).Count() < count)
        {
            faults.Add($"{Name(path)}: has an entry twice");
        }

        if (schema.Items is { } items)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Check(items, item, $"{path}[{index++}]", faults);
            }
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Name(string path) => path.Length == 0 ? "body" : path;
}
