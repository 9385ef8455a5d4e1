using System.Text.Json;
using System.Text.RegularExpressions;

namespace MlaBot.DiscordServer.Validation;

/// <summary>Turns the spec's schemas into <see cref="Schema"/>, each named one once.</summary>
/// <param name="spec">The whole spec.</param>
internal sealed class SchemaCompiler(JsonElement spec)
{
    private readonly Dictionary<string, Schema> _named = new(StringComparer.Ordinal);

    public Schema Compile(JsonElement source)
    {
        if (!source.TryGetProperty("$ref", out var reference))
        {
            return Fill(new Schema(), source);
        }

        var pointer = reference.GetString()!;
        if (!_named.TryGetValue(pointer, out var schema))
        {
            // Known before it is filled: schemas may contain themselves.
            _named[pointer] = schema = new Schema();
            Fill(schema, Resolve(pointer));
        }

        return schema;
    }

    public JsonElement Resolve(string pointer)
    {
        var at = spec;
        foreach (var step in pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at.GetProperty(step.Replace("~1", "/").Replace("~0", "~"));
        }

        return at;
    }

    private Schema Fill(Schema schema, JsonElement source)
    {
        if (source.TryGetProperty("$ref", out _))
        {
            schema.AllOf = [Compile(source)];
            return schema;
        }

        foreach (var keyword in source.EnumerateObject())
        {
            Read(schema, keyword.Name, keyword.Value);
        }

        if (schema.OneOf.Count > 0 && schema.OneOf.All(branch => branch.Values is not null))
        {
            // The spec's way to name each value of an enumeration; one set is far faster to ask.
            schema.Values = [.. schema.OneOf.SelectMany(branch => branch.Values!)];
            schema.OneOf = [];
        }

        return schema;
    }

    private void Read(Schema schema, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "type":
                schema.Types = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(type => type.GetString()!)] : [value.GetString()!];
                break;
            case "properties":
                foreach (var property in value.EnumerateObject())
                {
                    schema.Properties[property.Name] = SpecCorrections.Property(property.Name, property.Value, Compile);
                }

                break;
            case "required":
                schema.Required = [.. value.EnumerateArray().Select(name => name.GetString()!)];
                break;
            case "items":
                schema.Items = Compile(value);
                break;
            case "additionalProperties" when value.ValueKind == JsonValueKind.Object:
                schema.AdditionalProperties = Compile(value);
                break;
            case "additionalProperties":
                schema.ForbidsAdditional = value.ValueKind == JsonValueKind.False;
                break;
            case "minLength":
                schema.MinLength = value.GetInt32();
                break;
            case "maxLength":
                schema.MaxLength = value.GetInt32();
                break;
            case "minItems":
                schema.MinItems = value.GetInt32();
                break;
            case "maxItems":
                schema.MaxItems = value.GetInt32();
                break;
            case "minProperties":
                schema.MinProperties = value.GetInt32();
                break;
            case "maxProperties":
                schema.MaxProperties = value.GetInt32();
                break;
            case "minimum":
                schema.Minimum = value.GetDecimal();
                break;
            case "maximum":
                schema.Maximum = value.GetDecimal();
                break;
            case "uniqueItems":
                schema.UniqueItems = value.GetBoolean();
                break;
            case "pattern":
                schema.Pattern = new Regex(value.GetString()!, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
                break;
            case "format":
                schema.Format = value.GetString();
                break;
            case "enum":
                schema.Values = [.. value.EnumerateArray().Select(JsonText.Key)];
                break;
            case "const":
                schema.Values = [JsonText.Key(value)];
                break;
            case "allOf":
                schema.AllOf = [.. value.EnumerateArray().Select(Compile)];
                break;
            case "oneOf":
                schema.OneOf = [.. value.EnumerateArray().Select(Compile)];
                break;
            case "anyOf":
                schema.AnyOf = [.. value.EnumerateArray().Select(Compile)];
                break;
            case "title" or "description" or "contentEncoding" or "x-discord-union":
                break;
            default:
                throw new NotSupportedException($"The spec uses the keyword \"{keyword}\", which the check of bodies does not know. Add it to {nameof(SchemaCompiler)} and {nameof(SchemaCheck)}.");
        }
    }
}
