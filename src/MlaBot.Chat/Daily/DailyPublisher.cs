using Microsoft.Extensions.Logging;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Time;

namespace MlaBot.Chat.Daily;

/// <summary>Shows daily questions over whichever platform their group lives on.</summary>
internal sealed partial class DailyPublisher(
    PlatformList platforms, IChannelStore channels, IContentSource content, TimeProvider clock, ILogger<DailyPublisher> logger) : IDailyPublisher
{
    public bool IsReady(GroupKey group) => platforms.Of(group) is { IsReady: true } platform && platform.CanReach(group);

    public Task<string> PublishAsync(DailyPost post, Item item, Channel channel, CancellationToken cancellationToken) =>
        Of(post).PostAsync(post.Channel, QuestionCards.Open(post, item, content.Current, channel.Exam, participants: 0, Of(post).AnswersInForms), Marker(post), channel.Posting, cancellationToken);

    public Task<string?> FindAsync(DailyPost post, CancellationToken cancellationToken) =>
        Of(post).FindAsync(post.Channel, repliesTo: null, Marker(post), clock.Since(post.DueAt), cancellationToken);

    public Task ShowCountAsync(DailyPost post, Item item, int participants, CancellationToken cancellationToken) =>
        EditAsync(post, Of(post).RefreshAsync, exam => QuestionCards.Open(post, item, content.Current, exam, participants, Of(post).AnswersInForms), cancellationToken);

    public Task CloseAsync(DailyPost post, Item item, int participants, CancellationToken cancellationToken) =>
        EditAsync(post, Of(post).EditAsync, exam => QuestionCards.Closed(post, item, content.Current, exam, participants), cancellationToken);

    public async Task RevealAsync(DailyPost post, Item item, Channel channel, IReadOnlyList<DailyAnswer> answers, bool isInDoubt, CancellationToken cancellationToken)
    {
        var marker = $"{Marker(post)}:reveal";
        var reveal = (isInDoubt ? await FindRevealAsync(post, marker, cancellationToken) : null)
            ?? await SendRevealAsync(post, ExplanationCards.Reveal(post, item, answers, content.Current), channel, marker, cancellationToken);
        if (channel.Posting.OpensThread)
        {
            await OpenThreadAsync(post, item, channel, reveal, cancellationToken);
        }
    }

    public async Task<bool> TellAdminsAsync(Channel channel, string sentence, CancellationToken cancellationToken)
    {
        var card = new Card(new Section(sentence)) { Tone = CardTone.Caution };
        try
        {
            // A missing right may be another one than that of writing, so the channel itself comes first.
            await Of(channel.Key.Group).PostAsync(channel.Key, card, $"admin:{Guid.NewGuid():N}", PostingStyle.Plain, cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is ExternalFaultException or ChannelGoneException)
        {
            return await TellPersonAsync(channel, card, cancellationToken);
        }
    }

    private Task<string?> FindRevealAsync(DailyPost post, string marker, CancellationToken cancellationToken) => Of(post).FindAsync(
        post.Channel, post.MessageId is { Length: > 0 } question ? question : null, marker, clock.Since(post.ClosesAt ?? post.DueAt), cancellationToken);

    private async Task<string> SendRevealAsync(DailyPost post, Card card, Channel channel, string marker, CancellationToken cancellationToken)
    {
        // The question called whom it had to call; its reveal calls nobody.
        var style = channel.Posting with { MentionRole = "" };
        if (post.MessageId is not { Length: > 0 } question)
        {
            return await Of(post).PostAsync(post.Channel, card, marker, style, cancellationToken);
        }

        try
        {
            return await Of(post).ReplyAsync(post.Channel, question, card, marker, style, cancellationToken);
        }
        catch (MessageGoneException)
        {
            return await Of(post).PostAsync(post.Channel, card, marker, style, cancellationToken);
        }
    }

    private async Task OpenThreadAsync(DailyPost post, Item item, Channel channel, string reveal, CancellationToken cancellationToken)
    {
        try
        {
            await Of(post).OpenThreadAsync(post.Channel, reveal, ThreadTitle(post, item, channel), cancellationToken);
        }
        catch (Exception fault) when (fault is ChannelGoneException or MessageGoneException or ExternalFaultException { IsTransient: false })
        {
            // The reveal is what counts; /setup shows which right is missing for threads.
            Log.NoThread(logger, post.Id.Value, post.Channel.ToString(), fault.Message);
        }
    }

    private async Task<bool> TellPersonAsync(Channel channel, Card card, CancellationToken cancellationToken)
    {
        try
        {
            if (channel.SetUpBy.Length > 0 && await Of(channel.Key.Group).TellAsync(new LearnerKey(channel.Key.Group, channel.SetUpBy), card, cancellationToken))
            {
                return true;
            }
        }
        catch (Exception fault) when (fault is ExternalFaultException or ChannelGoneException)
        {
            // As good as told to nobody.
        }

        Log.Untold(logger, channel.Key.ToString());
        return false;
    }

    // Discord allows 100 characters in the name of a thread.
    private string ThreadTitle(DailyPost post, Item item, Channel channel)
    {
        var place = ItemPlace.Of(content.Current, item, channel.Exam);
        return Text.Printable($"Discuss {QuestionCards.NameInText(post)}: {place.TaskTitle ?? place.DomainTitle}", 99);
    }

    // Numbers start again in a new database, while old messages still stand in the channel: the due instant tells them apart.
    private static string Marker(DailyPost post) => $"post:{post.Id}:{post.DueAt.ToUnixTimeSeconds()}";

    private delegate Task Edit(ChannelKey channel, string messageId, Card card, PostingStyle style, CancellationToken cancellationToken);

    private async Task EditAsync(DailyPost post, Edit edit, Func<ExamId?, Card> card, CancellationToken cancellationToken)
    {
        if (post.MessageId is { Length: > 0 } messageId)
        {
            var channel = await channels.FindAsync(post.Channel, cancellationToken);
            await edit(post.Channel, messageId, card(channel?.Exam), channel?.Posting ?? PostingStyle.Plain, cancellationToken);
        }
    }

    private IChatPlatform Of(DailyPost post) => Of(post.Channel.Group);

    private IChatPlatform Of(GroupKey group) => platforms.Of(group)
        ?? throw new ExternalFaultException($"No adapter for {group.Platform} is configured.", isTransient: true);

    private static partial class Log
    {
        [LoggerMessage(108, LogLevel.Warning, "No thread below the reveal of question {Post} in {Channel}: {Reason}")]
        public static partial void NoThread(ILogger logger, long post, string channel, string reason);

        [LoggerMessage(109, LogLevel.Warning, "No admin of {Channel} could be told; /schedule list shows why it is paused")]
        public static partial void Untold(ILogger logger, string channel);
    }
}
