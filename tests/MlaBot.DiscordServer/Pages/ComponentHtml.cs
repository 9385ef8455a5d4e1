using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Pages;

/// <summary>Components as plain HTML.</summary>
internal static class ComponentHtml
{
    public static void Add(StringBuilder html, JsonObject component)
    {
        var type = component.Int("type") ?? 0;
        var disabled = component.Flag("disabled") == true ? " disabled" : "";
        switch (type)
        {
            case ComponentType.TextDisplay:
                html.Append($"<pre>{E(component.Text("content"))}</pre>");
                break;
            case ComponentType.Separator:
                html.Append("<hr>");
                break;
            case ComponentType.Button when component.Text("url") is { } url:
                html.Append($"<a href=\"{E(url)}\">{E(component.Text("label"))}</a> ");
                break;
            case ComponentType.Button:
                html.Append($"<button data-press=\"{E(component.Text("custom_id"))}\"{disabled}>{E(component.Text("label") ?? component["emoji"].Text("name"))}</button>");
                break;
            case ComponentType.MediaGallery:
                foreach (var item in component.List("items") ?? [])
                {
                    html.Append($"<img src=\"{E(item?["media"].Text("url"))}\" alt=\"{E(item.Text("description"))}\" style=\"max-width:100%\">");
                }

                break;
            case var select when ComponentType.IsSelect(select):
                AddSelect(html, component, disabled);
                break;
            default:
                html.Append("<div class=\"box\">");
                foreach (var inner in (component.List("components") ?? []).Append(component["accessory"]).OfType<JsonObject>())
                {
                    Add(html, inner);
                }

                html.Append("</div>");
                break;
        }
    }

    private static void AddSelect(StringBuilder html, JsonObject menu, string disabled)
    {
        var most = menu.Int("max_values") ?? 1;
        var name = E(menu.Text("custom_id"));
        html.Append($"<label>{E(menu.Text("placeholder") ?? "Choose")} ");
        if (menu.List("options") is { } options)
        {
            html.Append($"<select data-menu=\"{name}\"{(most > 1 ? " multiple" : "")}{disabled}>");
            foreach (var option in options)
            {
                html.Append($"<option value=\"{E(option.Text("value"))}\"{(option.Flag("default") == true ? " selected" : "")}>{E(option.Text("label"))} {E(option.Text("description"))}</option>");
            }

            html.Append("</select>");
        }
        else
        {
            html.Append($"<input data-menu=\"{name}\" placeholder=\"ids, with blanks between\"{disabled}>");
        }

        html.Append($"</label><button data-choose=\"{name}\"{disabled}>Choose</button><br>");
    }

    private static string E(string? text) => WebUtility.HtmlEncode(text ?? "");
}
