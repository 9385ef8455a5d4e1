using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Pages;

/// <summary>Blocks of messages and views as HTML.</summary>
internal sealed class BlockHtml(StringBuilder html, InputState state, User user)
{
    private readonly MrkdwnHtml _mrkdwn = new(user.Team);

    public void Add(JsonArray blocks, IReadOnlyDictionary<string, string>? errors = null)
    {
        foreach (var block in blocks.OfType<JsonObject>())
        {
            Add(block);
            if (errors?.GetValueOrDefault(block.Text("block_id") ?? "") is { } error)
            {
                html.Append($"<p class=\"error\" role=\"alert\">{E(error)}</p>");
            }
        }
    }

    private void Add(JsonObject block)
    {
        switch (block.Text("type"))
        {
            case "header":
                html.Append($"<h2>{E(block["text"].Text("text"))}</h2>");
                break;
            case "divider":
                html.Append("<hr>");
                break;
            case "section":
                html.Append("<div class=\"section\"><div>");
                AddText(block["text"]);
                foreach (var field in block.Objects("fields"))
                {
                    AddText(field);
                }

                html.Append("</div><div>");
                AddControls(block);
                if (block["accessory"].Text("type") == "image")
                {
                    AddImage((JsonObject)block["accessory"]!);
                }

                html.Append("</div></div>");
                break;
            case "context":
                html.Append("<div class=\"by\">");
                foreach (var part in block.Objects("elements"))
                {
                    if (part.Text("type") == "image")
                    {
                        AddImage(part);
                    }
                    else
                    {
                        AddText(part);
                    }
                }

                html.Append("</div>");
                break;
            case "actions":
                html.Append("<div class=\"row\">");
                AddControls(block);
                html.Append("</div>");
                break;
            case "input":
                html.Append($"<div class=\"input\"><b>{E(block["label"].Text("text"))}{(block.Flag("optional") ? " (optional)" : "")}</b>");
                AddControls(block);
                html.Append(block["hint"] is { } hint ? $"<small>{E(hint.Text("text"))}</small></div>" : "</div>");
                break;
            case "image":
                AddImage(block);
                break;
            case "rich_text":
                new RichTextHtml(html, _mrkdwn).Add(block);
                break;
            case "table":
                AddTable(block);
                break;
            default:
                html.Append($"<p class=\"words\">{E(BlockWords.Of(new(block.DeepClone())))}</p>");
                break;
        }
    }

    private void AddText(JsonNode? text)
    {
        if (text is not null)
        {
            html.Append($"<p>{(text.Text("type") == "mrkdwn" ? _mrkdwn.Of(text.Text("text") ?? "") : E(text.Text("text")))}</p>");
        }
    }

    private void AddControls(JsonObject block)
    {
        foreach (var control in BlockParts.Controls(new(block.DeepClone())))
        {
            html.Append(ElementHtml.Of(control, state, user)).Append(' ');
        }
    }

    private void AddImage(JsonObject image)
    {
        var source = image["slack_file"].Text("id") is { } file ? $"/file/{file}" : image.Text("image_url") ?? "";
        html.Append($"<img src=\"{E(source)}\" alt=\"{E(image.Text("alt_text"))}\">");
    }

    private void AddTable(JsonObject table)
    {
        html.Append("<table>");
        foreach (var row in (table["rows"] as JsonArray ?? []).OfType<JsonArray>())
        {
            html.Append("<tr>");
            foreach (var cell in row.OfType<JsonObject>())
            {
                html.Append("<td>");
                if (cell.Text("type") == "rich_text")
                {
                    new RichTextHtml(html, _mrkdwn).Add(cell);
                }
                else
                {
                    html.Append(E(cell["text"]?.ToString()));
                }

                html.Append("</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</table>");
    }

    private static string E(string? text) => WebUtility.HtmlEncode(text ?? "");
}
