using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Pages;

/// <summary>A rich text block as HTML.</summary>
internal sealed class RichTextHtml(StringBuilder html, MrkdwnHtml mrkdwn)
{
    public void Add(JsonObject block)
    {
        foreach (var part in block.Objects("elements"))
        {
            switch (part.Text("type"))
            {
                case "rich_text_list":
                    var (tag, indent) = (part.Text("style") == "ordered" ? "ol" : "ul", part.Int("indent") ?? 0);
                    html.Append($"<{tag} start=\"{(part.Int("offset") ?? 0) + 1}\" style=\"margin-left:{indent}em\">");
                    foreach (var item in part.Objects("elements"))
                    {
                        AddLeaves("li", item);
                    }

                    html.Append($"</{tag}>");
                    break;
                case "rich_text_quote":
                    AddLeaves("blockquote", part);
                    break;
                case "rich_text_preformatted":
                    AddLeaves("pre", part);
                    break;
                default:
                    AddLeaves("p", part);
                    break;
            }
        }
    }

    private void AddLeaves(string tag, JsonObject part)
    {
        html.Append($"<{tag}>");
        foreach (var leaf in part.Objects("elements"))
        {
            var inner = leaf.Text("type") switch
            {
                "link" => MrkdwnHtml.Link(leaf.Text("url"), leaf.Text("text")),
                "user" => mrkdwn.Person(leaf.Text("user_id")),
                "channel" => mrkdwn.Place(leaf.Text("channel_id")),
                "usergroup" => MrkdwnHtml.Group(leaf.Text("usergroup_id")),
                "broadcast" => MrkdwnHtml.Group(leaf.Text("range")),
                "emoji" => WebUtility.HtmlEncode($":{leaf.Text("name")}:"),
                "date" => MrkdwnHtml.Date(leaf["timestamp"]?.ToString(), leaf.Text("fallback")),
                // Leaves take raw text: what looks escaped is meant so.
                _ => WebUtility.HtmlEncode(leaf.Text("text") ?? ""),
            };
            foreach (var (style, mark) in new[] { ("code", "code"), ("bold", "b"), ("italic", "i"), ("strike", "s") })
            {
                inner = leaf["style"].Flag(style) ? $"<{mark}>{inner}</{mark}>" : inner;
            }

            html.Append(inner);
        }

        html.Append($"</{tag}>");
    }
}
