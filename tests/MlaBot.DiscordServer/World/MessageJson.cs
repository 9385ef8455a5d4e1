using System.Text.Json.Nodes;

namespace MlaBot.DiscordServer.World;

/// <summary>Messages as Discord writes them.</summary>
public static class MessageJson
{
    public static JsonObject Of(Message message)
    {
        var json = new JsonObject
        {
            ["type"] = message.Type,
            ["content"] = message.Content,
            ["mentions"] = new JsonArray([.. message.Mentions.Select(PlaceJson.User)]),
            ["mention_roles"] = new JsonArray([.. message.RoleMentions.Select(id => (JsonNode)id.ToString())]),
            ["attachments"] = new JsonArray([.. message.Files.Select(file => File(file, message.IsEphemeral))]),
            ["embeds"] = message.Embeds.DeepClone(),
            ["timestamp"] = PlaceJson.Time(message.SentAt),
            ["edited_timestamp"] = message.EditedAt is { } at ? PlaceJson.Time(at) : null,
            ["flags"] = message.Flags,
            ["components"] = message.Components.DeepClone(),
            ["id"] = message.Id.ToString(),
            ["channel_id"] = message.Channel.Id.ToString(),
            ["author"] = PlaceJson.User(message.Author),
            ["pinned"] = message.IsPinned,
            ["mention_everyone"] = message.MentionsEveryone,
            ["tts"] = message.IsSpoken,
        };
        if (message.Nonce is not null)
        {
            json["nonce"] = message.Nonce;
        }

        if (message.Reference is { } reference)
        {
            json["message_reference"] = new JsonObject
            {
                ["type"] = 0,
                ["message_id"] = reference.Id.ToString(),
                ["channel_id"] = reference.Channel.Id.ToString(),
                ["guild_id"] = reference.Channel.Guild?.Id.ToString(),
            };
        }

        if (message.Thread is { } thread)
        {
            json["thread"] = PlaceJson.Channel(thread);
        }

        AddInteraction(message, json);
        return json;
    }

    /// <summary>A message in an event: with its guild, and empty for bots that may not read other people's messages.</summary>
    public static JsonObject ForEvent(Message message, Bot bot)
    {
        var json = Of(message);
        if (message.Channel.Guild is { } guild)
        {
            json["guild_id"] = guild.Id.ToString();
            if (guild.Members.TryGetValue(message.Author.Id, out var member))
            {
                json["member"] = PlaceJson.Member(member, withUser: false);
            }
        }

        const int MessageContent = 32768;
        if (message.Author.Id != bot.User.Id && (bot.AllowedPrivilegedIntents & MessageContent) == 0 && message.Mentions.All(user => user.Id != bot.User.Id))
        {
            json["content"] = "";
            json["embeds"] = new JsonArray();
            json["components"] = new JsonArray();
            json["attachments"] = new JsonArray();
        }

        return json;
    }

    private static JsonObject File(StoredFile file, bool isEphemeral)
    {
        var json = new JsonObject
        {
            ["id"] = file.Id.ToString(),
            ["filename"] = file.Name,
            ["size"] = file.Bytes.Length,
            ["url"] = file.Url,
            ["proxy_url"] = file.Url,
            ["content_type"] = file.MediaType,
        };
        if (file.Size is { } size)
        {
            json["width"] = size.Width;
            json["height"] = size.Height;
        }

        if (file.Description is not null)
        {
            json["description"] = file.Description;
        }

        if (isEphemeral)
        {
            json["ephemeral"] = true;
        }

        return json;
    }

    private static void AddInteraction(Message message, JsonObject json)
    {
        if (message.Interaction is not { } interaction)
        {
            return;
        }

        json["webhook_id"] = interaction.Bot.ApplicationId.ToString();
        json["application_id"] = interaction.Bot.ApplicationId.ToString();
        var metadata = new JsonObject
        {
            ["id"] = interaction.Id.ToString(),
            ["type"] = interaction.Type,
            ["user"] = PlaceJson.User(interaction.User),
            ["authorizing_integration_owners"] = InteractionJson.Owners(interaction),
        };
        switch (interaction.Type)
        {
            case Interaction.CommandType:
                metadata["name"] = interaction.Data.Text("name");
                metadata["command_type"] = 1;
                break;
            case Interaction.ComponentType when interaction.Source is { } source:
                metadata["interacted_message_id"] = source.Id.ToString();
                break;
            case Interaction.ModalType:
                metadata["triggering_interaction_metadata"] = new JsonObject
                {
                    ["id"] = interaction.Id.ToString(),
                    ["type"] = interaction.Source is null ? Interaction.CommandType : Interaction.ComponentType,
                    ["user"] = PlaceJson.User(interaction.User),
                    ["authorizing_integration_owners"] = InteractionJson.Owners(interaction),
                };
                break;
        }

        json["interaction_metadata"] = metadata;
    }
}
