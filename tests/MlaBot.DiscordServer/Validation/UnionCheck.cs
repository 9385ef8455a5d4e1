using System.Text.Json;

namespace MlaBot.DiscordServer.Validation;

/// <summary><c>oneOf</c> and <c>anyOf</c>. An object's <c>type</c> picks its branch first, so that faults speak of the right one.</summary>
internal static class UnionCheck
{
    public static void Check(Schema schema, JsonElement value, string path, Faults faults)
    {
        if (schema.OneOf.Count > 0)
        {
            Check(schema.OneOf, value, path, faults, isOne: true);
        }

        if (schema.AnyOf.Count > 0)
        {
            // "x-discord-union: oneOf" stands on these. One branch is enough here, because some of them overlap
            // (an empty list of choices fits all three kinds, a webhook's message both of its forms).
            Check(schema.AnyOf, value, path, faults, isOne: false);
        }
    }

    private static void Check(IReadOnlyList<Schema> branches, JsonElement value, string path, Faults faults, bool isOne)
    {
        var candidates = Candidates(branches, value);
        if (candidates.Count == 0)
        {
            faults.Add($"{(path.Length == 0 ? "body" : path)}: {Describe(value)} is not allowed here");
            return;
        }

        if (candidates.Count == 1)
        {
            SchemaCheck.Check(candidates[0], value, path, faults);
            return;
        }

        Faults? nearest = null;
        var fitting = 0;
        foreach (var branch in candidates)
        {
            var found = new Faults(faults.IsStrict);
            SchemaCheck.Check(branch, value, path, found);
            fitting += found.Count == 0 ? 1 : 0;
            nearest = nearest is null || found.Count < nearest.Count ? found : nearest;
        }

        if (fitting == 0)
        {
            faults.AddRange(nearest!);
        }
        else if (fitting > 1 && isOne && faults.IsStrict)
        {
            // Without the strictness, open schemas overlap.
            faults.Add($"{path}: fits {fitting} forms, must fit exactly one");
        }
    }

    private static List<Schema> Candidates(IReadOnlyList<Schema> branches, JsonElement value)
    {
        var byType = branches.Where(branch => branch.Types is not { } types || SchemaCheck.HasType(types, value)).ToList();
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("type", out var type))
        {
            return byType;
        }

        var key = JsonText.Key(type);
        return [.. byType.Where(branch => !branch.Declared.TryGetValue("type", out var declared) || declared.Values is not { } values || values.Contains(key))];
    }

    private static string Describe(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("type", out var type) ? $"type {type.GetRawText()}" : JsonText.TypeOf(value);
}
