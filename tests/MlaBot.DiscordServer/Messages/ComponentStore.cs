using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Rest;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Messages;

/// <summary>Makes components as they are stored: numbered, with defaults, with real urls.</summary>
internal static class ComponentStore
{
    public static JsonArray Store(JsonArray components, IReadOnlyList<StoredFile> files)
    {
        var stored = (JsonArray)components.DeepClone();
        var all = Walk(stored).ToList();
        Number(all);
        foreach (var component in all)
        {
            AddDefaults(component);
            foreach (var (media, path) in MediaOf(component))
            {
                Resolve(media, path, files);
            }
        }

        return stored;
    }

    /// <summary>Every component, nested ones after their parent.</summary>
    public static IEnumerable<JsonObject> Walk(IEnumerable<JsonNode?> components)
    {
        foreach (var component in components.OfType<JsonObject>())
        {
            yield return component;
            foreach (var child in Walk((component.List("components") ?? []).Append(component["accessory"]).Append(component["component"])))
            {
                yield return child;
            }
        }
    }

    private static void Number(List<JsonObject> all)
    {
        var taken = all.Select(component => component.Int("id")).OfType<int>().Where(id => id != 0).ToHashSet();
        var next = 0;
        foreach (var component in all.Where(component => component.Int("id") is null or 0))
        {
            do
            {
                next++;
            }
            while (!taken.Add(next));
            component["id"] = next;
        }
    }

    private static void AddDefaults(JsonObject component)
    {
        var type = component.Int("type") ?? 0;
        switch (type)
        {
            case ComponentType.Button when component["style"] is null:
                component["style"] = 2;
                break;
            case ComponentType.Container:
                component.TryAdd("accent_color", null);
                component.TryAdd("spoiler", false);
                break;
            case ComponentType.Separator:
                component.TryAdd("divider", true);
                component.TryAdd("spacing", 1);
                break;
            case ComponentType.Thumbnail:
                component.TryAdd("description", null);
                component.TryAdd("spoiler", false);
                break;
            case ComponentType.MediaGallery:
                foreach (var item in component.List("items")!.OfType<JsonObject>())
                {
                    item.TryAdd("description", null);
                    item.TryAdd("spoiler", false);
                }

                break;
            case var select when ComponentType.IsSelect(select):
                component.TryAdd("min_values", 1);
                component.TryAdd("max_values", 1);
                break;
        }
    }

    private static IEnumerable<(JsonObject Media, string Path)> MediaOf(JsonObject component)
    {
        if ((component["media"] ?? component["file"]) is JsonObject own)
        {
            yield return (own, "media.url");
        }

        foreach (var item in component.List("items") ?? [])
        {
            if (item?["media"] is JsonObject media)
            {
                yield return (media, "items.media.url");
            }
        }
    }

    private static void Resolve(JsonObject media, string path, IReadOnlyList<StoredFile> files)
    {
        const string Scheme = "attachment://";
        var url = media.Text("url") ?? "";
        if (url.StartsWith(Scheme, StringComparison.Ordinal))
        {
            var file = files.FirstOrDefault(file => string.Equals(file.Name, url[Scheme.Length..], StringComparison.Ordinal))
                ?? throw DiscordError.InvalidBody($"components.{path}: The referenced attachment was not found");
            media["url"] = file.Url;
            media["attachment_id"] = file.Id.ToString(CultureInfo.InvariantCulture);
            media["content_type"] = file.MediaType;
            media["width"] = file.Size?.Width;
            media["height"] = file.Size?.Height;
        }
        else if (!url.StartsWith("http://", StringComparison.Ordinal) && !url.StartsWith("https://", StringComparison.Ordinal))
        {
            throw DiscordError.InvalidBody($"components.{path}: Not a well formed URL.");
        }

        media["proxy_url"] = media["url"]!.GetValue<string>();
        media.TryAdd("width", null);
        media.TryAdd("height", null);
        media.TryAdd("content_type", null);
        media.TryAdd("id", media.Text("attachment_id") ?? "0");
    }
}
