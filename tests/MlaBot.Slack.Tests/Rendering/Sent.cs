using System.Text.Json;
using System.Text.RegularExpressions;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Tests.Rendering;

/// <summary>The JSON of a message or view as Slack gets it, with what breaks Slack's documented limits in it.</summary>
/// <remarks>Written from the documentation alone, not from the renderer's own check.</remarks>
internal sealed partial class Sent
{
    private readonly int _mostBlocks;

    public Sent(SlackMessage message)
        : this(JsonSerializer.SerializeToElement(new MessageCall("C1", message.Text, message.Blocks) { Metadata = message.Metadata }, SlackJson.Default.MessageCall), 50)
    {
    }

    public Sent(SlackView view)
        : this(JsonSerializer.SerializeToElement(view, SlackJson.Default.SlackView), 100)
    {
    }

    private Sent(JsonElement json, int mostBlocks)
    {
        Json = json;
        _mostBlocks = mostBlocks;
        Blocks = [.. json.GetProperty("blocks").EnumerateArray()];
        All = [.. Inside(json)];
    }

    public JsonElement Json { get; }

    public IReadOnlyList<JsonElement> Blocks { get; }

    /// <summary>Every object in it, at any depth.</summary>
    public IReadOnlyList<JsonElement> All { get; }

    /// <summary>Every text in Slack's own markup: the message's own and those of small print.</summary>
    public IEnumerable<string> Markup => Of("mrkdwn").Select(text => Text(text, "text")!).Concat(Text(Json, "text") is { } own ? [own] : []);

    /// <summary>Everything that a person reads, in the order in which it stands.</summary>
    public string Seen => string.Join('\n', Blocks.Select(Read)) + (Json.TryGetProperty("title", out var title) ? $"\n{Text(title, "text")}" : "");

    public IEnumerable<JsonElement> Of(string type) => All.Where(element => Text(element, "type") == type);

    /// <summary>What Slack would refuse; empty when it takes it.</summary>
    public IEnumerable<string> Faults()
    {
        var ids = All.Select(element => Text(element, "action_id")).OfType<string>().ToArray();
        var blockIds = Blocks.Select(block => Text(block, "block_id")).OfType<string>().ToArray();
        var isModal = Text(Json, "type") == "modal";
        var cells = Of("table").SelectMany(table => table.GetProperty("rows").EnumerateArray()).SelectMany(row => row.EnumerateArray()).ToArray();
        return new (bool IsWrong, string Fault)[]
        {
            (Blocks.Count == 0 || Blocks.Count > _mostBlocks, $"{Blocks.Count} blocks"),
            (ids.Distinct(StringComparer.Ordinal).Count() < ids.Length, "an action id twice"),
            (ids.Any(id => id.Length is 0 or > 255), "an action id of a wrong length"),
            (blockIds.Distinct(StringComparer.Ordinal).Count() < blockIds.Length, "a block id twice"),
            (Blocks.Any(block => Text(block, "type") == "header" && Inner(block, "text").Length > 150), "a long header"),
            (Of("mrkdwn").Concat(Of("plain_text")).Any(text => string.IsNullOrWhiteSpace(Text(text, "text")) || Text(text, "text")!.Length > 3000), "a text of a wrong length"),
            (Of("text").Any(leaf => Text(leaf, "text")!.Length == 0), "an empty text"),
            (Of("rich_text_section").Concat(Of("rich_text_preformatted")).Any(part => part.GetProperty("elements").GetArrayLength() == 0), "an empty paragraph"),
            (Of("button").Any(button => Inner(button, "text").Length is 0 or > 75), "a button of a wrong length"),
            (Of("actions").Any(row => row.GetProperty("elements").GetArrayLength() is 0 or > 25), "a row of a wrong length"),
            (Of("context").Any(context => context.GetProperty("elements").GetArrayLength() is 0 or > 10), "a context of a wrong length"),
            (Of("static_select").Concat(Of("multi_static_select")).Any(menu => !IsMenu(menu, 100)), "a menu out of its limits"),
            (Of("checkboxes").Concat(Of("radio_buttons")).Any(menu => !IsMenu(menu, 10)), "boxes out of their limits"),
            (Of("image").Any(image => Text(image, "alt_text")!.Length is 0 or > 2000), "a picture without a text alternative"),
            (Of("table").Count() > (isModal ? 0 : 1), "a table too many"),
            (Of("table").Any(table => !IsTable(table)), "a table of a wrong shape"),
            (cells.Sum(cell => cell.GetRawText().Length - 40) > 10_000 || cells.Any(cell => Text(cell, "text") == ""), "a table out of its limits"),
            (Of("input").Any() && !Json.TryGetProperty("submit", out _), "nothing to send a form with"),
            (isModal && Inner(Json, "title").Length is 0 or > 24, "a title of a wrong length"),
            (Json.GetRawText().Length > 250_000, "too many bytes"),
            (!isModal && Text(Json, "type") is null && Text(Json, "text")!.Length is 0 or > 4000, "no text of its own"),
        }.Where(check => check.IsWrong).Select(check => check.Fault);
    }

