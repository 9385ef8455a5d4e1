using System.Globalization;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Control;

/// <summary>A choice in a menu, as Discord's client allows it.</summary>
internal static class Choice
{
    public static void Check(JsonObject menu, IReadOnlyList<string> values, Channel channel)
    {
        var type = menu.Int("type") ?? 0;
        if (!ComponentType.IsSelect(type))
        {
            throw new ControlException($"\"{menu.Text("custom_id")}\" is not a menu.");
        }

        var (least, most) = (menu.Int("min_values") ?? 1, menu.Int("max_values") ?? 1);
        if (values.Count < least || values.Count > most || values.Distinct(StringComparer.Ordinal).Count() != values.Count)
        {
            throw new ControlException($"\"{menu.Text("custom_id")}\" takes {Amount(least, most)}, not {values.Count}.");
        }

        foreach (var value in values.Where(value => !IsOffered(menu, type, value, channel)))
        {
            throw new ControlException($"\"{menu.Text("custom_id")}\" does not offer \"{value}\".");
        }
    }

    /// <summary>The users, roles and channels behind the values; null for a string select.</summary>
    public static JsonObject? Resolved(DiscordWorld world, Channel channel, JsonObject menu, IReadOnlyList<string> values)
    {
        var type = menu.Int("type") ?? 0;
        if (type is not (>= ComponentType.UserSelect and <= ComponentType.ChannelSelect))
        {
            return null;
        }

        var resolved = new Resolved(world, channel);
        foreach (var value in values)
        {
            resolved.Add(ulong.Parse(value, CultureInfo.InvariantCulture));
        }

        return resolved.Json;
    }

    internal static string Amount(int least, int most) => least == most ? $"{most} {(most == 1 ? "value" : "different values")}" : $"{least} to {most} different values";

    private static bool IsOffered(JsonObject menu, int type, string value, Channel channel)
    {
        if (type == ComponentType.StringSelect)
        {
            return menu.List("options")?.Any(option => option.Text("value") == value) == true;
        }

        if (!ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || channel.Guild is not { } guild)
        {
            return false;
        }

        return type switch
        {
            ComponentType.UserSelect => guild.Members.ContainsKey(id),
            ComponentType.RoleSelect => guild.Roles.ContainsKey(id),
            ComponentType.MentionableSelect => guild.Members.ContainsKey(id) || guild.Roles.ContainsKey(id),
            _ => guild.Channels.TryGetValue(id, out var target)
                && (menu.List("channel_types") is not { Count: > 0 } types || types.Any(allowed => (int)allowed! == target.Type)),
        };
    }
}
