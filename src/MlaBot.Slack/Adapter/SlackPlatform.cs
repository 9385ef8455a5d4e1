using Microsoft.Extensions.Logging;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Slack.Rendering;
using MlaBot.Slack.WebApi;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Adapter;

/// <summary>Slack behind the seam that the engine sees: all workspaces together.</summary>
internal sealed partial class SlackPlatform(
    WorkspaceList workspaces, Lazy<CommandWords> words, WorkspaceClosing closing, ChannelMembers members, TimeProvider clock, ILogger<SlackPlatform> logger) : IChatPlatform
{
    // Slack takes 50 edits a minute. Whoever closes two hundred questions must not keep their reveals waiting for that.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly MarkerFinder _finder = new(clock);

    /// <inheritdoc/>
    public string Name => Workspace.Platform;

    /// <inheritdoc/>
    public bool IsReady => workspaces.All.Any(each => each.IsOpen);

    /// <inheritdoc/>
    public bool AnswersInForms => true;

    /// <inheritdoc/>
    public bool RepliesInChannel => false;

    /// <summary>A thread lies below every message anyway, no post is silent, and there is no menu of user groups.</summary>
    public PostingChoices Choices => PostingChoices.None;

    /// <inheritdoc/>
    public bool CanReach(GroupKey group) => workspaces.Of(group) is { IsOpen: true };

    /// <inheritdoc/>
    public Task<string> PostAsync(ChannelKey channel, Card card, string marker, PostingStyle style, CancellationToken cancellationToken) =>
        SendAsync(channel, card, marker, style, threadTs: null, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>What has not come to its turn after a few seconds is done later, whether or not anybody waits.</remarks>
    public async Task EditAsync(ChannelKey channel, string messageId, Card card, PostingStyle style, CancellationToken cancellationToken)
    {
        var editing = EditAsync(channel, card, style, (api, message) => api.UpdateAsync(channel.Id, messageId, message, CancellationToken.None), cancellationToken);
        try
        {
            await editing.WaitAsync(Patience, clock, cancellationToken);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException && !editing.IsCompleted)
        {
            _ = NoteAsync(channel, editing);
        }
    }

    /// <inheritdoc/>
    public Task EditConfirmedAsync(ChannelKey channel, string messageId, Card card, PostingStyle style, CancellationToken cancellationToken) =>
        EditAsync(channel, card, style, (api, message) => api.UpdateAsync(channel.Id, messageId, message, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task RefreshAsync(ChannelKey channel, string messageId, Card card, PostingStyle style, CancellationToken cancellationToken) =>
        EditAsync(channel, card, style, (api, message) => api.RefreshAsync(channel.Id, messageId, message, cancellationToken), cancellationToken);

    private async Task NoteAsync(ChannelKey channel, Task editing)
    {
        try
        {
            await editing;
        }
        catch (Exception fault)
        {
            // Controls that stay visible do no harm: the store decides what counts.
            Log.NotEdited(logger, channel.ToString(), fault.Message);
        }
    }

    private async Task EditAsync(ChannelKey channel, Card card, PostingStyle style, Func<ISlackApi, SlackMessage, Task> edit, CancellationToken cancellationToken) =>
        await GuardAsync(channel.Group, async workspace =>
        {
            try
            {
                await edit(workspace.Api, await Pictures.UploadedAsync(workspace.Api, SlackRenderer.Messages(card, words.Value, marker: null, style)[^1], cancellationToken));
            }
            catch (SlackApiException refused) when (refused.Error is SlackErrors.CannotUpdateMessage or SlackErrors.EditWindowClosed)
            {
                // The workspace lets nobody change messages after a while: the old one has to stand.
            }

            return true;
        });

    /// <inheritdoc/>
    public Task<string> ReplyAsync(ChannelKey channel, string messageId, Card card, string marker, PostingStyle style, CancellationToken cancellationToken) =>
        SendAsync(channel, card, marker, style, messageId.Length == 0 ? null : messageId, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> FindAsync(ChannelKey channel, string? repliesTo, string marker, TimeSpan? within, CancellationToken cancellationToken) =>
        GuardAsync(channel.Group, workspace => _finder.FindAsync(workspace.Api, channel.Id, repliesTo, marker, within, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChannelFinding>> ExamineAsync(ChannelKey channel, PostingStyle style, CancellationToken cancellationToken) =>
        GuardAsync(channel.Group, workspace => ChannelExamination.ExamineAsync(workspace, channel.Id, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<bool> CanReadAsync(LearnerKey person, ChannelKey channel, CancellationToken cancellationToken) =>
        workspaces.Of(channel.Group) is { } workspace && person.Group == channel.Group && await members.ContainsAsync(workspace.Api, channel, person.UserId, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> TellAsync(LearnerKey person, Card card, CancellationToken cancellationToken)
    {
        if (workspaces.Of(person.Group) is not { IsOpen: true } workspace)
        {
            return false;
        }

        try
        {
            var channel = await workspace.Api.DirectChannelAsync(person.UserId, cancellationToken);
            foreach (var message in SlackRenderer.Messages(card, words.Value))
            {
                await workspace.Api.PostAsync(channel, message, threadTs: null, cancellationToken);
            }

            return true;
        }
        catch (SlackApiException refused) when (!refused.IsTransient)
        {
            return false;
        }
        catch (SlackApiException refused)
        {
            throw SlackFaults.From(refused);
        }
    }

    /// <summary>Sends the parts of a card in order; the last one bears the controls, so its id is the message's.</summary>
    private Task<string> SendAsync(ChannelKey channel, Card card, string marker, PostingStyle style, string? threadTs, CancellationToken cancellationToken) =>
        GuardAsync(channel.Group, async workspace =>
        {
            var ts = "";
            foreach (var message in SlackRenderer.Messages(card, words.Value, marker, style))
            {
                ts = await PostOnceAsync(workspace.Api, channel.Id, await Pictures.UploadedAsync(workspace.Api, message, cancellationToken), threadTs, cancellationToken);
            }

            return ts;
        });

    private async Task<string> PostOnceAsync(ISlackApi api, string channel, SlackMessage message, string? threadTs, CancellationToken cancellationToken)
    {
        try
        {
            var posted = await api.PostAsync(channel, message, threadTs, cancellationToken);
            if (posted.ThreadTs != threadTs)
            {
                // Somebody deleted the head of the thread, which Slack may not say: the reply stands in the channel then.
                Log.OutsideThread(logger, posted.Ts, channel, threadTs ?? "");
            }

            return posted.Ts;
        }
        catch (SlackApiException refused) when (refused.Error is SlackErrors.DuplicateClientMessage && message.MarkerKey is { } marker)
        {
            // Slack has it already, whatever was thought of its age: it is somewhere in the channel.
            if (await _finder.FindAnywhereAsync(api, channel, threadTs, marker, cancellationToken) is { } standing)
            {
                return standing;
            }

            throw;
        }
    }

    private async Task<T> GuardAsync<T>(GroupKey group, Func<Workspace, Task<T>> call)
    {
        var workspace = workspaces.Of(group) ?? throw new ExternalFaultException("The workspace is not connected.", isTransient: true);
        try
        {
            return await call(workspace);
        }
        catch (SlackApiException refused)
        {
            if (SlackErrors.IsTokenLost(refused.Error))
            {
                closing.Begin(workspace, SlackFaults.TokenLost);
            }

            throw SlackFaults.From(refused);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(481, LogLevel.Information, "A message in {Channel} could not be edited: {Reason}")]
        public static partial void NotEdited(ILogger logger, string channel, string reason);

        [LoggerMessage(482, LogLevel.Information, "Message {Ts} in {Channel} stands in the channel and not in the thread of {Thread}, which was deleted")]
        public static partial void OutsideThread(ILogger logger, string ts, string channel, string thread);
    }
}
