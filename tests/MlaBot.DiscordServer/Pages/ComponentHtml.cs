using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Pages;

/// <summary>Components of messages as HTML.</summary>
internal sealed class ComponentHtml(StringBuilder html, MarkdownHtml markdown, Guild? guild)
{
    public void Add(JsonObject component)
    {
        var type = component.Int("type") ?? 0;
        switch (type)
        {
            case ComponentType.TextDisplay:
                html.Append($"<div class=\"text\">{markdown.Of(component.Text("content") ?? "")}</div>");
                break;
            case ComponentType.Separator:
                html.Append("<hr>");
                break;
            case ComponentType.Button:
                AddButton(component);
                break;
            case ComponentType.Thumbnail:
                AddPicture(component);
                break;
            case ComponentType.MediaGallery:
                foreach (var item in (component.List("items") ?? []).OfType<JsonObject>())
                {
                    AddPicture(item);
                }

                break;
            case ComponentType.File:
                html.Append($"<p><a href=\"{E(component["file"].Text("url"))}\">{E(component.Text("name") ?? "File")}</a></p>");
                break;
            case var select when ComponentType.IsSelect(select):
                AddMenu(component);
                break;
            case ComponentType.Section:
                AddInner("section", component);
                break;
            case ComponentType.Container:
                var accent = component.Int("accent_color") is { } color ? $" style=\"border-left-color:#{color:x6}\"" : "";
                AddInner("container", component, accent);
                break;
            default:
                AddInner("row", component);
                break;
        }
    }

    private void AddInner(string kind, JsonObject component, string style = "")
    {
        html.Append($"<div class=\"{kind}\"{style}>");
        var inner = component.List("components") ?? [];
        if (component["accessory"] is JsonObject accessory)
        {
            html.Append("<div>");
            AddAll(inner);
            html.Append("</div><div>");
            Add(accessory);
            html.Append("</div>");
        }
        else
        {
            AddAll(inner);
        }

        html.Append("</div>");
    }

    private void AddAll(JsonArray components)
    {
        foreach (var inner in components.OfType<JsonObject>())
        {
            Add(inner);
        }
    }

    private void AddButton(JsonObject button)
    {
        var label = E($"{button["emoji"].Text("name")} {button.Text("label")}".Trim());
        var style = button.Int("style") switch { 1 => "primary", 3 => "success", 4 => "danger", _ => "" };
        html.Append(IsWeb(button.Text("url"))
            ? $"<a class=\"button\" href=\"{E(button.Text("url"))}\" target=\"_blank\" rel=\"noreferrer\">{label} ↗</a>"
            : $"<button class=\"{style}\" data-press=\"{E(button.Text("custom_id"))}\"{(button.Flag("disabled") == true ? " disabled" : "")}>{label}</button>");
    }

    private void AddPicture(JsonObject item) =>
        html.Append($"<img src=\"{E(item["media"].Text("url"))}\" alt=\"{E(item.Text("description"))}\">");

    private void AddMenu(JsonObject menu)
    {
        var disabled = menu.Flag("disabled") == true ? " disabled" : "";
        var (name, isMany) = (menu.Text("placeholder") ?? "Choose", menu.Int("max_values") > 1);
        // As in Discord's client, the placeholder of a list stands in the list.
        html.Append($"<fieldset data-menu=\"{E(menu.Text("custom_id"))}\"{(isMany ? "" : " class=\"plain\"")}>{(isMany ? $"<legend>{E(name)}{HowMany(menu)}</legend>" : "")}")
            .Append(MenuHtml.Of(menu, guild, isRequired: true, name))
            .Append($" <button data-choose=\"{E(menu.Text("custom_id"))}\"{disabled}>Choose</button></fieldset>");
    }

    private static string HowMany(JsonObject menu)
    {
        var (least, most) = (menu.Int("min_values") ?? 1, menu.Int("max_values") ?? 1);
        return most == 1 ? "" : least == most ? $" (tick {most})" : $" (tick {least} to {most})";
    }

    private static bool IsWeb(string? url) => url is not null && (url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal));

    private static string E(string? text) => WebUtility.HtmlEncode(text ?? "");
}
