using MlaBot.Chat.Cards;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>Puts the parts of a card into blocks.</summary>
/// <param name="packer">What takes the blocks.</param>
/// <param name="hasTables">True where Slack has tables of its own: in messages and Homes.</param>
internal sealed class CardBlocks(BlockPacker packer, bool hasTables)
{
    /// <summary>Adds all parts.</summary>
    /// <exception cref="InvalidOperationException">One is a form.</exception>
    public void Add(IReadOnlyList<CardPart> parts)
    {
        var isOneOfSeveral = parts.Count(part => part is Menu or ChannelMenu) > 1;
        for (var index = 0; index < parts.Count; index++)
        {
            switch (parts[index])
            {
                case Divider:
                    packer.AddLine();
                    break;
                case Choices or Menu or ChannelMenu or Finder:
                    var isFollowed = index + 1 < parts.Count && parts[index + 1] is ContextLine;
                    packer.AddTogether([.. ControlBlocks.Of(parts[index], isOneOfSeveral), .. isFollowed ? Text(parts[index + 1]) : []]);
                    index += isFollowed ? 1 : 0;
                    break;
                case Table table when hasTables && !packer.HasTable && TableBlocks.Own(table) is { } own:
                    packer.Add(own);
                    break;
                case Form form:
                    throw new InvalidOperationException($"The form \"{form.Title}\" stands alone in its card and opens as a modal.");
                default:
                    foreach (var block in Text(parts[index]))
                    {
                        packer.Add(block);
                    }

                    break;
            }
        }
    }

    private static IReadOnlyList<Block> Text(CardPart part) => part switch
    {
        Header header => Title(header),
        Section section => RichTextBlocks.Of(RichLine.Read(section.Markdown)),
        ContextLine line => ContextBlocks.Of(line.Markdown),
        Table table => TableBlocks.AsText(table),
        Bars bars => RichTextBlocks.Of(BarLines.Of(bars)),
        Picture picture => Image(picture),
        _ => [],
    };

    // A title that is too long for a header is a bold line.
    private static IReadOnlyList<Block> Title(Header header) => CleanText.Clean(header.Text).Trim() switch
    {
        "" => [],
        { Length: <= SlackLimits.Header } title when !CardTime.Read(title).Any(piece => piece.At is not null) => [new HeaderBlock(TextObject.Plain(title))],
        var title => RichTextBlocks.Of(RichLine.Plain(title, isBold: true)),
    };

    // A text alternative that is too long for Slack stands in full below the picture.
    private static IReadOnlyList<Block> Image(Picture picture)
    {
        var image = new ImageBlock(LongText.Shortened(CleanText.Clean(picture.AltText).Trim(), SlackLimits.AltText)) { Png = picture.Png };
        return picture.AltText.Length <= SlackLimits.AltText ? [image] : [image, .. RichTextBlocks.Of(RichLine.Plain(picture.AltText))];
    }
}
