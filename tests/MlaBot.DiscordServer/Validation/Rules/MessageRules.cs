using System.Text.Json;

namespace MlaBot.DiscordServer.Validation.Rules;

/// <summary>How a message is sent: the three differ in what may be absent and in the flags that count.</summary>
internal enum MessageUse
{
    Create,
    Reply,
    Edit,
}

/// <summary>A message as a whole.</summary>
/// <remarks>Source: Discord developer documentation, "Message Resource: Create Message" and "Edit Message".</remarks>
internal static class MessageRules
{
    private const int SuppressEmbeds = 1 << 2;
    private const int Ephemeral = 1 << 6;
    private const int SuppressNotifications = 1 << 12;
    private const int ComponentsV2 = 1 << 15;

    public static void Check(JsonElement message, MessageUse use, string path, Faults faults)
    {
        var flags = message.Number("flags") ?? 0;
        var isV2 = (flags & ComponentsV2) != 0;
        // An edit without flags keeps the message's own, which a look at the body alone cannot know.
        var isFlagKnown = use != MessageUse.Edit || message.Has("flags");

        CheckFlags(flags, use, path, faults);
        CheckText(message, isV2, path, faults);
        CheckPresence(message, use, isV2, path, faults);
        MentionRules.Check(message, path, faults);
        EmbedRules.Check(message, path, faults);
        ComponentRules.Check(message, new ComponentLimits(isV2, isFlagKnown), path, faults);
        AttachmentRules.Check(message, use, path, faults);
    }

    private static void CheckFlags(long flags, MessageUse use, string path, Faults faults)
    {
        var allowed = use switch
        {
            MessageUse.Create => SuppressEmbeds | SuppressNotifications | ComponentsV2,
            MessageUse.Reply => SuppressEmbeds | Ephemeral | SuppressNotifications | ComponentsV2,
            _ => SuppressEmbeds | ComponentsV2,
        };
        if ((flags & ~allowed) != 0)
        {
            faults.AddOwn($"{path}flags: {flags & ~allowed} cannot be set here");
        }
    }

    private static void CheckText(JsonElement message, bool isV2, string path, Faults faults)
    {
        var length = message.Text("content").Length;
        if (length > 2000)
        {
            faults.Add($"{path}content: has {length} characters, a bot may send 2000");
        }

        foreach (var name in isV2 ? ["content", "embeds", "poll", "sticker_ids"] : Array.Empty<string>())
        {
            if (message.Has(name, out var value) && !IsEmpty(value))
            {
                faults.Add($"{path}{name}: cannot stand beside the flag IS_COMPONENTS_V2");
            }
        }
    }

    private static void CheckPresence(JsonElement message, MessageUse use, bool isV2, string path, Faults faults)
    {
        string[] parts = isV2 ? ["components"] : ["content", "embeds", "sticker_ids", "components", "attachments", "poll"];
        var isFilled = parts.Any(part => message.Has(part, out var value) && !IsEmpty(value));
        var isForward = message.Has("message_reference", out var reference) && reference.Number("type") == 1;
        // An edit may leave everything as it is, but must not take all of it away.
        var isUntouched = use == MessageUse.Edit && parts.Any(part => !message.TryGetProperty(part, out _));
        if (!isFilled && !isForward && !isUntouched)
        {
            faults.Add($"{(path.Length == 0 ? "body" : path.TrimEnd('.'))}: an empty message cannot be sent");
        }
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };
}
