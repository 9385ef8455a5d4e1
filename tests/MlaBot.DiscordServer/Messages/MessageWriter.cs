using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Rest;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Messages;

/// <summary>Creates, edits and deletes messages, and tells the gateway.</summary>
internal static class MessageWriter
{
    private const int SuppressEmbeds = 4;
    private const int SuppressNotifications = 4096;

    /// <summary>Stores a new message.</summary>
    /// <param name="world">Under its lock.</param>
    /// <param name="channel">Where.</param>
    /// <param name="author">Who.</param>
    /// <param name="body">Checked by the body check; what only makes sense with the world is checked here.</param>
    /// <param name="uploads">New files.</param>
    /// <param name="answers">The interaction that it answers; null for posts.</param>
    /// <param name="reference">The message that it replies to.</param>
    public static Message Create(
        DiscordWorld world, Channel channel, User author, JsonNode body, IReadOnlyList<UploadedFile> uploads, Interaction? answers = null, Message? reference = null)
    {
        var flags = (body.Int("flags") ?? 0) & (SuppressEmbeds | SuppressNotifications | Message.ComponentsV2 | (answers is null ? 0 : Message.Ephemeral));
        var files = FileStore.Settle(world, channel, [], body, uploads);
        var message = new Message(world.Ids.Next(), channel, author, world.Clock.GetUtcNow())
        {
            Type = answers?.Type == Interaction.CommandType ? 20 : reference is null ? 0 : 19,
            Content = body.Text("content") ?? "",
            Flags = flags,
            IsSpoken = body.Flag("tts") ?? false,
            Nonce = (body["nonce"] as JsonValue)?.ToString(),
            Components = ComponentStore.Store(body.List("components") ?? [], files),
            Embeds = (JsonArray?)body.List("embeds")?.DeepClone() ?? [],
            Interaction = answers,
            Reference = reference,
            OnlyFor = (flags & Message.Ephemeral) != 0 ? answers!.User.Id : null,
        };
        if (!message.IsEphemeral && channel.Guild is not null && !Rights.In(channel, author.Id).HasFlag(Permission.EmbedLinks))
        {
            message.Embeds = [];
        }

        message.Files.AddRange(files);
        CheckWhole(message);
        message.Pinged = Mentions.Apply(message, body["allowed_mentions"]);
        Add(world, message);
        return message;
    }

    /// <summary>A "thinking" message, which an edit fills.</summary>
    public static Message CreateLoading(DiscordWorld world, Interaction interaction, bool isEphemeral)
    {
        var message = new Message(world.Ids.Next(), interaction.Channel, interaction.Bot.User, world.Clock.GetUtcNow())
        {
            Type = interaction.Type == Interaction.CommandType ? 20 : 19,
            Flags = Message.Loading | (isEphemeral ? Message.Ephemeral : 0),
            Interaction = interaction,
            Reference = interaction.Type == Interaction.CommandType ? null : interaction.Source,
            OnlyFor = isEphemeral ? interaction.User.Id : null,
        };
        Add(world, message);
        return message;
    }

    public static void Add(DiscordWorld world, Message message)
    {
        var channel = message.Channel;
        world.Messages[message.Id] = message;
        channel.Messages.Add(message);
        if (!message.IsEphemeral)
        {
            channel.LastMessageId = message.Id;
            channel.TotalSent++;
            Tell(world, channel, "MESSAGE_CREATE", bot => MessageJson.ForEvent(message, bot));
        }

        world.Changed();
    }

    /// <summary>Edits: absent fields stay, null ones are cleared. A fault leaves the message as it was.</summary>
    public static void Edit(DiscordWorld world, Message message, JsonNode body, IReadOnlyList<UploadedFile> uploads)
    {
        var fields = body as JsonObject ?? [];
        var flags = EditedFlags(message, body);
        var files = FileStore.Settle(world, message.Channel, message.Files, body, uploads);
        var draft = new Message(message.Id, message.Channel, message.Author, message.SentAt)
        {
            Content = fields.ContainsKey("content") ? body.Text("content") ?? "" : message.Content,
            Flags = flags,
            Embeds = fields.ContainsKey("embeds") ? (JsonArray?)body.List("embeds")?.DeepClone() ?? [] : message.Embeds,
            Components = fields.ContainsKey("components") ? ComponentStore.Store(body.List("components") ?? [], files) : message.Components,
        };
        draft.Files.AddRange(files);
        CheckWhole(draft);
        (message.Content, message.Flags, message.Embeds, message.Components) = (draft.Content, draft.Flags & ~Message.Loading, draft.Embeds, draft.Components);
        message.Files.Clear();
        message.Files.AddRange(files);
        Mentions.Apply(message, body["allowed_mentions"]);
        message.EditedAt = world.Clock.GetUtcNow();
        message.Edits++;
        if (!message.IsEphemeral)
        {
            Tell(world, message.Channel, "MESSAGE_UPDATE", bot => MessageJson.ForEvent(message, bot));
        }

        world.Changed();
    }

    public static void Delete(DiscordWorld world, Message message)
    {
        message.IsDeleted = true;
        world.Messages.Remove(message.Id);
        message.Channel.Messages.Remove(message);
        if (!message.IsEphemeral)
        {
            Tell(world, message.Channel, "MESSAGE_DELETE", _ =>
            {
                var data = new JsonObject { ["id"] = message.Id.ToString(), ["channel_id"] = message.Channel.Id.ToString() };
                if (message.Channel.Guild is { } guild)
                {
                    data["guild_id"] = guild.Id.ToString();
                }

                return data;
            });
        }

        world.Changed();
    }

    /// <summary>Tells the bots that see a channel.</summary>
    public static void Tell(DiscordWorld world, Channel channel, string eventName, Func<Bot, JsonNode> data)
    {
        foreach (var bot in world.Bots.Values.Where(bot => Rights.In(channel, bot.User.Id).HasFlag(Permission.ViewChannel)))
        {
            world.Feed.Dispatch(channel.Guild?.Id ?? 0, eventName, data(bot), bot.ApplicationId.ToString());
        }
    }

    private static int EditedFlags(Message message, JsonNode body)
    {
        if (body.Int("flags") is not { } asked)
        {
            return message.Flags;
        }

        if ((message.Flags & Message.ComponentsV2) != 0 && (asked & Message.ComponentsV2) == 0)
        {
            throw DiscordError.InvalidBody("flags: The IS_COMPONENTS_V2 flag cannot be removed");
        }

        return (message.Flags & ~SuppressEmbeds) | (asked & (SuppressEmbeds | Message.ComponentsV2));
    }

    private static void CheckWhole(Message message)
    {
        if ((message.Flags & Message.ComponentsV2) != 0 && (message.Content.Length > 0 || message.Embeds.Count > 0))
        {
            throw DiscordError.InvalidBody("content: Not used when the IS_COMPONENTS_V2 flag is set; clear content and embeds");
        }

        if (message.Content.Length > 2000)
        {
            throw DiscordError.InvalidBody("content: Must be 2000 or fewer in length.");
        }

        if (message.Content.Trim().Length == 0 && message.Embeds.Count == 0 && message.Components.Count == 0 && message.Files.Count == 0)
        {
            throw DiscordError.EmptyMessage;
        }
    }
}
