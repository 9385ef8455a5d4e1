using System.Text.Json;

namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>A component with its type and where it stands.</summary>
internal readonly record struct ComponentPart(long? Type, JsonElement Value, string Path);

/// <summary>Every component of a message or modal, nested ones too.</summary>
internal static class ComponentTree
{
    public static IReadOnlyList<ComponentPart> All(JsonElement holder, string path)
    {
        var found = new List<ComponentPart>();
        Collect(holder, path, found);
        return found;
    }

    /// <summary>A <c>custom_id</c> and an <c>id</c> stand once in a message; <c>id</c> 0 means "number it for me".</summary>
    public static void CheckIds(IReadOnlyList<ComponentPart> all, Faults faults)
    {
        foreach (var twice in all.Where(part => part.Value.Has("custom_id")).GroupBy(part => part.Value.Text("custom_id"), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            faults.Add($"{twice.Last().Path}.custom_id: \"{twice.Key}\" stands more than once");
        }

        foreach (var twice in all.Where(part => part.Value.Number("id") is > 0).GroupBy(part => part.Value.Number("id")).Where(group => group.Count() > 1))
        {
            faults.Add($"{twice.Last().Path}.id: {twice.Key} stands more than once");
        }
    }

    private static void Collect(JsonElement holder, string path, List<ComponentPart> found)
    {
        var index = 0;
        foreach (var child in holder.List("components"))
        {
            Add(child, $"{path}components[{index++}]", found);
        }

        foreach (var name in new[] { "accessory", "component" })
        {
            if (holder.Has(name, out var child))
            {
                Add(child, path + name, found);
            }
        }
    }

    private static void Add(JsonElement component, string path, List<ComponentPart> found)
    {
        found.Add(new ComponentPart(component.Number("type"), component, path));
        Collect(component, path + ".", found);
    }
}
