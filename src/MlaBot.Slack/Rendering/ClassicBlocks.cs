using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>Messages in the blocks that every workspace takes: tables as text, pictures as their text alternatives.</summary>
/// <remarks>Source: Slack developer documentation, "Block Kit: Blocks": new ones are rolled out in stages, and a workspace without them
/// refuses the whole message. A file that was uploaded just now may be refused too.</remarks>
internal static class ClassicBlocks
{
    /// <summary>True when a workspace may refuse one of the blocks.</summary>
    public static bool HasNewer(IReadOnlyList<Block> blocks) => blocks.Any(block => block is TableBlock or ImageBlock);

    /// <summary>The message without newer blocks; more than one where the words need more room.</summary>
    public static IReadOnlyList<SlackMessage> Of(SlackMessage message)
    {
        var packer = new BlockPacker(SlackLimits.MessageBlocks, SlackLimits.MessageBlockText, first: null);
        foreach (var block in message.Blocks.SelectMany(Words))
        {
            packer.Add(block);
        }

        var pages = packer.Finish();
        return [.. pages.Select((blocks, index) => message with
        {
            Blocks = blocks,
            // The message is found by the marker of its last part.
            Metadata = message.Metadata is { } last && index < pages.Count - 1 ? Part(last, index + 1) : message.Metadata,
        })];
    }

    private static IEnumerable<Block> Words(Block block) => block switch
    {
        TableBlock table => table.AsText,
        ImageBlock image => RichTextBlocks.Of(RichLine.Plain(image.AltText)),
        _ => [block],
    };

    private static MessageMetadata Part(MessageMetadata whole, int number) => whole with
    {
        EventPayload = whole.EventPayload.ToDictionary(pair => pair.Key, pair => $"{pair.Value}/{number}", StringComparer.Ordinal),
    };
}
