using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Boards;

/// <summary>Keeps boards up to date: counts what was not counted, keeps the days of the group, archives what is over and tells it.</summary>
/// <remarks>Everything follows from what is stored, so a crash between two steps, an outage of weeks and a second call all end in the same.</remarks>
public sealed class KeepBoards(
    IBoardStore boards,
    IGroupDayStore days,
    IRecordStore records,
    IChannelStore channels,
    MakeFinalBoard finals,
    IBoardPublisher publisher,
    DailyRules rules,
    IBoardLog log,
    TimeProvider clock) : IDueWork, IDisposable
{
    // One write holds the answers up for this many posts at most.
    private const int PostsPerWrite = 20;
    private const int DaysPerPage = 500;

    private readonly SweepGate _gate = new();
    private readonly Dictionary<ChannelKey, Instant> _milestonesTold = [];
    private bool _mayMiss = true;

    /// <inheritdoc/>
    public Task RunDueAsync(CancellationToken cancellationToken) => _gate.RunAsync(SweepAsync, fault => log.WillRetry(null, fault), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await ScoreMissingAsync(cancellationToken);
        await CountDaysAsync(cancellationToken);
        await ArchiveAsync(cancellationToken);
        await TellAsync(cancellationToken);
        await TellMilestonesAsync(cancellationToken);
    }

    private async Task ScoreMissingAsync(CancellationToken cancellationToken)
    {
        if (!_mayMiss)
        {
            return;
        }

        var all = 0;
        int counted;
        do
        {
            counted = await boards.ScoreMissingAsync(PostsPerWrite, cancellationToken);
            all += counted;
        }
        while (counted == PostsPerWrite);
        _mayMiss = false;
        if (all > 0)
        {
            log.Counted(all);
        }
    }

    private async Task CountDaysAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<ChannelDate> stale;
        do
        {
            stale = await days.StaleAsync(DaysPerPage, cancellationToken);
            foreach (var date in stale)
            {
                await days.CountAsync(date, cancellationToken);
            }
        }
        while (stale.Count == DaysPerPage);
    }

    private async Task ArchiveAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        // No zone is more than a day ahead of UTC; each board is then judged by its own zone.
        var ending = await boards.EndingAsync(now.InUtc().Date.PlusDays(1), cancellationToken);
        foreach (var board in ending)
        {
            try
            {
                await ArchiveAsync(board, now, ending, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One channel never stops another.
                log.WillRetry(board.Channel, fault);
            }
        }
    }

    private async Task ArchiveAsync(ChannelBoard board, Instant now, IReadOnlyList<ChannelBoard> ending, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(board.Channel, cancellationToken) is not { } channel
            || board.Period.EndsAt(DateTimeZoneProviders.Tzdb[channel.Zone]) is var end && end > now
            || !await boards.IsCompleteAsync(board.Channel, board.Period.Start, board.Period.End, cancellationToken))
        {
            return;
        }

        var final = await finals.MakeAsync(channel, board.Period, cancellationToken);
        var settings = await boards.SettingsAsync(board.Channel, cancellationToken);
        // After a long outage only the last one of a kind is news.
        var isLast = !ending.Any(other => other.Channel == board.Channel && other.Period.Kind == board.Period.Kind && other.Period.Start > board.Period.Start
            && other.Period.EndsAt(DateTimeZoneProviders.Tzdb[channel.Zone]) <= now);
        var isToTell = settings.Closes(board.Period.Kind) && isLast && final.Participants >= BoardRules.FewestForRanks && now - end <= BoardRules.LatestClosing;
        if (await boards.ArchiveAsync(board, final, isToTell, cancellationToken))
        {
            log.Archived(board, final.Participants);
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        foreach (var closing in await boards.ToTellAsync(cancellationToken))
        {
            if (await channels.FindAsync(closing.Board.Channel, cancellationToken) is not { } channel)
            {
                continue;
            }

            var end = closing.Board.Period.EndsAt(DateTimeZoneProviders.Tzdb[channel.Zone]);
            var final = await finals.AsSeenNowAsync(channel.Key.Group, closing.Final, cancellationToken);
            if (clock.Now() - end > BoardRules.LatestClosing || final.Participants < BoardRules.FewestForRanks)
            {
                // Too long ago to be news, or too many have left boards since.
                await boards.AdvanceAsync(closing.Board, closing.State, ClosingState.Done, cancellationToken);
            }
            else if (publisher.IsReady(channel.Key.Group))
            {
                await TellAsync(channel, closing with { Final = final }, cancellationToken);
            }
        }
    }

    private async Task TellMilestonesAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        foreach (var key in await records.ToTellAsync(cancellationToken))
        {
            var isEarly = _milestonesTold.TryGetValue(key, out var last) && now - last < BoardRules.MilestonePause;
            if (isEarly || !publisher.IsReady(key.Group) || await channels.FindAsync(key, cancellationToken) is not { } channel)
            {
                continue;
            }

            var taken = await records.TakePublicAsync(key, cancellationToken);
            SharedMilestone[] shared =
            [
                .. taken.Where(reached => !reached.Member.Choice.IsHidden && now - reached.At <= BoardRules.LatestClosing)
                    .GroupBy(reached => reached.Milestone, reached => reached.Member.Shown)
                    .OrderBy(each => each.Key.Kind).ThenBy(each => each.Key.Value)
                    .Select(each => new SharedMilestone(each.Key, [.. each])),
            ];
            if (shared.Length > 0)
            {
                _milestonesTold[key] = now;
                await TellAsync(channel, shared, cancellationToken);
            }
        }
    }

    private async Task TellAsync(Channel channel, SharedMilestone[] shared, CancellationToken cancellationToken)
    {
        try
        {
            await rules.WithinAsync(clock, token => publisher.TellMilestonesAsync(channel, shared, token), cancellationToken);
        }
        catch (Exception fault) when (
            fault is ExternalFaultException or ChannelGoneException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.Untold(channel.Key, fault);
        }
    }

    private Task TellAsync(Channel channel, ClosingBoard closing, CancellationToken cancellationToken)
    {
        var isInDoubt = closing.State == ClosingState.Telling;
        return new NewsOnce
        {
            Channel = channel.Key,
            IsInDoubt = isInDoubt,
            Intend = token => boards.AdvanceAsync(closing.Board, ClosingState.ToTell, ClosingState.Telling, token),
            Post = token => publisher.TellEndAsync(channel, closing.Board.Period, closing.Final, isInDoubt, token),
            Finish = token => boards.AdvanceAsync(closing.Board, ClosingState.Telling, ClosingState.Done, token),
        }.TellAsync(rules, log, clock, cancellationToken);
    }
}
