using System.Text.Json;

namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>The components of a message as a tree: their number, their texts, their ids.</summary>
/// <remarks>Source: Discord developer documentation, "Component Reference".</remarks>
internal static class ComponentRules
{
    private const int ActionRow = 1;
    private const int TextDisplay = 10;

    public static void Check(JsonElement message, ComponentLimits limits, string path, Faults faults)
    {
        var top = message.List("components");
        if (!limits.IsV2 && limits.IsFlagKnown)
        {
            CheckOldStyle(top, path, faults);
        }

        var all = ComponentTree.All(message, path);
        if (all.Count > 40)
        {
            faults.Add($"{path}components: are {all.Count} with nested ones, may be 40");
        }

        var text = all.Where(part => part.Type == TextDisplay).Sum(part => part.Value.Text("content").Length);
        if (text > 4000)
        {
            faults.Add($"{path}components: have {text} characters of text in all, may have 4000");
        }

        ComponentTree.CheckIds(all, faults);
        foreach (var part in all)
        {
            CheckOne(part, faults);
        }
    }

    private static void CheckOldStyle(IReadOnlyList<JsonElement> top, string path, Faults faults)
    {
        if (top.Any(part => part.Number("type") != ActionRow))
        {
            faults.Add($"{path}flags: must have IS_COMPONENTS_V2 (32768) for components other than action rows");
        }
        else if (top.Count > 5)
        {
            faults.Add($"{path}components: are {top.Count} rows, may be 5 without IS_COMPONENTS_V2");
        }
    }

    private static void CheckOne(ComponentPart part, Faults faults)
    {
        switch (part.Type)
        {
            case ActionRow when part.Value.List("components") is { Count: > 1 } row && row.Any(child => child.Number("type") != 2):
                faults.Add($"{part.Path}: a select must stand alone in its row");
                break;
            case 2:
                ButtonRules.Check(part, faults);
                break;
            case 3 or 5 or 6 or 7 or 8:
                SelectRules.Check(part, faults);
                if (part.Value.Has("required"))
                {
                    faults.AddOwn($"{part.Path}.required: counts in modals only");
                }

                break;
            case 13 when part.Value.Has("file", out var file) && !file.Text("url").StartsWith("attachment://", StringComparison.Ordinal):
                faults.Add($"{part.Path}.file.url: must be attachment://name");
                break;
        }
    }
}
