namespace MlaBot.Core.Daily;

/// <summary>Closes a question, or takes it back: the controls go first; the reveal follows after a short drain.</summary>
/// <remarks>Product rule 4.1, step 6.</remarks>
public sealed class CloseDailyQuestion(IDailyStore store, IDailyPublisher publisher, DailyRules rules, IDailyLog log, TimeProvider clock)
{
    /// <summary>Begins the drain of an open post, in the store alone: it is on time however busy the platform is.</summary>
    /// <returns>False when the post was not open any more.</returns>
    public Task<bool> CloseAsync(DailyPost open, CancellationToken cancellationToken) =>
        store.AdvanceAsync(open with { State = PostState.Closing }, PostState.Open, cancellationToken);

    /// <summary>Takes the controls away from a post that is closed or withdrawn.</summary>
    public async Task ShowClosedAsync(DailyPost closed, CancellationToken cancellationToken)
    {
        try
        {
            if (await store.ShownItemAsync(closed.Item, closed.ItemVersion, cancellationToken) is { } item)
            {
                var participants = await store.ParticipantsAsync(closed.Id, cancellationToken);
                await rules.WithinAsync(clock, token => publisher.CloseAsync(closed, item, participants, token), cancellationToken);
            }
        }
        catch (Exception fault) when (
            fault is ExternalFaultException or ChannelGoneException or MessageGoneException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Controls that stay visible do no harm: the store decides what counts.
            log.WillRetry(closed, fault);
        }
    }

    /// <summary>Takes a question back: its day is excused and its answers count for nothing.</summary>
    /// <returns>The post, or a refusal when it is not open.</returns>
    public async Task<Outcome<DailyPost>> WithdrawAsync(DailyPost open, string reason, CancellationToken cancellationToken)
    {
        if (open.Round is not null)
        {
            return new Refusal("withdraw-round", $"Question {open.Number} belongs to a live round.", "The host or an admin can leave it out with /challenge skip.");
        }

        var withdrawn = open with { State = PostState.Withdrawn, Note = reason };
        if (!await store.AdvanceAsync(withdrawn, PostState.Open, cancellationToken))
        {
            return new Refusal("withdraw-late", $"Question {open.Number} is not open.", "Only an open question can be taken back.");
        }

        await ShowClosedAsync(withdrawn, cancellationToken);
        return withdrawn;
    }
}
