using System.Globalization;
using System.Text.Json.Nodes;

namespace MlaBot.DiscordServer.World;

/// <summary>Users, guilds, roles and channels as Discord writes them.</summary>
public static class PlaceJson
{
    public static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    public static JsonObject User(User user)
    {
        var json = new JsonObject
        {
            ["id"] = user.Id.ToString(),
            ["username"] = user.Username,
            ["avatar"] = null,
            ["discriminator"] = user.IsBot ? "0001" : "0",
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["banner"] = null,
            ["accent_color"] = null,
            ["global_name"] = user.GlobalName,
            ["avatar_decoration_data"] = null,
            ["collectibles"] = null,
            ["primary_guild"] = null,
        };
        if (user.IsBot)
        {
            json["bot"] = true;
        }

        return json;
    }

    public static JsonObject Self(User user)
    {
        var json = User(user);
        json["mfa_enabled"] = true;
        json["locale"] = "en-US";
        json["verified"] = true;
        json["email"] = null;
        return json;
    }

    public static JsonObject Member(Member member, bool withUser = true)
    {
        var json = new JsonObject
        {
            ["avatar"] = null,
            ["banner"] = null,
            ["communication_disabled_until"] = null,
            ["flags"] = 0,
            ["joined_at"] = Time(member.JoinedAt),
            ["nick"] = null,
            ["pending"] = false,
            ["premium_since"] = null,
            ["roles"] = new JsonArray([.. member.Roles.Select(id => (JsonNode)id.ToString())]),
            ["mute"] = false,
            ["deaf"] = false,
        };
        if (withUser)
        {
            json["user"] = User(member.User);
        }

        return json;
    }

    public static JsonObject Role(Role role) => new()
    {
        ["id"] = role.Id.ToString(),
        ["name"] = role.Name,
        ["permissions"] = ((ulong)role.Permissions).ToString(),
        ["position"] = role.Position,
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["managed"] = role.BotId is not null,
        ["mentionable"] = role.IsMentionable,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["flags"] = 0,
        ["tags"] = role.BotId is { } bot ? new JsonObject { ["bot_id"] = bot.ToString() } : new JsonObject(),
    };

    /// <summary>What is told of a thread that is gone: only these four fields (Gateway Events, "Thread Delete").</summary>
    public static JsonObject DeletedThread(Channel thread) => new()
    {
        ["id"] = thread.Id.ToString(),
        ["guild_id"] = thread.Guild!.Id.ToString(),
        ["parent_id"] = thread.Parent!.Id.ToString(),
        ["type"] = thread.Type,
    };

    public static JsonObject Channel(Channel channel)
    {
        var json = new JsonObject
        {
            ["id"] = channel.Id.ToString(),
            ["type"] = channel.Type,
            ["flags"] = 0,
            ["last_message_id"] = channel.LastMessageId?.ToString(),
        };
        if (channel.Guild is not { } guild)
        {
            json["recipients"] = new JsonArray([.. channel.Recipients.Where(user => !user.IsBot).Select(User)]);
            return json;
        }

        json["guild_id"] = guild.Id.ToString();
        json["name"] = channel.Name;
        json["parent_id"] = channel.Parent?.Id.ToString();
        if (channel.IsThread)
        {
            AddThread(channel, json);
            return json;
        }

        json["position"] = channel.Position;
        json["nsfw"] = false;
        json["topic"] = null;
        json["rate_limit_per_user"] = 0;
        json["permission_overwrites"] = new JsonArray([.. channel.Overwrites.Select(Overwrite)]);
        return json;
    }

    public static JsonObject Guild(Guild guild)
    {
        var json = new JsonObject
        {
            ["id"] = guild.Id.ToString(),
            ["name"] = guild.Name,
            ["owner_id"] = guild.OwnerId.ToString(),
            ["preferred_locale"] = guild.Locale,
            ["region"] = "deprecated",
            ["premium_progress_bar_enabled"] = false,
            ["widget_enabled"] = false,
            ["nsfw"] = false,
            ["afk_timeout"] = 300,
            ["max_members"] = 500000,
            ["max_stage_video_channel_users"] = 50,
            ["max_video_channel_users"] = 25,
            ["features"] = new JsonArray(),
            ["emojis"] = new JsonArray(),
            ["stickers"] = new JsonArray(),
            ["roles"] = new JsonArray([.. guild.Roles.Values.Select(Role)]),
        };
        foreach (var name in GuildNulls)
        {
            json[name] = null;
        }

        json["system_channel_id"] = guild.SystemChannelId?.ToString();
        foreach (var name in GuildZeros)
        {
            json[name] = 0;
        }

        return json;
    }

    /// <summary>The guild as a bot gets it at the start; only its own member is there, as without the members intent.</summary>
    public static JsonObject GuildCreate(Guild guild, Bot bot)
    {
        var json = Guild(guild);
        var self = guild.Members[bot.User.Id];
        json["joined_at"] = Time(self.JoinedAt);
        json["large"] = guild.Members.Count > 50;
        json["unavailable"] = false;
        json["member_count"] = guild.Members.Count;
        json["members"] = new JsonArray(Member(self));
        json["channels"] = new JsonArray([.. guild.Channels.Values.Where(channel => !channel.IsThread).Select(Channel)]);
        json["threads"] = new JsonArray([.. guild.Channels.Values.Where(channel => channel.IsThread && !channel.IsArchived).Select(Channel)]);
        foreach (var name in GuildLists)
        {
            json[name] = new JsonArray();
        }

        return json;
    }

    private static readonly string[] GuildNulls =
    [
        "icon", "description", "home_header", "splash", "discovery_splash", "banner", "application_id", "afk_channel_id",
        "widget_channel_id", "max_presences", "vanity_url_code", "rules_channel_id", "safety_alerts_channel_id", "public_updates_channel_id",
        "incidents_data",
    ];

    private static readonly string[] GuildZeros =
    [
        "system_channel_flags", "verification_level", "default_message_notifications", "mfa_level", "explicit_content_filter", "premium_tier",
        "premium_subscription_count", "nsfw_level",
    ];

    private static readonly string[] GuildLists =
        ["voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds"];

    private static void AddThread(Channel thread, JsonObject json)
    {
        json["owner_id"] = thread.OwnerId?.ToString();
        json["thread_metadata"] = new JsonObject
        {
            ["archived"] = thread.IsArchived,
            ["archive_timestamp"] = Time(thread.ArchiveStamp),
            ["auto_archive_duration"] = thread.AutoArchiveMinutes,
            ["locked"] = thread.IsLocked,
            ["create_timestamp"] = Time(Snowflakes.TimeOf(thread.Id)),
        };
        json["message_count"] = thread.Messages.Count;
        json["member_count"] = 1;
        json["total_message_sent"] = thread.TotalSent;
        json["rate_limit_per_user"] = 0;
    }

    private static JsonObject Overwrite(Overwrite entry) => new()
    {
        ["id"] = entry.Id.ToString(),
        ["type"] = entry.IsMember ? 1 : 0,
        ["allow"] = ((ulong)entry.Allow).ToString(),
        ["deny"] = ((ulong)entry.Deny).ToString(),
    };
}
