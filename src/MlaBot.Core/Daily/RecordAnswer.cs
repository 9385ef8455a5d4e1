using System.Diagnostics;
using MlaBot.Core.Channels;
using MlaBot.Core.Learners;
using MlaBot.Core.Questions;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Daily;

/// <summary>Takes a learner's answer: checks it, stores it durably, says what stands.</summary>
public sealed class RecordAnswer(IDailyStore store, ILearnerStore learners, IChannelStore channels, IAnswerGate gate, TimeProvider clock)
{
    /// <summary>The refusal of a post that the group does not have, or that nobody has seen yet.</summary>
    public static Refusal UnknownPost { get; } = new("post-unknown", "I do not know that question here.", "Type /daily to see the open questions.");

    /// <summary>Records an answer to a post of the learner's own group.</summary>
    /// <param name="postId">The post.</param>
    /// <param name="key">Who answers.</param>
    /// <param name="name">The name to remember.</param>
    /// <param name="read">Reads the answer with the post's letters; a refusal ends the request.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    public Task<Outcome<AnswerReceipt>> HandleAsync(
        PostId postId, LearnerKey key, string name, Func<DailyPost, Item, Outcome<Answer>> read, CancellationToken cancellationToken) =>
        HandleAsync(postId, key, name, profileZone: "", Duration.Zero, read, cancellationToken);

    /// <inheritdoc cref="HandleAsync(PostId, LearnerKey, string, Func{DailyPost, Item, Outcome{Answer}}, CancellationToken)"/>
    /// <param name="postId">The post.</param>
    /// <param name="key">Who answers.</param>
    /// <param name="name">The name to remember.</param>
    /// <param name="profileZone">The IANA zone of the person's profile, for somebody who answers for the first time; empty for none.</param>
    /// <param name="age">How long ago the platform took the press; only a live round asks. Not negative.</param>
    /// <param name="read">Reads the answer with the post's letters; a refusal ends the request.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    public async Task<Outcome<AnswerReceipt>> HandleAsync(
        PostId postId,
        LearnerKey key,
        string name,
        string profileZone,
        Duration age,
        Func<DailyPost, Item, Outcome<Answer>> read,
        CancellationToken cancellationToken)
    {
        var arrived = clock.Now();
        var post = await store.FindPostAsync(postId, cancellationToken);
        if (post is null || post.Channel.Group != key.Group || post.State == PostState.Planned)
        {
            return UnknownPost;
        }

        if (await store.ShownItemAsync(post.Item, post.ItemVersion, cancellationToken) is not { } item)
        {
            return new Refusal("post-closed", $"Question {post.Number} is not open.", "Type /daily to see the open questions.");
        }

        return read(post, item) switch
        {
            Outcome<Answer>.Refused(var unread) => unread,
            Outcome<Answer>.Ok(var answer) when AnswerCheck.Find(item, answer) is { } refusal => refusal,
            Outcome<Answer>.Ok(var answer) when post.Round is not null => await StoreInRoundAsync(post, item, key, name, age + (clock.Now() - arrived), answer, cancellationToken),
            Outcome<Answer>.Ok(var answer) => await StoreAsync(post, item, key, name, profileZone, answer, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<Outcome<AnswerReceipt>> StoreAsync(
        DailyPost post, Item item, LearnerKey key, string name, string profileZone, Answer answer, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var (day, firstZones) = await DayAsync(post.Channel, key, profileZone, now, cancellationToken);
        var stored = await store.RecordAsync(
            new NewAnswer(
                post.Id, key, Text.Printable(name, 80), item.Id, item.Version, answer, Grading.Grade(item, answer).IsCorrect,
                now, day.Date, day.IsGrace, MayChange: post.Feedback == FeedbackMode.AtClose)
            { FirstZones = firstZones },
            cancellationToken);
        return ReceiptOf(stored, post, item);
    }

    private async Task<Outcome<AnswerReceipt>> StoreInRoundAsync(
        DailyPost post, Item item, LearnerKey key, string name, Duration age, Answer answer, CancellationToken cancellationToken)
    {
        var printable = Text.Printable(name, 80);
        switch (await gate.AdmitAsync(post, key, printable, age, cancellationToken))
        {
            case Outcome<Instant>.Refused(var refusal):
                return refusal;
            case Outcome<Instant>.Ok(var at):
                // It counts for the round alone, so its day matters to nobody; the first answer is final, since speed may count.
                var stored = await store.RecordAsync(
                    new NewAnswer(
                        post.Id, key, printable, item.Id, item.Version, answer, Grading.Grade(item, answer).IsCorrect,
                        at, at.InUtc().Date, IsGrace: false, MayChange: false),
                    cancellationToken);
                if (stored.Fate == AnswerFate.Recorded)
                {
                    gate.Answered(post, key);
                }

                return ReceiptOf(stored, post, item, gate.CountsFrom(post, key));
            default:
                throw new UnreachableException();
        }
    }

    private static Outcome<AnswerReceipt> ReceiptOf(StoredAnswer stored, DailyPost post, Item item, int? countsFrom = null)
    {
        return stored.Fate == AnswerFate.NotOpen
            ? new Refusal("post-closed", $"Question {post.Number} is not open{Reason(post)}.", "Type /daily to see the open questions.")
            : new AnswerReceipt(stored.Fate, post, item, stored.Standing!, Grading.Grade(item, stored.Standing!.Last)) { CountsFrom = countsFrom };
    }

    private async Task<(LocalDay Day, IReadOnlyList<ZoneChange> FirstZones)> DayAsync(
        ChannelKey channelKey, LearnerKey key, string profileZone, Instant now, CancellationToken cancellationToken)
    {
        var learner = await learners.FindAsync(key, cancellationToken);
        var channel = await channels.FindAsync(channelKey, cancellationToken);
        var home = DateTimeZoneProviders.Tzdb.GetZoneOrNull(channel?.Zone ?? "UTC") ?? DateTimeZone.Utc;
        var first = learner is null ? LearnerZones.First(profileZone, home, now) : [];
        return (new LearnerDays(learner?.Calendar.Zones ?? first, home).DayOf(now), first);
    }

    private static string Reason(DailyPost post) => post.Note.Length > 0 ? $": {post.Note.TrimEnd('.')}" : "";
}

/// <summary>What became of an answer.</summary>
/// <param name="Fate">What the store did.</param>
/// <param name="Post">The post as it was when the answer came.</param>
/// <param name="Item">The item as shown.</param>
/// <param name="Standing">The answer that stands.</param>
/// <param name="Grade">Its grade.</param>
public sealed record AnswerReceipt(AnswerFate Fate, DailyPost Post, Item Item, DailyAnswer Standing, Grade Grade)
{
    /// <summary>The question of a live round from which somebody counts who came late; null otherwise.</summary>
    public int? CountsFrom { get; init; }

    /// <summary>True when the learner may see the key now.</summary>
    public bool ShowsKey => Standing.IsPractice || Post.Feedback == FeedbackMode.Immediate || Post.State is PostState.Revealed or PostState.Settled;
}
