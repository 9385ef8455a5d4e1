using MlaBot.Chat.Cards;
using MlaBot.Core.Channels;

namespace MlaBot.Chat.Platform;

/// <summary>What the bot asks of a chat platform on its own account. One implementation for each adapter.</summary>
/// <remarks>Failures come as <see cref="Core.ExternalFaultException"/>, or as <see cref="Core.ChannelGoneException"/> when no
/// later try can succeed.</remarks>
public interface IChatPlatform
{
    /// <summary>The short name that stands in <see cref="GroupKey.Platform"/>.</summary>
    string Name { get; }

    /// <summary>True while messages can be sent.</summary>
    bool IsReady { get; }

    /// <summary>True when its messages have buttons and menus; otherwise everything is typed.</summary>
    bool HasControls => true;

    /// <summary>True when answers of more than one press are given in a form over the chat instead of a draft on a message.</summary>
    bool AnswersInForms => false;

    /// <summary>True when replies stand in the channel for everybody to see; false where they lie in a thread that has to be opened.</summary>
    bool RepliesInChannel => true;

    /// <summary>What the wizard offers on how questions are posted.</summary>
    PostingChoices Choices => PostingChoices.All;

    /// <summary>True while messages can be sent to a group: false during an outage of its part of the platform.</summary>
    bool CanReach(GroupKey group) => IsReady;

    /// <summary>Posts a message.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="card">What.</param>
    /// <param name="marker">A text that <see cref="FindAsync"/> finds the message by; unique to it.</param>
    /// <param name="style">Whom it may call, and how loudly.</param>
    /// <param name="cancellationToken">Ends the wait; the message may or may not have been sent then.</param>
    /// <returns>The platform's id of the message, once the platform confirmed it.</returns>
    Task<string> PostAsync(ChannelKey channel, Card card, string marker, PostingStyle style, CancellationToken cancellationToken);

    /// <summary>Replaces a message that the bot posted. Whom the style calls stays in sight and is not called again.</summary>
    /// <remarks>It may return before the platform confirmed it: where many edits wait, this one is carried out later, and its failure is
    /// heard by nobody then. Good for closings, which the store decides; see <see cref="EditConfirmedAsync"/>.</remarks>
    /// <exception cref="Core.MessageGoneException">A person deleted it.</exception>
    Task EditAsync(ChannelKey channel, string messageId, Card card, PostingStyle style, CancellationToken cancellationToken);

    /// <summary>The same for content on whose sight something depends: it returns once the platform confirmed the edit, however long that takes.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="messageId">The platform's id of the message.</param>
    /// <param name="card">What.</param>
    /// <param name="style">How it was posted.</param>
    /// <param name="cancellationToken">Ends the wait; the edit may or may not be carried out then.</param>
    /// <exception cref="Core.MessageGoneException">A person deleted it.</exception>
    Task EditConfirmedAsync(ChannelKey channel, string messageId, Card card, PostingStyle style, CancellationToken cancellationToken) =>
        EditAsync(channel, messageId, card, style, cancellationToken);

    /// <summary>The same for content that may come late, such as a count: where the platform limits edits, every other one goes first.</summary>
    /// <exception cref="Core.MessageGoneException">A person deleted it.</exception>
    Task RefreshAsync(ChannelKey channel, string messageId, Card card, PostingStyle style, CancellationToken cancellationToken) =>
        EditAsync(channel, messageId, card, style, cancellationToken);

    /// <summary>Posts a reply to one of the bot's messages, in a thread where the platform has them.</summary>
    /// <exception cref="Core.MessageGoneException">A person deleted that message; nothing was posted.</exception>
    Task<string> ReplyAsync(ChannelKey channel, string messageId, Card card, string marker, PostingStyle style, CancellationToken cancellationToken);

    /// <summary>Finds the bot's own message by its marker, to settle a post that was in doubt.</summary>
    /// <param name="channel">Where it was to be posted.</param>
    /// <param name="repliesTo">The message that it replies to; null for one that replies to none.</param>
    /// <param name="marker">What it was marked with.</param>
    /// <param name="within">How long ago it was sent at the most, so that it is found behind everything that was said since; a span, since
    /// the engine's clock may be ahead of the platform's. Null when nobody knows: then what was said last is looked through.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The message's id; null when it was never sent.</returns>
    Task<string?> FindAsync(ChannelKey channel, string? repliesTo, string marker, TimeSpan? within, CancellationToken cancellationToken);

    /// <summary>Opens a thread below one of the bot's messages, once; does nothing where it is open or the platform has none.</summary>
    Task OpenThreadAsync(ChannelKey channel, string messageId, string title, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Looks for what would keep the bot from posting in a channel in a given style.</summary>
    /// <returns>One finding for each right or setting that matters, good ones too.</returns>
    Task<IReadOnlyList<ChannelFinding>> ExamineAsync(ChannelKey channel, PostingStyle style, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ChannelFinding>>([]);

    /// <summary>True when a person can read a channel of the own group; also where the platform lets nobody ask from elsewhere.</summary>
    /// <remarks>What cannot be found out counts as no: a private channel must not be seen by those outside.</remarks>
    ValueTask<bool> CanReadAsync(LearnerKey person, ChannelKey channel, CancellationToken cancellationToken) => ValueTask.FromResult(true);

    /// <summary>Writes to one person in private.</summary>
    /// <returns>False when the platform has no such way, or the person does not want it.</returns>
    Task<bool> TellAsync(LearnerKey person, Card card, CancellationToken cancellationToken) => Task.FromResult(false);
}

/// <summary>One thing that was looked at in a channel's self-test.</summary>
/// <param name="What">What was looked at, such as "Send messages".</param>
/// <param name="IsGood">True when nothing has to be done.</param>
/// <param name="Fix">What to do, as a sentence; empty when it is good.</param>
public sealed record ChannelFinding(string What, bool IsGood, string Fix = "")
{
    /// <summary>True when questions come all the same, only not in full: it keeps nobody from saving.</summary>
    public bool IsWarning { get; init; }

    /// <summary>True when nothing can be posted before it is mended.</summary>
    public bool IsFault => !IsGood && !IsWarning;
}
