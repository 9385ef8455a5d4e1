using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Pages;

/// <summary>A modal as an HTML form. <c>data-kind</c> says how the script reads a field: text, one, list or flag.</summary>
internal static class ModalHtml
{
    public static string Of(JsonObject modal, MarkdownHtml markdown, Guild? guild)
    {
        var html = new StringBuilder($"<h2>{E(modal.Text("title"))}</h2>");
        foreach (var part in (modal.List("components") ?? []).OfType<JsonObject>())
        {
            if (part.Int("type") == ComponentType.TextDisplay)
            {
                html.Append($"<div class=\"text\">{markdown.Of(part.Text("content") ?? "")}</div>");
                continue;
            }

            foreach (var field in (part.List("components") ?? []).Append(part["component"]).OfType<JsonObject>())
            {
                AddField(html, part.Text("label") ?? field.Text("label"), part.Text("description"), field, guild);
            }
        }

        return html.Append("<p role=\"alert\"></p><button class=\"primary\">Submit</button> <button type=\"button\" data-cancel>Cancel</button>").ToString();
    }

    private static void AddField(StringBuilder html, string? label, string? description, JsonObject field, Guild? guild)
    {
        var isRequired = field.Flag("required") ?? true;
        var kind = field.Int("type") switch
        {
            ComponentType.TextInput => "text",
            ComponentType.RadioGroup => "one",
            ComponentType.Checkbox => "flag",
            _ => "list",
        };
        html.Append($"<fieldset data-field=\"{E(field.Text("custom_id"))}\" data-kind=\"{kind}\"><legend>{E(label)}{(isRequired || label?.EndsWith("(optional)", StringComparison.Ordinal) == true ? "" : " (optional)")}</legend>");
        if (description is not null)
        {
            html.Append($"<small>{E(description)}</small>");
        }

        html.Append(kind switch
        {
            "text" => Input(field, label),
            "flag" => $"<label><input type=\"checkbox\"{(field.Flag("default") == true ? " checked" : "")}> Yes</label>",
            "one" => Options(field, "radio"),
            _ when field.Int("type") == ComponentType.CheckboxGroup => Options(field, "checkbox"),
            _ => MenuHtml.Of(field, guild, isRequired, label ?? ""),
        });
        html.Append("</fieldset>");
    }

    private static string Input(JsonObject field, string? label)
    {
        var hints = $"aria-label=\"{E(label)}\" placeholder=\"{E(field.Text("placeholder"))}\"";
        return field.Int("style") == 2
            ? $"<textarea rows=\"4\" {hints}>\n{E(field.Text("value"))}</textarea>"
            : $"<input value=\"{E(field.Text("value"))}\" {hints}>";
    }

    private static string Options(JsonObject field, string type)
    {
        var html = new StringBuilder();
        foreach (var option in field.List("options") ?? [])
        {
            var isChosen = option.Flag("default") == true ? " checked" : "";
            html.Append($"<label><input type=\"{type}\" name=\"{E(field.Text("custom_id"))}\" value=\"{E(option.Text("value"))}\"{isChosen}> {E(option.Text("label"))}</label>");
        }

        return html.ToString();
    }

    private static string E(string? text) => WebUtility.HtmlEncode(text ?? "");
}
