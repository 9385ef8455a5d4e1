using System.Text.Json;
using Microsoft.Extensions.Logging;
using MlaBot.Chat.Cards;
using MlaBot.Core;
using MlaBot.Slack.Rendering;
using MlaBot.Slack.WebApi;
using MlaBot.Slack.Wire;

namespace MlaBot.Slack.Adapter;

/// <summary>Brings a card to the person who did something, on the way that fits where it was done.</summary>
/// <remarks>Source: Slack developer documentation, "Handling user interaction": response URLs, triggers, and what a submission's
/// acknowledgement may say.</remarks>
internal sealed partial class Answers(Workspace workspace, CommandWords words, ILogger<Answers> logger)
{
    private const string Ephemeral = "ephemeral";
    private const string InChannel = "in_channel";

    /// <summary>Answers a press.</summary>
    public Task AfterPressAsync(Card card, Exit exit, Place place, Doer doer, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var shown = Shown(card);
        if (exit.Surface is Surface.Home)
        {
            await OpenAsync(shown, exit, place, cancellationToken);
        }
        else if (exit.Surface is Surface.Modal)
        {
            await InModalAsync(shown, exit, place, cancellationToken);
        }
        else if (IsWindow(shown))
        {
            await OpenAsync(shown, exit, place, cancellationToken);
        }
        else
        {
            await RespondAsync(shown, exit, place, doer, replaces: shown.ReplacesMessage && exit.Surface == Surface.Ephemeral, cancellationToken);
        }
    });

    /// <summary>Answers a slash command with its acknowledgement, or opens a window.</summary>
    public async Task ToCommandAsync(Card card, Incoming.Slash slash, CancellationToken cancellationToken)
    {
        var shown = Shown(card);
        if (IsWindow(shown))
        {
            await slash.Envelope.Acknowledge(default, cancellationToken);
            await TryAsync(() => OpenAsync(shown, slash.Exit, slash.Place, cancellationToken));
            return;
        }

        var messages = Messages(shown);
        if (BlockPictures.In(messages[0].Blocks).Count > 0)
        {
            // A picture has to be uploaded first, and an acknowledgement cannot wait for that.
            await slash.Envelope.Acknowledge(default, cancellationToken);
            await TryAsync(() => RespondAsync(messages, shown, slash.Exit, slash.Place, slash.Doer, replaces: false, cancellationToken));
            return;
        }

        var isSent = await slash.Envelope.Acknowledge(Json(Response(messages[0], shown, thread: null, replaces: null)), cancellationToken);
        // A socket that died took the answer with it; the response URL still works.
        await TryAsync(() => RespondAsync(isSent ? [.. messages.Skip(1)] : messages, shown, slash.Exit, slash.Place, slash.Doer, replaces: false, cancellationToken));
    }

    /// <summary>Answers a command that was acknowledged before it was done.</summary>
    public Task LateAsync(Card card, Exit exit, Place place, Doer doer, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var shown = Shown(card);
        if (IsWindow(shown))
        {
            await OpenAsync(shown, exit, place, cancellationToken);
        }
        else
        {
            await RespondAsync(shown, exit, place, doer, replaces: false, cancellationToken);
        }
    });

    /// <summary>Shows a card in a window, as a shortcut's answer; beside the message where the window cannot be opened.</summary>
    public Task InWindowAsync(Card card, Exit exit, Place place, Doer doer, CancellationToken cancellationToken) => TryAsync(() => OpenAsync(Shown(card), exit, place, cancellationToken));

    /// <summary>Answers a submission with its acknowledgement: what is wrong with the form, or what comes in its place.</summary>
    public async Task ToSubmissionAsync(Card card, Incoming.Submitted submitted, CancellationToken cancellationToken)
    {
        var shown = Shown(card);
        var problems = shown.Problems.Where(problem => submitted.Fields.ContainsKey(problem.Key)).ToDictionary(StringComparer.Ordinal);
        if (problems.Count > 0)
        {
            await submitted.Envelope.Acknowledge(Json(new ViewAnswer("errors") { Errors = problems }), cancellationToken);
            return;
        }

        if (submitted.Exit.PreviousViewId.Length > 0 && shown.IsDialog)
        {
            // The page below takes the news, and the form goes away.
            await submitted.Envelope.Acknowledge(default, cancellationToken);
            await TryAsync(() => UpdateAsync(submitted.Exit.PreviousViewId, shown, submitted.Exit, submitted.Place, cancellationToken));
            return;
        }

        if (submitted.Exit.ResponseUrl is not null && submitted.Exit.PreviousViewId.Length == 0)
        {
            await submitted.Envelope.Acknowledge(default, cancellationToken);
            await TryAsync(() => RespondAsync(shown, submitted.Exit, submitted.Place, submitted.Doer, replaces: false, cancellationToken));
            return;
        }

        var view = View(shown, submitted.Exit, submitted.Place);
        if (!await submitted.Envelope.Acknowledge(Json(new ViewAnswer("update") { View = view }), cancellationToken))
        {
            await TryAsync(() => TellAsync(shown, submitted.Doer, cancellationToken));
        }
    }

    /// <summary>Brings the answer of a submission that was acknowledged before it was done.</summary>
    public Task AfterSubmissionAsync(Card card, Incoming.Submitted submitted, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var shown = Shown(card);
        if (submitted.Exit.ResponseUrl is not null && submitted.Exit.PreviousViewId.Length == 0)
        {
            await RespondAsync(shown, submitted.Exit, submitted.Place, submitted.Doer, replaces: false, cancellationToken);
        }
        else
        {
            await UpdateAsync(submitted.Exit.ViewId, shown, submitted.Exit, submitted.Place, cancellationToken);
        }
    });

    /// <summary>JSON of an acknowledgement's payload.</summary>
    public static ReadOnlyMemory<byte> Json(SuggestionAnswer answer) => JsonSerializer.SerializeToUtf8Bytes(answer, SlackJson.Default.SuggestionAnswer);

    private static ReadOnlyMemory<byte> Json(ViewAnswer answer) => JsonSerializer.SerializeToUtf8Bytes(answer, SlackJson.Default.ViewAnswer);

    private static ReadOnlyMemory<byte> Json(ResponseMessage answer) => JsonSerializer.SerializeToUtf8Bytes(answer, SlackJson.Default.ResponseMessage);

    private static bool IsWindow(Card card) => card.IsDialog || SlackRenderer.FormOf(card) is not null;

    private async Task InModalAsync(Card card, Exit exit, Place place, CancellationToken cancellationToken)
    {
        if (SlackRenderer.FormOf(card) is null && (card.IsDialog || card.ReplacesMessage))
        {
            await UpdateAsync(exit.ViewId, card, exit, place, cancellationToken);
            return;
        }

        try
        {
            await workspace.Api.PushViewAsync(exit.TriggerId, View(card, exit, place), cancellationToken);
        }
        catch (SlackApiException refused) when (refused.Error is "push_limit_reached" && SlackRenderer.FormOf(card) is null)
        {
            // Three windows lie on each other at most.
            await UpdateAsync(exit.ViewId, card, exit, place, cancellationToken);
        }
    }

    private async Task OpenAsync(Card card, Exit exit, Place place, CancellationToken cancellationToken)
    {
        try
        {
            await workspace.Api.OpenViewAsync(exit.TriggerId, View(card, exit, place), cancellationToken);
        }
        catch (SlackApiException refused) when (refused.Error is SlackErrors.ExpiredTrigger or SlackErrors.ExchangedTrigger && exit.ResponseUrl is { } url)
        {
            Log.Late(logger, refused.Error);
            var sorry = RefusalCards.For(new Refusal("window-slow", "That took too long, so I cannot open the window now.", "Please try again."));
            await workspace.Api.RespondAsync(url, Response(Messages(sorry)[0], sorry, exit.Thread, replaces: false), cancellationToken);
        }
    }

    private async Task UpdateAsync(string viewId, Card card, Exit exit, Place place, CancellationToken cancellationToken) =>
        await workspace.Api.UpdateViewAsync(viewId, hash: null, View(card, exit, place), cancellationToken);

    private SlackView View(Card card, Exit exit, Place place)
    {
        // An answer given in a window that was opened from a message belongs beside that message.
        var memory = new ViewMemory(place.Channel, place.Name, exit.Surface is Surface.Message or Surface.Ephemeral or Surface.Modal ? exit.ResponseUrl : null, exit.Surface, exit.Thread).ToText();
        return SlackRenderer.FormOf(card) is { } form ? SlackRenderer.FormModal(form, words, memory) : SlackRenderer.Modal(card, words, memory);
    }

    private Task RespondAsync(Card card, Exit exit, Place place, Doer doer, bool replaces, CancellationToken cancellationToken) =>
        RespondAsync(Messages(card), card, exit, place, doer, replaces, cancellationToken);

    private async Task RespondAsync(IReadOnlyList<SlackMessage> messages, Card card, Exit exit, Place place, Doer doer, bool replaces, CancellationToken cancellationToken)
    {
        for (var index = 0; index < messages.Count; index++)
        {
            var message = await Pictures.UploadedAsync(workspace.Api, messages[index], cancellationToken);
            try
            {
                if (exit.ResponseUrl is { } url)
                {
                    await workspace.Api.RespondAsync(url, Response(message, card, exit.Thread, replaces: replaces && index == 0), cancellationToken);
                    continue;
                }
            }
            catch (SlackApiException refused) when (!refused.IsTransient && !refused.MayHaveHappened)
            {
                // Half an hour is over, or five messages were sent: the channel itself is left.
                Log.Used(logger, refused.Error);
            }

            try
            {
                await workspace.Api.PostEphemeralAsync(place.Channel, doer.Id, message, exit.Thread, cancellationToken);
            }
            catch (SlackApiException refused) when (!refused.IsTransient && !refused.MayHaveHappened)
            {
                // The bot or the person is not in that channel: a direct message reaches everybody.
                var direct = await workspace.Api.DirectChannelAsync(doer.Id, cancellationToken);
                await workspace.Api.PostAsync(direct, message, threadTs: null, cancellationToken);
            }
        }
    }

    private async Task TellAsync(Card card, Doer doer, CancellationToken cancellationToken)
    {
        var channel = await workspace.Api.DirectChannelAsync(doer.Id, cancellationToken);
        foreach (var message in Messages(card))
        {
            await workspace.Api.PostAsync(channel, message, threadTs: null, cancellationToken);
        }
    }

    private static ResponseMessage Response(SlackMessage message, Card card, string? thread, bool? replaces) => new()
    {
        ResponseType = card.IsPrivate ? Ephemeral : InChannel,
        Text = message.Text,
        Blocks = message.Blocks,
        ReplaceOriginal = replaces,
        ThreadTs = replaces == true ? null : thread,
        UnfurlLinks = false,
        UnfurlMedia = false,
    };

    private IReadOnlyList<SlackMessage> Messages(Card card) => SlackRenderer.Messages(card, words);

    /// <summary>The card, or a plain sentence in its place when it breaks a limit of Slack's: what was done is stored.</summary>
    private Card Shown(Card card)
    {
        try
        {
            _ = SlackRenderer.FormOf(card) is { } form ? SlackRenderer.FormModal(form, words, "").Blocks.Count
                : card.IsDialog ? SlackRenderer.Modal(card, words, "").Blocks.Count
                : 0;
            return card;
        }
        catch (InvalidOperationException invalid)
        {
            return Plain(invalid);
        }
    }

    private Card Plain(InvalidOperationException invalid)
    {
        var id = Guid.NewGuid().ToString("N")[..8];
        Log.Invalid(logger, id, invalid.Message);
        return RefusalCards.For(new Refusal("shape", $"I could not show the answer (error {id}); what you did is stored.", "Please tell an admin."));
    }

    private async Task TryAsync(Func<Task> sending)
    {
        try
        {
            await sending();
        }
        catch (SlackApiException refused)
        {
            Log.Lost(logger, refused.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(431, LogLevel.Warning, "An answer was lost: {Reason}")]
        public static partial void Lost(ILogger logger, string reason);

        [LoggerMessage(432, LogLevel.Information, "A window came too late: {Error}")]
        public static partial void Late(ILogger logger, string error);

        [LoggerMessage(433, LogLevel.Information, "A response URL takes no more: {Error}; the answer goes through the channel")]
        public static partial void Used(ILogger logger, string error);

        [LoggerMessage(434, LogLevel.Error, "{Id}: an answer cannot be shown on Slack: {Reason}")]
        public static partial void Invalid(ILogger logger, string id, string reason);
    }
}
