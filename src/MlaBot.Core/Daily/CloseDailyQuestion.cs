using System.Collections.Concurrent;

namespace MlaBot.Core.Daily;

/// <summary>Closes a question, or takes it back: the controls go first; the reveal follows after a short drain.</summary>
/// <remarks>Product rule 4.1, step 6. Controls that stay visible for a while do no harm: the store decides what counts.</remarks>
public sealed class CloseDailyQuestion(IDailyStore store, IDailyPublisher publisher, DailyRules rules, IDailyLog log, TimeProvider clock)
{
    // Messages that are known to show that they closed, until their reveal. What a killed program did is done once more.
    private readonly ConcurrentDictionary<PostId, bool> _shown = new();

    private enum Showing
    {
        Done,
        Refused,
        Later,
    }

    /// <summary>Begins the drain of an open post, in the store alone: it is on time however busy the platform is.</summary>
    /// <returns>False when the post was not open any more.</returns>
    public Task<bool> CloseAsync(DailyPost open, CancellationToken cancellationToken) =>
        store.AdvanceAsync(open with { State = PostState.Closing }, PostState.Open, cancellationToken);

    /// <summary>Takes the controls away from a post that closed.</summary>
    public async Task ShowClosedAsync(DailyPost closing, CancellationToken cancellationToken)
    {
        if (await ShowAsync(closing, cancellationToken) == Showing.Done)
        {
            _shown.TryAdd(closing.Id, true);
        }
    }

    /// <summary>Takes the controls away from a post whose reveal is due, unless they went when it closed.</summary>
    /// <returns>False when it has to be tried again.</returns>
    public async Task<bool> EnsureClosedAsync(DailyPost revealed, CancellationToken cancellationToken) =>
        _shown.TryRemove(revealed.Id, out _) || await ShowAsync(revealed, cancellationToken) != Showing.Later;

    /// <summary>Takes a question back: its day is excused and its answers count for nothing.</summary>
    /// <returns>The post, or a refusal when it is not open.</returns>
    public async Task<Outcome<DailyPost>> WithdrawAsync(DailyPost open, string reason, CancellationToken cancellationToken)
    {
        if (open.Round is not null)
        {
            return new Refusal("withdraw-round", $"Question {open.Number} belongs to a live round.", "The host or an admin can leave it out with /challenge skip.");
        }

        if (open.State == PostState.Intended)
        {
            // What was read before the question stood lacks its message, and would take it from the stored post.
            return new Refusal("withdraw-early", $"Question {open.Number} is being posted at this moment.", "Take it back in a few seconds.");
        }

        var withdrawn = open with { State = PostState.Withdrawn, Note = reason };
        if (open.State != PostState.Open || !await store.AdvanceAsync(withdrawn, PostState.Open, cancellationToken))
        {
            return new Refusal("withdraw-late", $"Question {open.Number} is not open.", "Only an open question can be taken back.");
        }

        await ShowWithdrawnAsync(withdrawn, cancellationToken);
        return withdrawn;
    }

    /// <summary>Takes the controls away from a post that was taken back, and notes that this is done.</summary>
    public async Task ShowWithdrawnAsync(DailyPost withdrawn, CancellationToken cancellationToken)
    {
        if (await ShowAsync(withdrawn, cancellationToken) != Showing.Later)
        {
            await store.AdvanceAsync(withdrawn with { ClosesAt = null }, PostState.Withdrawn, cancellationToken);
        }
    }

    private async Task<Showing> ShowAsync(DailyPost closed, CancellationToken cancellationToken)
    {
        if (!publisher.IsReady(closed.Channel.Group))
        {
            return Showing.Later;
        }

        try
        {
            if (await store.ShownItemAsync(closed.Item, closed.ItemVersion, cancellationToken) is { } item)
            {
                var participants = await store.ParticipantsAsync(closed.Id, cancellationToken);
                await rules.WithinAsync(clock, token => publisher.CloseAsync(closed, item, participants, token), cancellationToken);
            }

            return Showing.Done;
        }
        catch (MessageGoneException)
        {
            return Showing.Done;
        }
        catch (Exception fault) when (fault is ChannelGoneException or ExternalFaultException { IsTransient: false })
        {
            log.Unclosed(closed, fault);
            return Showing.Refused;
        }
        catch (Exception fault) when (
            fault is ExternalFaultException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.WillRetry(closed, fault);
            return Showing.Later;
        }
    }
}
