using System.Net;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Pages;

/// <summary>Elements that a person can use. <c>data-use</c> says how the script sends one: press, choose, suggest or, for inputs that wait
/// for the submission, field; <c>data-kind</c> how it is read: text, one or list.</summary>
internal static class ElementHtml
{
    private sealed record Entry(string Value, string Text);

    /// <param name="control">The element.</param>
    /// <param name="state">What has been put in.</param>
    /// <param name="user">Menus of people and channels list what this person sees.</param>
    public static string Of(BlockControl control, InputState state, User user)
    {
        var element = control.Element;
        if (control.Type == "button")
        {
            var label = E(element["text"].Text("text"));
            return $"<button type=\"button\" class=\"{E(element.Text("style"))}\" data-use=\"press\" data-action=\"{E(control.ActionId)}\">{label}{(element.Text("url") is null ? "" : " ↗")}</button>"
                + (element.Text("url") is { } url ? $" <small>{MrkdwnHtml.Link(url, null)}</small>" : "");
        }

        var isExternal = control.Type.EndsWith("external_select", StringComparison.Ordinal);
        var isMany = control.Type == "checkboxes" || control.Type.StartsWith("multi_", StringComparison.Ordinal);
        var entries = Entries(control, state, user);
        var kind = isMany ? "list" : entries is null ? "text" : "one";
        var chosen = Chosen(state.Value(control));
        var use = control.IsSentAtOnce && entries is not null ? "choose" : control.IsSentAtOnce ? "choose-text" : "field";
        var name = E(control.Input?["label"].Text("text") ?? element["placeholder"].Text("text") ?? control.ActionId);
        return $"<fieldset class=\"plain\" data-use=\"{use}\" data-kind=\"{kind}\" data-action=\"{E(control.ActionId)}\">"
            + (isExternal ? $"<input data-suggest=\"{element.Int("min_query_length") ?? 3}\" placeholder=\"Type to search\" aria-label=\"{name}: search\"> " : "")
            + (entries is null ? Field(element, chosen, name) : control.Type is "checkboxes" or "radio_buttons" || isMany
                ? Boxes(entries, chosen, isMany, control.ActionId)
                : Menu(entries, chosen, element["placeholder"].Text("text"), name)) + "</fieldset>";
    }

    private static string Field(JsonObject element, HashSet<string> chosen, string name)
    {
        var hints = $"aria-label=\"{name}\" placeholder=\"{E(element["placeholder"].Text("text"))}\"";
        var type = element.Text("type") switch { "datepicker" => "date", "timepicker" => "time", "number_input" => "number", "email_text_input" => "email", "url_text_input" => "url", _ => "text" };
        return element.Flag("multiline")
            ? $"<textarea rows=\"4\" {hints}>\n{E(chosen.FirstOrDefault())}</textarea>"
            : $"<input type=\"{type}\" value=\"{E(chosen.FirstOrDefault())}\" {hints}>";
    }

    private static string Menu(List<Entry> entries, HashSet<string> chosen, string? placeholder, string name) =>
        $"<select aria-label=\"{name}\"><option value=\"\">{E(placeholder ?? "Choose…")}</option>"
        + string.Concat(entries.Select(entry => $"<option value=\"{E(entry.Value)}\"{(chosen.Contains(entry.Value) ? " selected" : "")}>{E(entry.Text)}</option>")) + "</select>";

    private static string Boxes(List<Entry> entries, HashSet<string> chosen, bool isMany, string name) => string.Concat(entries.Select(entry =>
        $"<label><input type=\"{(isMany ? "checkbox" : "radio")}\" name=\"{E(name)}\" value=\"{E(entry.Value)}\"{(chosen.Contains(entry.Value) ? " checked" : "")}> {E(entry.Text)}</label>"));

    /// <summary>What can be chosen; null where something is typed.</summary>
    private static List<Entry>? Entries(BlockControl control, InputState state, User user)
    {
        var type = control.Type.StartsWith("multi_", StringComparison.Ordinal) ? control.Type["multi_".Length..] : control.Type;
        return type switch
        {
            "static_select" or "checkboxes" or "radio_buttons" or "overflow" =>
                [.. control.Element.Objects("options").Concat(control.Element.Objects("option_groups").SelectMany(group => group.Objects("options"))).Select(Option)],
            "external_select" => [.. state.Offers(control).Concat(Selected(state.Value(control))).Select(Option).DistinctBy(entry => entry.Value)],
            "users_select" => [.. user.Team.Users.Values.Select(person => new Entry(person.Id, "@" + person.Name))],
            "conversations_select" or "channels_select" => [.. user.Team.Channels.Values
                .Where(channel => !channel.IsDirect && !channel.IsArchived && (!channel.IsPrivate || channel.Members.Contains(user.Id))).Select(channel => new Entry(channel.Id, "#" + channel.Name))],
            _ => null,
        };
    }

    private static Entry Option(JsonObject option) => new(
        option.Text("value") ?? "", option["description"].Text("text") is { } more ? $"{option["text"].Text("text")} ({more})" : option["text"].Text("text") ?? "");

    private static IEnumerable<JsonObject> Selected(JsonObject value) =>
        value["selected_option"] is JsonObject one ? [one] : value.Objects("selected_options");

    private static HashSet<string> Chosen(JsonObject value) => value.Where(entry => entry.Key != "type").SelectMany(entry => entry.Value switch
    {
        JsonArray list => list.Select(one => one is JsonObject option ? option.Text("value") ?? "" : one?.ToString() ?? ""),
        JsonObject option => [option.Text("value") ?? ""],
        JsonValue text => [text.ToString()],
        _ => Array.Empty<string>(),
    }).ToHashSet(StringComparer.Ordinal);

    private static string E(string? text) => WebUtility.HtmlEncode(text ?? "");
}
