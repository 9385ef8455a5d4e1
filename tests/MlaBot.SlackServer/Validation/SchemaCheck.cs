using System.Text.Json;

namespace MlaBot.SlackServer.Validation;

/// <summary>Walks a value beside a JSON Schema (2020-12) and words what does not fit as Slack does.</summary>
/// <param name="root">The whole schema; <c>$ref</c> points into it.</param>
internal sealed class SchemaCheck(JsonElement root)
{
    /// <param name="definition">A name among <c>$defs</c>.</param>
    /// <param name="value">What is checked.</param>
    /// <param name="pointer">Where it stands.</param>
    public BodyFaults Check(string definition, JsonElement value, string pointer)
    {
        var faults = new BodyFaults();
        Check(root.GetProperty("$defs").GetProperty(definition), value, pointer, faults);
        return faults;
    }

    private void Check(JsonElement schema, JsonElement value, string pointer, BodyFaults faults)
    {
        if (schema.TryGetProperty("type", out var types) && !HasType(types, value))
        {
            faults.Add(pointer, $"must provide {Article(types.ToString())} {types}");
            return;
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            Apply(schema, keyword.Name, keyword.Value, value, pointer, faults);
        }
    }

    private void Apply(JsonElement schema, string keyword, JsonElement rule, JsonElement value, string pointer, BodyFaults faults)
    {
        switch (keyword)
        {
            case "$ref":
                Check(Resolve(rule.GetString()!), value, pointer, faults);
                break;
            case "oneOf" or "anyOf":
                CheckUnion(rule, value, pointer, faults, isOne: keyword is "oneOf");
                break;
            case "if":
                if (Fits(rule, value, pointer) && schema.TryGetProperty("then", out var then))
                {
                    Check(then, value, pointer, faults);
                }

                break;
            case "const" or "enum":
                var allowed = keyword is "const" ? [rule] : rule.EnumerateArray().ToList();
                if (!allowed.Any(one => JsonElement.DeepEquals(one, value)))
                {
                    faults.Add(pointer, $"must be a valid enum value: {string.Join(", ", allowed)}");
                }

                break;
            case "type" or "then" or "title" or "description" or "$defs" or "$id" or "$schema":
                break;
            case var extension when extension.StartsWith("x-", StringComparison.Ordinal):
                break;
            default:
                switch (value.ValueKind)
                {
                    case JsonValueKind.Object:
                        CheckObject(schema, keyword, rule, value, pointer, faults);
                        break;
                    case JsonValueKind.Array:
                        CheckArray(keyword, rule, value, pointer, faults);
                        break;
                    case JsonValueKind.String or JsonValueKind.Number:
                        ScalarCheck.Check(keyword, rule, value, pointer, faults);
                        break;
                }

                break;
        }
    }

    private void CheckObject(JsonElement schema, string keyword, JsonElement rule, JsonElement value, string pointer, BodyFaults faults)
    {
        switch (keyword)
        {
            case "required":
                foreach (var name in rule.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)))
                {
                    faults.Add(pointer, $"missing required field: {name}");
                }

                break;
            case "properties":
                foreach (var property in rule.EnumerateObject())
                {
                    if (value.TryGetProperty(property.Name, out var found))
                    {
                        Check(property.Value, found, $"{pointer}/{property.Name}", faults);
                    }
                }

                break;
            case "additionalProperties":
                schema.TryGetProperty("properties", out var known);
                foreach (var property in value.EnumerateObject().Where(property => known.ValueKind is not JsonValueKind.Object || !known.TryGetProperty(property.Name, out _)))
                {
                    if (rule.ValueKind is JsonValueKind.False)
                    {
                        faults.Add(pointer, $"invalid additional property: {property.Name}");
                    }
                    else if (rule.ValueKind is JsonValueKind.Object)
                    {
                        Check(rule, property.Value, $"{pointer}/{property.Name}", faults);
                    }
                }

                break;
            case "minProperties" when value.EnumerateObject().Count() < rule.GetInt32():
                faults.Add(pointer, $"no fewer than {rule} properties allowed");
                break;
            case "maxProperties" when value.EnumerateObject().Count() > rule.GetInt32():
                faults.Add(pointer, $"no more than {rule} properties allowed");
                break;
        }
    }

    private void CheckArray(string keyword, JsonElement rule, JsonElement value, string pointer, BodyFaults faults)
    {
        switch (keyword)
        {
            case "items":
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Check(rule, item, $"{pointer}/{index++}", faults);
                }

                break;
            case "minItems" when value.GetArrayLength() < rule.GetInt32():
                faults.Add(pointer, $"no fewer than {rule} items allowed");
                break;
            case "maxItems" when value.GetArrayLength() > rule.GetInt32():
                faults.Add(pointer, $"no more than {rule} items allowed");
                break;
            case "uniqueItems" when rule.GetBoolean() && value.EnumerateArray().Select(item => item.GetRawText()).Distinct(StringComparer.Ordinal).Count() < value.GetArrayLength():
                faults.Add(pointer, "items must be unique");
                break;
            case "contains" when !value.EnumerateArray().Any(item => Fits(rule, item, pointer)):
                faults.Add(pointer, "a required item is missing");
                break;
        }
    }

    /// <summary>An object's <c>type</c> picks its branch, so that the faults speak of the right one.</summary>
    private void CheckUnion(JsonElement branches, JsonElement value, string pointer, BodyFaults faults, bool isOne)
    {
        var candidates = branches.EnumerateArray().Select(Follow).Where(branch => CanBe(branch, value)).ToList();
        if (candidates is [var only])
        {
            Check(only, value, pointer, faults);
            return;
        }

        var found = candidates.Select(branch =>
        {
            var own = new BodyFaults();
            Check(branch, value, pointer, own);
            return own;
        }).ToList();
        var fitting = found.Count(own => own.Count is 0);
        if (found.Count is 0)
        {
            faults.Add(pointer, value.ValueKind is JsonValueKind.Object && value.TryGetProperty("type", out var type) ? $"unsupported type: {type}" : "failed to match all allowed schemas");
        }
        else if (fitting is 0)
        {
            faults.AddRange(found.MinBy(own => own.Count)!);
        }
        else if (fitting > 1 && isOne)
        {
            faults.Add(pointer, "fits more than one schema, must fit exactly one");
        }
    }

    private bool CanBe(JsonElement branch, JsonElement value)
    {
        if (branch.TryGetProperty("type", out var types) && !HasType(types, value))
        {
            return false;
        }

        return !(value.ValueKind is JsonValueKind.Object && branch.TryGetProperty("properties", out var properties) && properties.TryGetProperty("type", out var declared)
            && declared.TryGetProperty("const", out var type) && (!value.TryGetProperty("type", out var named) || !JsonElement.DeepEquals(type, named)));
    }

    private bool Fits(JsonElement schema, JsonElement value, string pointer)
    {
        var own = new BodyFaults();
        Check(schema, value, pointer, own);
        return own.Count is 0;
    }

    private JsonElement Follow(JsonElement schema) => schema.TryGetProperty("$ref", out var reference) ? Follow(Resolve(reference.GetString()!)) : schema;

    private JsonElement Resolve(string pointer)
    {
        var at = root;
        foreach (var step in pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at.GetProperty(step);
        }

        return at;
    }

    private static bool HasType(JsonElement types, JsonElement value) => types.ValueKind is JsonValueKind.Array
        ? types.EnumerateArray().Any(type => ScalarCheck.Is(type.GetString()!, value))
        : ScalarCheck.Is(types.GetString()!, value);

    private static string Article(string type) => type is "object" or "array" or "integer" ? "an" : "a";
}
