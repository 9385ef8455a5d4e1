using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Rendering;

/// <summary>The pictures of a message or view, which must be uploaded before it is sent.</summary>
internal static class BlockPictures
{
    /// <summary>The pictures that have bytes and no file yet, from top to bottom.</summary>
    public static IReadOnlyList<ImageBlock> In(IReadOnlyList<Block> blocks) =>
        [.. blocks.OfType<ImageBlock>().Where(IsWaiting)];

    /// <summary>The blocks with their pictures as uploaded files.</summary>
    /// <param name="blocks">Any blocks.</param>
    /// <param name="fileIds">An id for each picture of <see cref="In"/>, in its order.</param>
    /// <exception cref="ArgumentException">Another number of ids than pictures.</exception>
    public static IReadOnlyList<Block> WithFiles(IReadOnlyList<Block> blocks, IReadOnlyList<string> fileIds)
    {
        if (In(blocks).Count != fileIds.Count)
        {
            throw new ArgumentException($"{fileIds.Count} files for {In(blocks).Count} pictures.", nameof(fileIds));
        }

        var next = 0;
        return [.. blocks.Select(block => block is ImageBlock image && IsWaiting(image) ? image with { SlackFile = new(fileIds[next++]), Png = default } : block)];
    }

    /// <summary>The blocks with words in place of the pictures that wait, for when an upload fails: their text alternatives.</summary>
    public static IReadOnlyList<Block> WithWords(IReadOnlyList<Block> blocks) =>
        [.. blocks.SelectMany(block => block is ImageBlock image && IsWaiting(image) ? RichTextBlocks.Of(RichLine.Plain(image.AltText)) : [block])];

    private static bool IsWaiting(ImageBlock image) => image.SlackFile is null;
}
