using System.Collections.Concurrent;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;

namespace MlaBot.Testing.Chat;

/// <summary>A chat platform that remembers what it was given, and whose messages and rights a test takes away.</summary>
public sealed class RecordingPlatform : IChatPlatform
{
    private readonly ConcurrentDictionary<string, SentMessage> _messages = new(StringComparer.Ordinal);
    private int _lastId;

    /// <inheritdoc/>
    public string Name => New.ChannelKey.Group.Platform;

    /// <inheritdoc/>
    public bool IsReady { get; set; } = true;

    /// <inheritdoc/>
    public bool HasControls { get; set; } = true;

    /// <inheritdoc/>
    public bool AnswersInForms { get; set; }

    /// <inheritdoc/>
    public PostingChoices Choices { get; set; } = PostingChoices.All;

    /// <summary>What <see cref="ExamineAsync"/> finds.</summary>
    public IReadOnlyList<ChannelFinding> Findings { get; set; } = [new("Send Messages", IsGood: true)];

    /// <summary>The channels and styles that were examined.</summary>
    public ConcurrentQueue<(ChannelKey Channel, PostingStyle Style)> Examined { get; } = new();

    /// <summary>Thrown by every post and reply; null while they succeed.</summary>
    public Exception? PostFailure { get; set; }

    /// <summary>Thrown when a thread is opened; null while that succeeds.</summary>
    public Exception? ThreadFailure { get; set; }

    /// <summary>True while edits of counts wait behind others until they are given up.</summary>
    public bool HoldsCounts { get; set; }

    /// <summary>Released by each count that begins to wait.</summary>
    public SemaphoreSlim HeldCounts { get; } = new(0);

    /// <summary>Whether people take private messages.</summary>
    public bool TakesPrivate { get; set; } = true;

    /// <summary>What was posted and still stands, oldest first.</summary>
    public IReadOnlyList<SentMessage> Messages => [.. _messages.Values.OrderBy(message => message.Number)];

    /// <summary>The threads that were asked for, twice asked ones twice.</summary>
    public ConcurrentQueue<(string MessageId, string Title)> Threads { get; } = new();

    /// <summary>The messages whose edits somebody waited for until they were confirmed, oldest first.</summary>
    public ConcurrentQueue<(string MessageId, Card Card)> Confirmed { get; } = new();

    /// <summary>What was written to persons.</summary>
    public ConcurrentQueue<(LearnerKey Person, Card Card)> Private { get; } = new();

    /// <summary>The markers that were looked for, each with how far back.</summary>
    public ConcurrentQueue<(string Marker, TimeSpan? Within)> Sought { get; } = new();

    /// <summary>A person deletes a message.</summary>
    /// <returns>False when it was not there.</returns>
    public bool Delete(string messageId) => _messages.TryRemove(messageId, out _);

    /// <inheritdoc/>
    public Task<string> PostAsync(ChannelKey channel, Card card, string marker, PostingStyle style, CancellationToken cancellationToken) =>
        SendAsync(channel, card, marker, style, replyTo: null);

    /// <inheritdoc/>
    public Task<string> ReplyAsync(ChannelKey channel, string messageId, Card card, string marker, PostingStyle style, CancellationToken cancellationToken) =>
        _messages.ContainsKey(messageId) ? SendAsync(channel, card, marker, style, messageId) : throw new MessageGoneException("Unknown message.");

    /// <inheritdoc/>
    public Task EditAsync(ChannelKey channel, string messageId, Card card, PostingStyle style, CancellationToken cancellationToken)
    {
        _messages[messageId] = _messages.TryGetValue(messageId, out var message)
            ? message with { Card = card, Edits = message.Edits + 1 }
            : throw new MessageGoneException("Unknown message.");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task EditConfirmedAsync(ChannelKey channel, string messageId, Card card, PostingStyle style, CancellationToken cancellationToken)
    {
        Confirmed.Enqueue((messageId, card));
        return EditAsync(channel, messageId, card, style, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<string?> FindAsync(ChannelKey channel, string? repliesTo, string marker, TimeSpan? within, CancellationToken cancellationToken)
    {
        Sought.Enqueue((marker, within));
        return Task.FromResult(_messages.Values.FirstOrDefault(message => message.Channel == channel && message.Marker == marker)?.Id);
    }

    /// <inheritdoc/>
    public Task RefreshAsync(ChannelKey channel, string messageId, Card card, PostingStyle style, CancellationToken cancellationToken)
    {
        if (!HoldsCounts)
        {
            return EditAsync(channel, messageId, card, style, cancellationToken);
        }

        HeldCounts.Release();
        return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    /// <inheritdoc/>
    public Task OpenThreadAsync(ChannelKey channel, string messageId, string title, CancellationToken cancellationToken)
    {
        Threads.Enqueue((messageId, title));
        return ThreadFailure is null ? Task.CompletedTask : Task.FromException(ThreadFailure);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ChannelFinding>> ExamineAsync(ChannelKey channel, PostingStyle style, CancellationToken cancellationToken)
    {
        Examined.Enqueue((channel, style));
        return Task.FromResult(Findings);
    }

    /// <inheritdoc/>
    public Task<bool> TellAsync(LearnerKey person, Card card, CancellationToken cancellationToken)
    {
        if (TakesPrivate)
        {
            Private.Enqueue((person, card));
        }

        return Task.FromResult(TakesPrivate);
    }

    private Task<string> SendAsync(ChannelKey channel, Card card, string marker, PostingStyle style, string? replyTo)
    {
        if (PostFailure is not null)
        {
            return Task.FromException<string>(PostFailure);
        }

        var number = Interlocked.Increment(ref _lastId);
        _messages[$"m{number}"] = new SentMessage(number, channel, card, marker, style, replyTo);
        return Task.FromResult($"m{number}");
    }
}

/// <summary>A message that stands in a channel.</summary>
/// <param name="Number">Counts up.</param>
/// <param name="Channel">Where.</param>
/// <param name="Card">What it shows now.</param>
/// <param name="Marker">What it is found by.</param>
/// <param name="Style">How it was posted.</param>
/// <param name="ReplyTo">The message that it replies to; null for none.</param>
public sealed record SentMessage(int Number, ChannelKey Channel, Card Card, string Marker, PostingStyle Style, string? ReplyTo)
{
    /// <summary>The platform's id.</summary>
    public string Id => $"m{Number}";

    /// <summary>How often it was edited.</summary>
    public int Edits { get; init; }
}
