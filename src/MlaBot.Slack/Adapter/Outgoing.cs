using MlaBot.Slack.Rendering;
using MlaBot.Slack.WebApi;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Adapter;

/// <summary>Sends a message with its pictures, and in classic blocks where Slack refuses newer ones.</summary>
internal static class Outgoing
{
    /// <summary>Sends a new message; in classic blocks it may become several, in their order.</summary>
    public static async Task SendAsync(ISlackApi api, SlackMessage message, Func<SlackMessage, Task> send, CancellationToken cancellationToken)
    {
        var whole = await Pictures.UploadedAsync(api, message, cancellationToken);
        try
        {
            await send(whole);
        }
        catch (SlackApiException refused) when (IsTooNew(refused, whole))
        {
            foreach (var part in ClassicBlocks.Of(whole))
            {
                await send(part);
            }
        }
    }

    /// <summary>Changes a message that stands there; of several in classic blocks it is the last, which bears the controls.</summary>
    public static async Task EditAsync(ISlackApi api, SlackMessage message, Func<SlackMessage, Task> edit, CancellationToken cancellationToken)
    {
        var whole = await Pictures.UploadedAsync(api, message, cancellationToken);
        try
        {
            await edit(whole);
        }
        catch (SlackApiException refused) when (IsTooNew(refused, whole))
        {
            await edit(ClassicBlocks.Of(whole)[^1]);
        }
    }

    private static bool IsTooNew(SlackApiException refused, SlackMessage message) =>
        refused.Error is SlackErrors.InvalidBlocks && ClassicBlocks.HasNewer(message.Blocks);
}
