using MlaBot.Core.Channels;

namespace MlaBot.Core.Daily;

/// <summary>Closes a question and reveals it: controls off first, then a short drain, then key and distribution.</summary>
/// <remarks>Product rule 4.1, step 6. The key is made public in the store before it is shown, so no answer that could
/// have seen it counts.</remarks>
public sealed class CloseDailyQuestion(
    IDailyStore store, IChannelStore channels, IDailyPublisher publisher, DailyRules rules, IDailyLog log, TimeProvider clock)
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
                await WithinAsync(token => publisher.CloseAsync(closed, item, participants, token), cancellationToken);
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

    /// <summary>Ends the drain: from here on answers are practice.</summary>
    public async Task RevealAsync(DailyPost closing, CancellationToken cancellationToken)
    {
        var revealed = closing with { State = PostState.Revealed };
        if (await store.AdvanceAsync(revealed, PostState.Closing, cancellationToken))
        {
            await PublishAsync(revealed, isInDoubt: false, cancellationToken);
        }
    }

    /// <summary>Publishes the reveal of a post whose key is public; does nothing when it stands there already.</summary>
    public Task PublishRevealAsync(DailyPost revealed, CancellationToken cancellationToken) => PublishAsync(revealed, isInDoubt: true, cancellationToken);

    private async Task PublishAsync(DailyPost revealed, bool isInDoubt, CancellationToken cancellationToken)
    {
        var channel = await channels.FindAsync(revealed.Channel, cancellationToken);
        var item = await store.ShownItemAsync(revealed.Item, revealed.ItemVersion, cancellationToken);
        if (channel is null || item is null || !publisher.IsReady(revealed.Channel.Group))
        {
            return;
        }

        try
        {
            var answers = await store.AnswersAsync(revealed.Id, cancellationToken);
            await WithinAsync(token => publisher.RevealAsync(revealed, item, channel, answers, isInDoubt, token), cancellationToken);
            log.Revealed(revealed, answers.Count);
        }
        catch (Exception lost) when (lost is ChannelGoneException or ExternalFaultException { IsTransient: false })
        {
            // Nothing that waits can mend this, and /why shows the reasons all the same.
            log.Failed(revealed.Id, revealed.Channel, lost);
        }
        catch (Exception fault) when (
            fault is ExternalFaultException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.WillRetry(revealed, fault);
            return;
        }

        await store.AdvanceAsync(revealed with { State = PostState.Settled }, PostState.Revealed, cancellationToken);
    }

    /// <summary>Takes a question back: its day is excused and its answers count for nothing.</summary>
    /// <returns>The post, or a refusal when it is not open.</returns>
    public async Task<Outcome<DailyPost>> WithdrawAsync(DailyPost open, string reason, CancellationToken cancellationToken)
    {
        if (open.Round is not null)
        {
            return new Refusal("withdraw-round", $"Question {open.Id} belongs to a live round.", "The host or an admin can leave it out with /challenge skip.");
        }

        var withdrawn = open with { State = PostState.Withdrawn, Note = reason };
        if (!await store.AdvanceAsync(withdrawn, PostState.Open, cancellationToken))
        {
            return new Refusal("withdraw-late", $"Question {open.Id} is not open.", "Only an open question can be taken back.");
        }

        await ShowClosedAsync(withdrawn, cancellationToken);
        return withdrawn;
    }

    private Task WithinAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken) => rules.WithinAsync(
        clock,
        async token =>
        {
            await call(token);
            return true;
        },
        cancellationToken);
}
