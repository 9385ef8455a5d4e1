using MlaBot.Chat.Cards;
using MlaBot.Core.Channels;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Rendering;

/// <summary>Turns cards into Discord messages and modals. Pure: the same card gives the same payloads.</summary>
internal static class DiscordRenderer
{
    /// <summary>Renders a card as messages, nearly always one.</summary>
    /// <param name="card">A card without a form.</param>
    /// <param name="marker">For a post of the bot's own: what it is found by. It goes into the box's id and the nonce, so it must be
    /// unique among all messages of the bot. The last message carries it; those before carry it with <c>/1</c>, <c>/2</c> added.
    /// Null for replies and edits.</param>
    /// <param name="style">Whom a post calls and how loudly; null for nobody.</param>
    /// <returns>The messages in the order to send them. No text is left out: what is too long for one goes on in the next, and a
    /// question's controls stand on the last.</returns>
    /// <exception cref="InvalidOperationException">The card has nothing to show, holds a form, or breaks a limit that cannot be met by
    /// splitting; the message names the place.</exception>
    public static IReadOnlyList<MessagePayload> Message(Card card, string? marker = null, PostingStyle? style = null)
    {
        var mention = style is null || style.MentionRole.Length == 0 ? null : RoleMention(style.MentionRole);
        var drafts = Pack(card, mention?.Content.Length ?? 0);
        if (drafts.Count == 0)
        {
            throw new InvalidOperationException("The card has nothing to show.");
        }

        var flags = MessageFlags.ComponentsV2
            | (card.IsPrivate ? MessageFlags.Ephemeral : 0)
            | (style is { IsSilent: true } ? MessageFlags.SuppressNotifications : 0);
        return [.. drafts.Select((draft, index) => PayloadCheck.Checked(Payload(
            draft,
            Colour(card.Tone),
            flags,
            marker is null ? null : MarkerOf(marker, index, drafts.Count),
            index == 0 ? mention : null,
            index == 0 ? style?.MentionRole : null)))];
    }

    /// <summary>The marker of one message of a post.</summary>
    /// <param name="marker">The post's own.</param>
    /// <param name="index">Which of its messages, from 0.</param>
    /// <param name="count">How many it has.</param>
    public static string MarkerOf(string marker, int index, int count) => index == count - 1 ? marker : $"{marker}/{index + 1}";

    /// <summary>The form that a card opens; null when it is a message.</summary>
    public static Form? FormOf(Card card) => card.Parts is [Form form] ? form : null;

    /// <summary>Renders a form as a modal.</summary>
    /// <exception cref="InvalidOperationException">It breaks a limit; the message names the place.</exception>
    public static ModalPayload Modal(Form form) => PayloadCheck.Checked(FormModal.Of(form));

    private static IReadOnlyList<MessageDraft> Pack(Card card, int firstText)
    {
        var packer = new MessagePacker(firstText);
        var parts = ToneSigns.Signed(card).ToArray();
        var isOneOfSeveral = parts.Count(part => part is Menu or ChannelMenu or RoleMenu) > 1;
        for (var index = 0; index < parts.Length; index++)
        {
            switch (parts[index])
            {
                case Divider:
                    packer.AddLine();
                    break;
                case Picture picture:
                    packer.AddPicture(picture);
                    break;
                case Choices or Menu or ChannelMenu or RoleMenu:
                    var isFollowed = index + 1 < parts.Length && parts[index + 1] is ContextLine;
                    packer.AddControls(Caption(parts[index], isOneOfSeveral), Rows(parts[index]), isFollowed ? CardLines.Of(parts[index + 1]) : []);
                    index += isFollowed ? 1 : 0;
                    break;
                case Form form:
                    throw new InvalidOperationException($"The form \"{form.Title}\" stands alone in its card and opens as a modal.");
                default:
                    packer.AddText(CardLines.Of(parts[index]));
                    break;
            }
        }

        return packer.Finish();
    }

    private static IReadOnlyList<Component> Rows(CardPart part) => part switch
    {
        Choices choices => [.. ControlRows.Of(choices)],
        Menu menu => [ControlRows.Of(menu)],
        ChannelMenu menu => [ControlRows.Of(menu)],
        RoleMenu menu => [ControlRows.Of(menu)],
        _ => [],
    };

    // A menu with something chosen hides its placeholder, so what it asks for stands above it. Among several it always does: a card that
    // grows with every choice would move the menus below away from under the finger.
    private static IReadOnlyList<string> Caption(CardPart part, bool isOneOfSeveral) => part switch
    {
        Menu menu when isOneOfSeveral || menu.Options.Any(option => option.IsSelected) => CardLines.Small(menu.Prompt),
        ChannelMenu menu when isOneOfSeveral || menu.Selected is not null => CardLines.Small(menu.Prompt),
        RoleMenu menu when isOneOfSeveral || menu.Selected is not null => CardLines.Small(menu.Prompt),
        _ => [],
    };

    private static MessagePayload Payload(MessageDraft draft, int colour, int flags, string? marker, TextDisplay? mention, string? role)
    {
        var box = new Container([.. draft.Components]) { AccentColor = colour, Id = marker is null ? null : PostMarker.Id(marker) };
        return new MessagePayload
        {
            Flags = flags,
            Components = mention is null ? [box] : [mention, box],
            AllowedMentions = mention is null ? AllowedMentions.Nobody : new AllowedMentions { Roles = [role!] },
            Nonce = marker is null ? null : PostMarker.Nonce(marker),
            EnforceNonce = marker is null ? null : true,
            Attachments = draft.Attachments.Count == 0 ? null : [.. draft.Attachments],
            Files = [.. draft.Files],
        };
    }

    private static TextDisplay RoleMention(string role) => role.All(char.IsAsciiDigit)
        ? new TextDisplay($"<@&{role}>")
        : throw new InvalidOperationException($"\"{role}\" is not the id of a Discord role.");

    private static int Colour(CardTone tone) => tone switch
    {
        CardTone.Good => 0x2E9E5B,
        CardTone.Bad => 0xD64545,
        CardTone.Caution => 0xD9A400,
        _ => 0x3B82C4,
    };
}
