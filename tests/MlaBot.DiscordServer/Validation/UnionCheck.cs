using System.Text.Json;

namespace MlaBot.DiscordServer.Validation;

/// <summary><c>oneOf</c> and <c>anyOf</c>. An object's <c>type</c> picks its branch first, so that faults speak of the right one.</summary>
internal static class UnionCheck
{
    public static void Check(Schema schema, JsonElement value, string path, List<string> faults)
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

    private static void Check(IReadOnlyList<Schema> branches, JsonElement value, string path, List<string> faults, bool isOne)
    {
        var candidates = value.ValueKind == JsonValueKind.Null ? branches : [.. branches.Where(branch => !branch.IsNullOnly)];
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("type", out var type) && candidates.All(branch => branch.Declared.ContainsKey("type")))
        {
            candidates = [.. candidates.Where(branch => SchemaCheck.Fits(branch.Declared["type"], type))];
            if (candidates.Count == 0)
            {
                faults.Add($"{(path.Length == 0 ? "body" : path)}: type {type.GetRawText()} is not allowed here");
                return;
            }
        }

        List<string>? nearest = null;
        var fitting = 0;
        foreach (var branch in candidates)
        {
            var found = new List<string>();
            SchemaCheck.Check(branch, value, path, found);
            fitting += found.Count == 0 ? 1 : 0;
            nearest = nearest is null || found.Count < nearest.Count ? found : nearest;
        }

        if (fitting == 0)
        {
            faults.AddRange(nearest ?? [$"{path}: is null, which is not allowed here"]);
        }
        else if (fitting > 1 && isOne)
        {
            faults.Add($"{path}: fits {fitting} forms, must fit exactly one");
        }
    }
}
