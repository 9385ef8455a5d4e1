using System.Text.Json;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Tests.Rendering;

/// <summary>A message's JSON as Discord gets it, with what breaks Discord's documented limits in it.</summary>
/// <remarks>Written from the documentation alone, not from the renderer's own check.</remarks>
internal sealed class SentMessage
{
    private readonly JsonElement _json;

    public SentMessage(MessagePayload payload)
    {
        _json = JsonSerializer.SerializeToElement(payload, DiscordJson.Default.MessagePayload);
        Components = [.. _json.GetProperty("components").EnumerateArray().SelectMany(Inside)];
    }

    /// <summary>All components, those inside others too.</summary>
    public IReadOnlyList<JsonElement> Components { get; }

    public int TextLength => Texts.Sum(text => text.Length);

    /// <summary>The Markdown of every text display.</summary>
    public IEnumerable<string> Texts => Of(10).Select(text => text.GetProperty("content").GetString()!);

    /// <summary>Everything that a person can read, as seen in the app.</summary>
    public string Seen => string.Join('\n',
    [
        .. Texts.Select(text => DiscordReader.Read(text).Seen),
        .. Components.SelectMany(component => Words(component, "label", "placeholder")),
        .. Of(3).SelectMany(menu => menu.GetProperty("options").EnumerateArray()).SelectMany(option => Words(option, "label", "description")),
        .. Of(12).SelectMany(gallery => gallery.GetProperty("items").EnumerateArray()).SelectMany(item => Words(item, "description")),
    ]);

    public IEnumerable<JsonElement> Of(int type) => Components.Where(component => Type(component) == type);

    /// <summary>What Discord would refuse; empty when it takes the message.</summary>
    public IEnumerable<string> Faults()
    {
        var ids = Components.SelectMany(component => Words(component, "custom_id")).ToArray();
        return new (bool IsWrong, string Fault)[]
        {
            (Components.Count is 0 or > 40, $"{Components.Count} components"),
            (TextLength > 4000, $"{TextLength} characters"),
            (Texts.Any(string.IsNullOrWhiteSpace), "an empty text"),
            (ids.Distinct(StringComparer.Ordinal).Count() < ids.Length, "a custom id twice"),
            (ids.Any(id => id.Length is 0 or > 100), "a custom id of a wrong length"),
            (Of(2).Any(button => button.GetProperty("label").GetString()!.Length is 0 or > 80), "a label of a wrong length"),
            (Of(1).Any(row => !IsRow(row)), "a row that is neither buttons nor one menu"),
            (Of(3).Any(menu => !IsMenu(menu)), "a menu out of its limits"),
            (Of(17).Any(box => box.GetProperty("components").GetArrayLength() == 0), "an empty box"),
            (_json.GetProperty("components").EnumerateArray().Any(component => Type(component) is 2 or 3 or 8), "a control outside a row"),
            (_json.GetProperty("flags").GetInt32() is var flags && (flags & 32768) == 0, "no flag for components"),
            (_json.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength() > 0, "mentions are on"),
            (_json.TryGetProperty("nonce", out var nonce) && nonce.GetString()!.Length > 25, "a long nonce"),
        }.Where(check => check.IsWrong).Select(check => check.Fault);
    }

    private static bool IsRow(JsonElement row)
    {
        var types = row.GetProperty("components").EnumerateArray().Select(Type).ToArray();
        return types.All(type => type == 2) ? types.Length is >= 1 and <= 5 : types is [3 or 6 or 8];
    }

    private static bool IsMenu(JsonElement menu)
    {
        var options = menu.GetProperty("options").EnumerateArray().ToArray();
        var (least, most) = (menu.GetProperty("min_values").GetInt32(), menu.GetProperty("max_values").GetInt32());
        return options.Length is >= 1 and <= 25 && least <= most && most <= options.Length
            && menu.GetProperty("placeholder").GetString()!.Length <= 150
            && options.All(option => Words(option, "label", "value", "description").All(text => text.Length is > 0 and <= 100))
            && options.Count(option => option.TryGetProperty("default", out var chosen) && chosen.GetBoolean()) <= most;
    }

    private static int Type(JsonElement component) => component.GetProperty("type").GetInt32();

    private static IEnumerable<string> Words(JsonElement element, params string[] names) =>
        names.Where(name => element.TryGetProperty(name, out _)).Select(name => element.GetProperty(name).GetString()!);

    private static IEnumerable<JsonElement> Inside(JsonElement component) =>
        component.TryGetProperty("components", out var inner) ? inner.EnumerateArray().SelectMany(Inside).Prepend(component) : [component];
}
