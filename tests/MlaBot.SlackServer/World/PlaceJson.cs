using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.World;

/// <summary>People, channels and teams as the Web API and events show them (field names: slack-shapes.json).</summary>
internal static class PlaceJson
{
    public static JsonObject User(User user, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(user.Zone, out var found) ? found : TimeZoneInfo.Utc;
        return new()
        {
            ["id"] = user.Id,
            ["team_id"] = user.Team.Id,
            ["name"] = user.Name,
            ["deleted"] = user.IsDeleted,
            ["real_name"] = user.RealName,
            ["tz"] = user.Zone,
            ["tz_label"] = zone.StandardName,
            ["tz_offset"] = (int)zone.GetUtcOffset(now).TotalSeconds,
            ["profile"] = new JsonObject
            {
                ["real_name"] = user.RealName,
                ["real_name_normalized"] = user.RealName,
                ["display_name"] = user.DisplayName,
                ["display_name_normalized"] = user.DisplayName,
                ["team"] = user.Team.Id,
            },
            ["is_admin"] = user.IsAdmin,
            ["is_owner"] = user.IsOwner,
            ["is_primary_owner"] = user.IsOwner,
            ["is_restricted"] = user.IsRestricted,
            ["is_ultra_restricted"] = false,
            ["is_bot"] = user.IsBot,
            ["is_app_user"] = false,
            ["updated"] = now.ToUnixTimeSeconds(),
        };
    }

    public static JsonObject Channel(Channel channel, User asker)
    {
        var json = new JsonObject { ["id"] = channel.Id, ["created"] = 1_760_000_000, ["is_archived"] = channel.IsArchived, ["is_im"] = channel.IsDirect, ["context_team_id"] = channel.Team.Id };
        if (channel.IsDirect)
        {
            json["user"] = channel.Members.FirstOrDefault(id => id != asker.Id) ?? asker.Id;
            json["is_user_deleted"] = false;
            json["is_open"] = true;
            return json;
        }

        json["name"] = channel.Name;
        json["name_normalized"] = channel.Name;
        json["is_channel"] = !channel.IsPrivate;
        json["is_group"] = channel.IsPrivate;
        json["is_mpim"] = false;
        json["is_private"] = channel.IsPrivate;
        json["is_member"] = channel.Members.Contains(asker.Id);
        json["is_general"] = channel.Name is "general";
        json["is_shared"] = false;
        json["is_ext_shared"] = false;
        json["is_org_shared"] = false;
        json["num_members"] = channel.Members.Count;
        json["topic"] = new JsonObject { ["value"] = "", ["creator"] = "", ["last_set"] = 0 };
        json["purpose"] = new JsonObject { ["value"] = "", ["creator"] = "", ["last_set"] = 0 };
        return json;
    }

    public static JsonObject Team(Team team) => new() { ["id"] = team.Id, ["name"] = team.Name, ["domain"] = team.Domain, ["url"] = team.Url, ["email_domain"] = "", ["icon"] = new JsonObject() };
}
