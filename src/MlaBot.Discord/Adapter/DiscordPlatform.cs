using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Discord.Rendering;
using MlaBot.Discord.Rest;
using MlaBot.Discord.Wire;

namespace MlaBot.Discord.Adapter;

/// <summary>Discord behind the seam that the engine sees.</summary>
internal sealed class DiscordPlatform(IDiscordApi api, GuildList guilds, ChannelExamination examination, MessageSearch search) : IChatPlatform
{
    private const int ThreadArchiveMinutes = 1440;

    // Longer than the engine tries to catch up with a post.
    private static readonly TimeSpan PartsWithin = TimeSpan.FromHours(3);

    private static readonly IReadOnlyDictionary<string, string> NothingStands = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => InteractionReader.Platform;

    /// <inheritdoc/>
    public bool IsReady => guilds.Identity.IsCompletedSuccessfully;

    /// <inheritdoc/>
    public bool CanReach(GroupKey group) => guilds.CanReach(group.Id);

    /// <inheritdoc/>
    public Task<string> PostAsync(ChannelKey channel, Card card, string marker, PostingStyle style, CancellationToken cancellationToken) =>
        SendAsync(channel, DiscordRenderer.Message(card, marker, style), marker, style, cancellationToken);

    /// <inheritdoc/>
    public async Task EditAsync(ChannelKey channel, string messageId, Card card, PostingStyle style, CancellationToken cancellationToken) =>
        await GuardAsync(channel, style, async () =>
        {
            var message = DiscordRenderer.Message(card, marker: null, style)[^1] with { AllowedMentions = AllowedMentions.Nobody };
            await api.EditMessageAsync(channel.Group.Id, channel.Id, messageId, message, cancellationToken);
            return true;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<string> ReplyAsync(ChannelKey channel, string messageId, Card card, string marker, PostingStyle style, CancellationToken cancellationToken)
    {
        var messages = DiscordRenderer.Message(card, marker, style);
        return SendAsync(
            channel,
            messageId.Length == 0 ? messages : [messages[0] with { MessageReference = new MessageReference(messageId) }, .. messages.Skip(1)],
            marker,
            style,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<string?> FindAsync(ChannelKey channel, string? repliesTo, string marker, TimeSpan? within, CancellationToken cancellationToken) =>
        GuardAsync(
            channel,
            PostingStyle.Plain,
            async () => (await search.FindAsync(channel, [marker], within, cancellationToken)).GetValueOrDefault(marker),
            cancellationToken);

    /// <inheritdoc/>
    public async Task OpenThreadAsync(ChannelKey channel, string messageId, string title, CancellationToken cancellationToken) =>
        await GuardAsync(channel, PostingStyle.Plain, async () =>
        {
            try
            {
                await api.StartThreadAsync(channel.Group.Id, channel.Id, messageId, title, ThreadArchiveMinutes, cancellationToken);
            }
            catch (DiscordApiException refused) when (refused.Code == DiscordErrorCode.ThreadExists)
            {
                // Opened before a restart: what was asked for stands.
            }

            return true;
        }, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ChannelFinding>> ExamineAsync(ChannelKey channel, PostingStyle style, CancellationToken cancellationToken)
    {
        var self = (await guilds.Identity.WaitAsync(cancellationToken)).UserId;
        try
        {
            return await examination.ExamineAsync(channel, self, style, cancellationToken);
        }
        catch (DiscordApiException refused)
        {
            throw DiscordFaults.From(refused);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> TellAsync(LearnerKey person, Card card, CancellationToken cancellationToken)
    {
        try
        {
            var channel = await api.PrivateChannelAsync(person.UserId, cancellationToken);
            foreach (var message in DiscordRenderer.Message(card))
            {
                await api.CreateMessageAsync(person.Group.Id, channel.Id, message, cancellationToken);
            }

            return true;
        }
        catch (DiscordApiException refused) when (!refused.IsTransient)
        {
            // The person does not take private messages, or is gone: never tried again.
            return false;
        }
        catch (DiscordApiException refused)
        {
            throw DiscordFaults.From(refused);
        }
    }

    /// <summary>Sends the parts of a card in order; the last one bears the controls, so its id is the message's.</summary>
    /// <remarks>A try that was cut short may have left the first parts there: they are sent once, as the last one is.</remarks>
    private Task<string> SendAsync(ChannelKey channel, IReadOnlyList<MessagePayload> messages, string marker, PostingStyle style, CancellationToken cancellationToken) =>
        GuardAsync(channel, style, async () =>
        {
            var firstMarkers = Enumerable.Range(0, messages.Count - 1).Select(index => DiscordRenderer.MarkerOf(marker, index, messages.Count)).ToArray();
            var standing = firstMarkers.Length == 0 ? NothingStands : await search.FindAsync(channel, firstMarkers, PartsWithin, cancellationToken);
            foreach (var message in messages.SkipLast(1).Zip(firstMarkers).Where(part => !standing.ContainsKey(part.Second)).Select(part => part.First))
            {
                await api.CreateMessageAsync(channel.Group.Id, channel.Id, message, cancellationToken);
            }

            return (await api.CreateMessageAsync(channel.Group.Id, channel.Id, messages[^1], cancellationToken)).Id;
        }, cancellationToken);

    private async Task<T> GuardAsync<T>(ChannelKey channel, PostingStyle style, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (DiscordApiException refused) when (refused.Code is DiscordErrorCode.MissingPermissions or DiscordErrorCode.MissingAccess)
        {
            throw await NamedAsync(channel, style, refused, cancellationToken);
        }
        catch (DiscordApiException refused)
        {
            throw DiscordFaults.From(refused);
        }
    }

    /// <summary>Names the missing permission; when Discord does not even tell that, the general sentence has to do.</summary>
    private async Task<Exception> NamedAsync(ChannelKey channel, PostingStyle style, DiscordApiException refused, CancellationToken cancellationToken)
    {
        try
        {
            var missing = (await ExamineAsync(channel, style, cancellationToken)).Where(finding => !finding.IsGood).Select(finding => finding.Fix).ToArray();
            return missing.Length == 0 ? DiscordFaults.From(refused) : new ChannelGoneException(string.Join(' ', missing), refused);
        }
        catch (Exception fault) when (fault is ExternalFaultException or ChannelGoneException)
        {
            return DiscordFaults.From(refused);
        }
    }
}
