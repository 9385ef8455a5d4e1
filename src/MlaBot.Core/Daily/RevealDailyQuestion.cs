using System.Collections.Concurrent;
using MlaBot.Core.Channels;
using MlaBot.Core.Questions;

namespace MlaBot.Core.Daily;

/// <summary>Shows key, reasons and distribution of a closed question, once, and sees to it that its controls are gone.</summary>
/// <remarks>Product rule 4.1, step 6. The key is made public in the store before it is shown, so no answer that could
/// have seen it counts.</remarks>
public sealed class RevealDailyQuestion(
    IDailyStore store,
    IChannelStore channels,
    IDailyPublisher publisher,
    CloseDailyQuestion close,
    PauseSchedules pause,
    DailyRules rules,
    IDailyLog log,
    TimeProvider clock)
{
    // Refused ones wait for an admin. After a restart each is refused once more, which is cheaper than to store them.
    private readonly ConcurrentDictionary<PostId, bool> _refused = new();

    // Reveals that stand while the controls of their question could not be taken away yet.
    private readonly ConcurrentDictionary<PostId, bool> _standing = new();

    /// <summary>Ends the drain: from here on answers are practice.</summary>
    public async Task RevealAsync(DailyPost closing, CancellationToken cancellationToken)
    {
        var revealed = closing with { State = PostState.Revealed };
        if (await store.AdvanceAsync(revealed, PostState.Closing, cancellationToken))
        {
            await PublishAsync(revealed, isInDoubt: false, cancellationToken);
        }
    }

    /// <summary>Publishes the reveal of a post whose key is public; does nothing when it stands there already, or while its channel waits
    /// for an admin.</summary>
    public async Task PublishAsync(DailyPost revealed, CancellationToken cancellationToken)
    {
        if (!_refused.ContainsKey(revealed.Id) || !await IsPausedAsync(revealed.Channel, cancellationToken))
        {
            await PublishAsync(revealed, isInDoubt: true, cancellationToken);
        }
    }

    private async Task PublishAsync(DailyPost revealed, bool isInDoubt, CancellationToken cancellationToken)
    {
        var channel = await channels.FindAsync(revealed.Channel, cancellationToken);
        var item = await store.ShownItemAsync(revealed.Item, revealed.ItemVersion, cancellationToken);
        if (channel is null || item is null || !publisher.IsReady(revealed.Channel.Group))
        {
            return;
        }

        if (!_standing.ContainsKey(revealed.Id) && !await ShowAsync(revealed, item, channel, isInDoubt, cancellationToken))
        {
            return;
        }

        if (!await close.EnsureClosedAsync(revealed, cancellationToken))
        {
            _standing.TryAdd(revealed.Id, true);
            return;
        }

        _refused.TryRemove(revealed.Id, out _);
        _standing.TryRemove(revealed.Id, out _);
        await store.AdvanceAsync(revealed with { State = PostState.Settled }, PostState.Revealed, cancellationToken);
    }

    /// <summary>Shows the reveal.</summary>
    /// <returns>False when it has to be tried again.</returns>
    private async Task<bool> ShowAsync(DailyPost revealed, Item item, Channel channel, bool isInDoubt, CancellationToken cancellationToken)
    {
        try
        {
            var answers = await store.AnswersAsync(revealed.Id, cancellationToken);
            await rules.WithinAsync(clock, token => publisher.RevealAsync(revealed, item, channel, answers, isInDoubt, token), cancellationToken);
            log.Revealed(revealed, answers.Count);
            return true;
        }
        catch (ChannelGoneException gone)
        {
            return !await WaitsAsync(revealed, gone, cancellationToken);
        }
        catch (ExternalFaultException fault) when (!fault.IsTransient)
        {
            log.Unrevealed(revealed, fault);
            return true;
        }
        catch (Exception fault) when (
            fault is ExternalFaultException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.WillRetry(revealed, fault);
            return false;
        }
    }

    /// <summary>Pauses the channel of a reveal that was refused.</summary>
    /// <returns>True when the reveal waits for an admin to start the schedules again; false when nobody can do that.</returns>
    private async Task<bool> WaitsAsync(DailyPost revealed, ChannelGoneException gone, CancellationToken cancellationToken)
    {
        await pause.ChannelAsync(revealed.Channel, gone.Message, gone.IsDeleted, cancellationToken);
        if (gone.IsDeleted || (await store.SchedulesAsync(revealed.Channel, cancellationToken)).Count == 0)
        {
            // /why shows the reasons all the same.
            log.Unrevealed(revealed, gone);
            return false;
        }

        _refused.TryAdd(revealed.Id, true);
        log.WillRetry(revealed, gone);
        return true;
    }

    private async Task<bool> IsPausedAsync(ChannelKey channel, CancellationToken cancellationToken) =>
        await store.SchedulesAsync(channel, cancellationToken) is { Count: > 0 } schedules && schedules.All(schedule => schedule.IsPaused);
}