    /// <summary>What would call somebody or look like a command of Slack's markup: everything in angle brackets but links and dates.</summary>
    public IEnumerable<string> Calls() => Markup.SelectMany(text => Brackets().Matches(text)).Select(match => match.Value)
        .Where(found => !found.StartsWith("<!date^", StringComparison.Ordinal) && !found.StartsWith("<http", StringComparison.Ordinal))
        .Concat(All.Select(element => Text(element, "type")).OfType<string>().Where(type => type is "broadcast" or "user" or "usergroup" or "channel" or "team" or "emoji"));

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    public static string Inner(JsonElement element, string name) => element.TryGetProperty(name, out var inner) ? Text(inner, "text") ?? "" : "";

    private static bool IsMenu(JsonElement menu, int most)
    {
        var options = menu.GetProperty("options").EnumerateArray().ToArray();
        JsonElement[] chosen = menu.TryGetProperty("initial_options", out var some) ? [.. some.EnumerateArray()] : menu.TryGetProperty("initial_option", out var one) ? [one] : [];
        return options.Length >= 1 && options.Length <= most
            && Inner(menu, "placeholder").Length <= 150
            && (!menu.TryGetProperty("max_selected_items", out var limit) || (limit.GetInt32() >= 1 && chosen.Length <= limit.GetInt32()))
            && chosen.All(option => options.Any(each => each.GetRawText() == option.GetRawText()))
            && (!menu.TryGetProperty("initial_options", out _) || chosen.Length > 0)
            && options.All(option => Inner(option, "text").Length is > 0 and <= 75 && Inner(option, "description").Length <= 75 && Text(option, "value")!.Length is > 0 and <= 150);
    }

    private static bool IsTable(JsonElement table)
    {
        var rows = table.GetProperty("rows").EnumerateArray().Select(row => row.GetArrayLength()).ToArray();
        return rows.Length is >= 1 and <= 100 && rows[0] is >= 1 and <= 20 && rows.All(cells => cells == rows[0]);
    }

    private static string Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => string.Join(IsRow(element) ? "" : "\n", element.EnumerateArray().Select(Read)),
        JsonValueKind.Object when Text(element, "type") == "mrkdwn" => AsRead(Text(element, "text")!),
        JsonValueKind.Object => string.Join('\n', element.EnumerateObject()
            .Where(property => property.Name is "text" or "alt_text" or "elements" or "element" or "options" or "placeholder" or "label" or "description" or "rows" or "fallback")
            .Select(property => Read(property.Value))),
        JsonValueKind.String => element.GetString()!,
        _ => "",
    };

    // The leaves of a paragraph follow each other; everything else stands apart.
    private static bool IsRow(JsonElement array) => array.EnumerateArray().All(each => Text(each, "type") is "text" or "link" or "date");

    private static string AsRead(string markup) => Brackets().Replace(markup.Replace("\u200B", "", StringComparison.Ordinal), match => match.Value.Trim('<', '>').Split('|')[^1])
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    private static IEnumerable<JsonElement> Inside(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Inside),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Inside(property.Value)).Prepend(element),
        _ => [],
    };

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Brackets();
}
