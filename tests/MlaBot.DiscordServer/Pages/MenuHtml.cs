using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Pages;

/// <summary>Everything that is chosen from a list: string menus, and those of users, roles and channels with what the guild has.</summary>
internal static class MenuHtml
{
    private sealed record Entry(string Value, string Label, bool IsChosen);

    /// <summary>One value: a list that drops down. Several: boxes to tick, since a list of several asks for held-down keys.</summary>
    /// <param name="menu">The component.</param>
    /// <param name="guild">Where it is shown; null in private messages.</param>
    /// <param name="isRequired">False for an optional field of a modal.</param>
    /// <param name="name">What a screen reader says.</param>
    public static string Of(JsonObject menu, Guild? guild, bool isRequired, string name)
    {
        var entries = Entries(menu, guild);
        var disabled = menu.Flag("disabled") == true ? " disabled" : "";
        var (least, most) = (menu.Int("min_values") ?? 1, menu.Int("max_values") ?? 1);
        var html = new StringBuilder();
        if (most > 1)
        {
            foreach (var entry in entries)
            {
                html.Append($"<label><input type=\"checkbox\" value=\"{E(entry.Value)}\"{(entry.IsChosen ? " checked" : "")}{disabled}> {E(entry.Label)}</label>");
            }

            return html.ToString();
        }

        html.Append($"<select aria-label=\"{E(name)}\"{disabled}>");
        var isNoneAllowed = least == 0 || !isRequired;
        if (isNoneAllowed || !entries.Exists(entry => entry.IsChosen))
        {
            var placeholder = menu.Text("placeholder") ?? (isNoneAllowed ? "(none)" : "Choose…");
            html.Append($"<option value=\"\"{(isNoneAllowed ? "" : " hidden")}>{E(placeholder)}</option>");
        }

        foreach (var entry in entries)
        {
            html.Append($"<option value=\"{E(entry.Value)}\"{(entry.IsChosen ? " selected" : "")}>{E(entry.Label)}</option>");
        }

        return html.Append("</select>").ToString();
    }

    private static List<Entry> Entries(JsonObject menu, Guild? guild)
    {
        var chosen = (menu.List("default_values") ?? []).Select(entry => entry.Text("id")).ToHashSet();
        var type = menu.Int("type") ?? 0;
        if (type == ComponentType.StringSelect)
        {
            return
            [
                .. (menu.List("options") ?? []).Select(option => new Entry(
                    option.Text("value") ?? "",
                    option.Text("description") is { Length: > 0 } more ? $"{option.Text("label")} ({more})" : option.Text("label") ?? "",
                    option.Flag("default") == true)),
            ];
        }

        if (guild is null)
        {
            return [];
        }

        var users = guild.Members.Values.Select(member => (member.User.Id, "@" + member.User.Username));
        var roles = guild.Roles.Values.Select(role => (role.Id, "@" + role.Name.TrimStart('@')));
        var types = (menu.List("channel_types") ?? []).Select(allowed => (int)allowed!).ToHashSet();
        var channels = guild.Channels.Values.Where(channel => types.Count == 0 || types.Contains(channel.Type)).Select(channel => (channel.Id, "#" + channel.Name));
        var offered = type switch
        {
            ComponentType.UserSelect => users,
            ComponentType.RoleSelect => roles,
            ComponentType.MentionableSelect => users.Concat(roles),
            _ => channels,
        };
        return [.. offered.Select(entry => new Entry(entry.Item1.ToString(), entry.Item2, chosen.Contains(entry.Item1.ToString())))];
    }

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
