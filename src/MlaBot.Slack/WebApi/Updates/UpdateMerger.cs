using MlaBot.Slack.Wire;

namespace MlaBot.Slack.WebApi.Updates;

/// <summary>Sends the updates of a message one after the other, with a pause between them; of those that wait only the newest is sent.</summary>
/// <remarks>
/// <para>An update that is replaced before it is sent ends together with the one that replaced it, well or badly. The newest content is
/// chosen at the last moment, after the wait for the method's turn, and again for every further try.</para>
/// <para>Whoever gives up takes the own content out as long as it waits; what is being sent is not called back.</para>
/// <para>Slack allows 50 updates a minute in a workspace ("Rate limits", tier 3), which forty people pressing in one question would use up.</para>
/// </remarks>
/// <param name="send">Sends the update of a message; it asks for the content of every try.</param>
/// <param name="counters">Count what was merged.</param>
/// <param name="tuning">The pause, and how many may wait.</param>
/// <param name="clock">The clock.</param>
internal sealed class UpdateMerger(UpdateMerger.SendAsync send, WebCounters counters, WebTuning tuning, TimeProvider clock) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Channel, string Ts), MessageUpdates> _messages = [];
    private readonly CancellationTokenSource _life = new();
    private int _callers;
    private bool _isClosed;

    /// <summary>Sends one update.</summary>
    internal delegate Task SendAsync(string channel, string ts, Func<SlackMessage> content, bool canWait, CancellationToken cancellationToken);

    /// <summary>Messages with an update in the last two seconds.</summary>
    public int Messages
    {
        get
        {
            lock (_gate)
            {
                return _messages.Count;
            }
        }
    }

    /// <summary>Brings a message to a content, or to a newer one.</summary>
    /// <exception cref="SlackApiException">The update that was sent failed, or too many wait.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task UpdateAsync(string channel, string ts, SlackMessage message, bool canWait, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var update = new WaitingUpdate(message, canWait);
        var key = (channel, ts);
        MessageUpdates? updates;
        bool isFirst;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (_callers >= tuning.MostWaiting)
            {
                throw Failures.TooMany(SlackMethods.Update.Name, tuning.MostWaiting);
            }

            _callers++;
            isFirst = !_messages.TryGetValue(key, out updates);
            if (updates is null)
            {
                _messages.Add(key, updates = new MessageUpdates());
            }

            updates.Add(update);
            if (!canWait && !updates.IsUnderWay)
            {
                // A count that waits behind all others makes way for what must not wait.
                updates.Patience?.Cancel();
            }
        }

        try
        {
            if (isFirst)
            {
                _ = RunAsync(key, updates);
            }

            await using var giveUp = cancellationToken.UnsafeRegister(_ => GiveUp(updates, update, cancellationToken), state: null);
            await update.Done;
        }
        finally
        {
            lock (_gate)
            {
                _callers--;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
        }

        _life.Cancel();
        _life.Dispose();
    }

    private async Task RunAsync((string Channel, string Ts) key, MessageUpdates updates)
    {
        var life = _life.Token;
        do
        {
            try
            {
                await SendLatestAsync(key, updates, life);
                End(updates, fault: null);
                await Task.Delay(tuning.UpdateGap, clock, life);
            }
            catch (OperationCanceledException) when (life.IsCancellationRequested)
            {
                End(updates, new ObjectDisposedException(nameof(SlackApi)));
            }
#pragma warning disable CA1031 // Whatever went wrong belongs to those who wait, and the next update has its own chance.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                End(updates, fault);
                await PauseAsync(life);
            }
        }
        while (!IsOver(key, updates));

        // Only a closed client leaves some behind.
        End(updates, new ObjectDisposedException(nameof(SlackApi)));
    }

    private async Task SendLatestAsync((string Channel, string Ts) key, MessageUpdates updates, CancellationToken life)
    {
        while (true)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(life);
            bool canWait;
            lock (_gate)
            {
                canWait = updates.CanWait;
                updates.Patience = canWait ? patience : null;
            }

            try
            {
                await send(key.Channel, key.Ts, () => Take(updates), canWait, patience.Token);
                return;
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested && !life.IsCancellationRequested)
            {
                // Once more, ahead of what can wait.
            }
            finally
            {
                lock (_gate)
                {
                    updates.Patience = null;
                }
            }
        }
    }

    private async Task PauseAsync(CancellationToken life) =>
        await Task.Delay(tuning.UpdateGap, clock, life).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private SlackMessage Take(MessageUpdates updates)
    {
        lock (_gate)
        {
            return updates.Take() ?? throw new OperationCanceledException("Nobody waits for this update any more.");
        }
    }

    private void End(MessageUpdates updates, Exception? fault)
    {
        IReadOnlyList<WaitingUpdate> ended;
        lock (_gate)
        {
            ended = updates.End(fault is not null);
        }

        for (var place = 0; place < ended.Count; place++)
        {
            if (place > 0)
            {
                counters.CountMerged();
            }

            if (fault is null)
            {
                ended[place].Succeed();
            }
            else
            {
                ended[place].Fail(fault);
            }
        }
    }

    private bool IsOver((string Channel, string Ts) key, MessageUpdates updates)
    {
        lock (_gate)
        {
            return (updates.IsEmpty || _isClosed) && _messages.Remove(key);
        }
    }

    private void GiveUp(MessageUpdates updates, WaitingUpdate update, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            updates.Remove(update);
        }

        update.Cancel(cancellationToken);
    }
}
