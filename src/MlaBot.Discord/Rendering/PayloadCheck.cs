using System.Globalization;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Rendering;

/// <summary>Looks at a payload before it is sent, so that a card which breaks a limit is a clear mistake here and not a refusal there.</summary>
internal static class PayloadCheck
{
    /// <summary>The message, when Discord would take it.</summary>
    /// <exception cref="InvalidOperationException">It breaks a limit; the message says which.</exception>
    public static MessagePayload Checked(MessagePayload message)
    {
        var all = (message.Components ?? []).SelectMany(Inside).ToArray();
        Require(all.Length is > 0 and <= DiscordLimits.Components, "components", $"{all.Length} instead of 1 to {DiscordLimits.Components}");
        var text = all.OfType<TextDisplay>().Sum(display => display.Content.Length);
        Require(text <= DiscordLimits.Text, "text", $"{text} characters instead of at most {DiscordLimits.Text}");
        Each(all);
        Require(message.Nonce is null or { Length: <= DiscordLimits.Nonce }, "nonce", "too long");
        Require(message.Files.Count <= DiscordLimits.Files && message.Files.All(file => file.Bytes.Length is > 0 and <= DiscordLimits.FileBytes), "files", "too many, empty or too large");
        return message;
    }

    /// <summary>The modal, when Discord would take it.</summary>
    /// <exception cref="InvalidOperationException">It breaks a limit; the message says which.</exception>
    public static ModalPayload Checked(ModalPayload modal)
    {
        Within(modal.CustomId, DiscordLimits.CustomId, "modal custom_id");
        Within(modal.Title, DiscordLimits.ModalTitle, "modal title");
        Require(modal.Components.Count is > 0 and <= DiscordLimits.ModalFields, "modal fields", $"{modal.Components.Count} instead of 1 to {DiscordLimits.ModalFields}");
        Each([.. modal.Components.SelectMany(Inside)]);
        return modal;
    }

    private static void Each(Component[] all)
    {
        foreach (var component in all)
        {
            Check(component);
        }

        var twice = all.Select(CustomId).OfType<string>().GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        Require(twice is null, "custom_id", $"\"{twice?.Key}\" stands twice in one message");
    }

    private static void Check(Component component)
    {
        switch (component)
        {
            case TextDisplay display:
                Require(!string.IsNullOrWhiteSpace(display.Content), "text", "nothing but blanks");
                break;
            case ActionRow row:
                Require(row.Components.Count is > 0 and <= DiscordLimits.RowButtons, "row", $"{row.Components.Count} controls instead of 1 to {DiscordLimits.RowButtons}");
                break;
            case Button button:
                Within(button.CustomId, DiscordLimits.CustomId, "button custom_id");
                Within(button.Label, DiscordLimits.ButtonLabel, $"label of {button.CustomId}");
                break;
            case StringSelect select:
                MenuCheck.Check(select);
                break;
            case RoleSelect select:
                Within(select.CustomId, DiscordLimits.CustomId, "menu custom_id");
                break;
            case ChannelSelect select:
                Within(select.CustomId, DiscordLimits.CustomId, "menu custom_id");
                break;
            case MediaGallery gallery:
                Require(gallery.Items.All(item => item.Description.Length is > 0 and <= DiscordLimits.AltText), "picture", "without a text alternative");
                break;
            case Label label:
                Within(label.Text, DiscordLimits.ModalTitle, "field label");
                break;
            case TextInput input:
                Within(input.CustomId, DiscordLimits.CustomId, "field name");
                Require(input.MaxLength is null or (> 0 and <= DiscordLimits.FieldText), $"field {input.CustomId}", "maximum length out of range");
                Require((input.Value?.Length ?? 0) <= (input.MaxLength ?? DiscordLimits.FieldText), $"field {input.CustomId}", "its value is longer than it may be");
                break;
        }
    }

    internal static void Within(string text, int limit, string what)
    {
        // Not through Require: the sentence holds the whole text, and nearly no text breaks its limit.
        if (string.IsNullOrWhiteSpace(text) || text.Length > limit)
        {
            throw Refused(what, string.Create(CultureInfo.InvariantCulture, $"\"{text}\" has not 1 to {limit} characters"));
        }
    }

    internal static void Require(bool holds, string what, string why)
    {
        if (!holds)
        {
            throw Refused(what, why);
        }
    }

    private static InvalidOperationException Refused(string what, string why) => new($"Discord would refuse this card: {what}: {why}.");

    private static string? CustomId(Component component) => component switch
    {
        Button button => button.CustomId,
        StringSelect select => select.CustomId,
        RoleSelect select => select.CustomId,
        ChannelSelect select => select.CustomId,
        TextInput input => input.CustomId,
        _ => null,
    };

    private static IEnumerable<Component> Inside(Component component) => component switch
    {
        Container container => container.Components.SelectMany(Inside).Prepend(container),
        ActionRow row => row.Components.SelectMany(Inside).Prepend(row),
        Label label => [label, label.Component],
        _ => [component],
    };
}
