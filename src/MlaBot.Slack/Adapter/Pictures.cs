using MlaBot.Slack.Rendering;
using MlaBot.Slack.WebApi;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Adapter;

/// <summary>Brings the pictures of a message to Slack before the message itself.</summary>
internal static class Pictures
{
    /// <summary>The message with its pictures uploaded; when that fails, their words stand in their place.</summary>
    public static async Task<SlackMessage> UploadedAsync(ISlackApi api, SlackMessage message, CancellationToken cancellationToken) =>
        message with { Blocks = await UploadedAsync(api, message.Blocks, cancellationToken) };

    private static async Task<IReadOnlyList<Block>> UploadedAsync(ISlackApi api, IReadOnlyList<Block> blocks, CancellationToken cancellationToken)
    {
        var pictures = BlockPictures.In(blocks);
        if (pictures.Count == 0)
        {
            return blocks;
        }

        try
        {
            var files = new List<string>();
            foreach (var picture in pictures)
            {
                files.Add(await api.UploadAsync("picture.png", picture.Png, picture.AltText, cancellationToken));
            }

            return BlockPictures.WithFiles(blocks, files);
        }
        catch (SlackApiException)
        {
            return BlockPictures.WithWords(blocks);
        }
    }
}
