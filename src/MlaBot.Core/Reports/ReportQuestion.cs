using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Time;

namespace MlaBot.Core.Reports;

/// <summary>Takes members' reports on questions. A question with enough of them rests in the group, and its admins are told once.</summary>
/// <remarks>Product rule 4.6.</remarks>
public sealed class ReportQuestion(
    IReportStore reports, IDailyStore store, IChannelStore channels, AdminNews news, TimeProvider clock)
{
    /// <summary>Stores a report on a post of the member's own group.</summary>
    /// <param name="postId">The post.</param>
    /// <param name="by">Who reports.</param>
    /// <param name="name">The name to remember.</param>
    /// <param name="reason">What is wrong.</param>
    /// <param name="text">The member's words; may be empty.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    public async Task<Outcome<SavedReport>> HandleAsync(
        PostId postId, LearnerKey by, string name, ReportReason reason, string text, CancellationToken cancellationToken)
    {
        if (text.Length > ReportRules.LongestText)
        {
            return new Refusal("report-long", $"That text is {text.Length} characters long; nothing was stored.", $"Give at most {ReportRules.LongestText}.");
        }

        if (await FindAsync(postId, by.Group, cancellationToken) is not { } post)
        {
            return RecordAnswer.UnknownPost;
        }

        var saved = await reports.SaveAsync(
            new Report
            {
                Id = default,
                Post = post.Id,
                Number = post.Number,
                Item = post.Item,
                ItemVersion = post.ItemVersion,
                By = by,
                ByName = Text.Printable(name, 80),
                Reason = reason,
                Text = Text.Printable(text, ReportRules.LongestText),
                At = clock.Now(),
            },
            cancellationToken);
        // The store counted before and after in one write, so exactly one report crosses the line.
        if (saved.OpenBefore < ReportRules.HidesAt && saved.OpenNow >= ReportRules.HidesAt
            && await channels.FindAsync(post.Channel, cancellationToken) is { } channel)
        {
            await news.TellAsync(
                channel,
                $"{saved.OpenNow} members have reported question {post.Number}. I do not post it again here until its reports are closed: /reports list shows them.",
                cancellationToken);
        }

        return saved;
    }

    /// <summary>A post of a group that was shown to people; null when there is none.</summary>
    public async Task<DailyPost?> FindAsync(PostId postId, GroupKey group, CancellationToken cancellationToken)
    {
        var post = await store.FindPostAsync(postId, cancellationToken);
        var wasShown = post is { State: not (PostState.Planned or PostState.Missed or PostState.Skipped) };
        return wasShown && post!.Channel.Group == group ? post : null;
    }
}
