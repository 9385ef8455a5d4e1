using MlaBot.Chat.Cards;
using MlaBot.Core.Channels;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>Turns cards into Slack messages, modals and Homes. Pure: the same card gives the same payloads.</summary>
internal static class SlackRenderer
{
    private const string NoTitle = "MlaBot";

    /// <summary>Renders a card as messages, nearly always one.</summary>
    /// <param name="card">A card without a form.</param>
    /// <param name="words">How commands are typed in this workspace.</param>
    /// <param name="marker">For a post of the bot's own: what it is found by. The last message carries it; those before carry it with
    /// <c>/1</c>, <c>/2</c> added. Null for replies to a person and for edits.</param>
    /// <param name="style">Whom a post calls; null for nobody. Only the id of a user group (<c>S</c> with letters and digits) calls
    /// anybody; Slack has no silent messages.</param>
    /// <returns>The messages in the order to send them. No text is left out: what is too long for one goes on in the next, and a
    /// question's controls stand on the last. Pictures are not uploaded yet: see <see cref="BlockPictures"/>.</returns>
    /// <exception cref="InvalidOperationException">The card has nothing to show, holds a form, or breaks a limit that cannot be met by
    /// splitting; the message names the place.</exception>
    public static IReadOnlyList<SlackMessage> Messages(Card card, CommandWords words, string? marker = null, PostingStyle? style = null)
    {
        var parts = Shown(card, words);
        var mention = style is not null && IsUserGroup(style.MentionRole) ? new RichTextBlock([new RichTextSection([new UserGroupLeaf(style.MentionRole)])]) : null;
        var pages = Packed(parts, SlackLimits.MessageBlocks, SlackLimits.MessageBlockText, hasTables: true, mention);
        if (pages is [] || (mention is not null && pages[0].Count == 1))
        {
            throw new InvalidOperationException("The card has nothing to show.");
        }

        var summary = MessageSummary.Of(card, parts);
        return [.. pages.Select((blocks, index) => BlockCheck.Checked(
            new SlackMessage(index == 0 ? summary : $"{summary} ({index + 1} of {pages.Count})", blocks)
            {
                Metadata = marker is null ? null : Marked(index == pages.Count - 1 ? marker : $"{marker}/{index + 1}"),
            }))];
    }

    /// <summary>Renders a card in a window over the chat, with a button that closes it and no other of its own.</summary>
    /// <param name="card">A card without a form.</param>
    /// <param name="words">How commands are typed in this workspace.</param>
    /// <param name="privateMetadata">Comes back with every press in it; at most 3,000 characters.</param>
    /// <exception cref="InvalidOperationException">It breaks a limit; the message names the place.</exception>
    public static SlackView Modal(Card card, CommandWords words, string privateMetadata)
    {
        var parts = Shown(card, words);
        var title = parts is [Header header, ..] ? CleanText.Clean(header.Text).Trim() : "";

        // A title that fits stands in the window's frame alone, unless the window would be empty then.
        var rest = title.Length is > 0 and <= SlackLimits.ViewTitle ? InView(parts.Skip(1)) : [];
        return BlockCheck.Checked(new SlackView(SlackView.Modal, rest.Count > 0 ? rest : InView(parts))
        {
            Title = ControlBlocks.Shown(title.Length == 0 ? NoTitle : title, SlackLimits.ViewTitle),
            Close = TextObject.Plain("Close"),
            PrivateMetadata = privateMetadata,
        });
    }

    /// <summary>Renders a form as a modal: the callback id is the form's action, and every field has its name as block id and action id.</summary>
    /// <param name="form">The form.</param>
    /// <param name="words">How commands are typed in this workspace.</param>
    /// <param name="privateMetadata">Comes back with the submission; at most 3,000 characters.</param>
    /// <exception cref="InvalidOperationException">It breaks a limit; the message names the place.</exception>
    public static SlackView FormModal(Form form, CommandWords words, string privateMetadata) =>
        BlockCheck.Checked(Rendering.FormModal.Of((Form)words.In(form), privateMetadata));

    /// <summary>Renders a card as the Home of one person.</summary>
    /// <exception cref="InvalidOperationException">It breaks a limit; the message names the place.</exception>
    public static SlackView Home(Card card, CommandWords words) => BlockCheck.Checked(new SlackView(
        SlackView.Home, [.. Packed(Shown(card, words), int.MaxValue, int.MaxValue, hasTables: true, first: null).SelectMany(page => page)]));

    /// <summary>The form that a card opens; null when it is a message.</summary>
    public static Form? FormOf(Card card) => card.Parts is [Form form] ? form : null;

    private static CardPart[] Shown(Card card, CommandWords words) => [.. ToneSigns.Signed(card).Select(words.In)];

    private static IReadOnlyList<Block> InView(IEnumerable<CardPart> parts) =>
        [.. Packed([.. parts], int.MaxValue, int.MaxValue, hasTables: false, first: null).SelectMany(page => page)];

    private static IReadOnlyList<IReadOnlyList<Block>> Packed(IReadOnlyList<CardPart> parts, int mostBlocks, int mostText, bool hasTables, Block? first)
    {
        var packer = new BlockPacker(mostBlocks, mostText, first);
        new CardBlocks(packer, hasTables).Add(parts);
        return packer.Finish();
    }

    private static MessageMetadata Marked(string marker) =>
        new(MessageMetadata.PostType, new Dictionary<string, string>(StringComparer.Ordinal) { [MessageMetadata.Key] = marker });

    private static bool IsUserGroup(string id) => id is ['S', _, ..] && id.All(char.IsAsciiLetterOrDigit);
}
