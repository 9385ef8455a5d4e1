using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Marathons;

/// <summary>Announces challenges over several days, tells their standings, and archives and tells their ends.</summary>
/// <remarks>Everything follows from what is stored, so a crash between two steps, an outage and a second call all end in the same. Runs after
/// <see cref="KeepBoards"/>, which counts what it reads.</remarks>
public sealed class KeepMarathons(
    IMarathonStore marathons,
    IChannelStore channels,
    CountMarathon count,
    MakeFinalBoard finals,
    IMarathonPublisher publisher,
    DailyRules rules,
    IMarathonLog log,
    TimeProvider clock) : IDueWork, IDisposable
{
    private readonly SweepGate _gate = new();

    /// <inheritdoc/>
    public Task RunDueAsync(CancellationToken cancellationToken) => _gate.RunAsync(SweepAsync, fault => log.WillRetry(null, fault), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var marathon in await marathons.ActiveAsync(cancellationToken))
        {
            await StepAsync(marathon, cancellationToken);
        }
    }

    private async Task StepAsync(Marathon marathon, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(marathon.Channel, cancellationToken) is not { } channel)
        {
            return;
        }

        try
        {
            var zone = DateTimeZoneProviders.Tzdb[channel.Zone];
            var today = clock.Now().InZone(zone).Date;
            var isOld = clock.Now() - Zones.At(zone, marathon.End, LocalTime.Midnight) > BoardRules.LatestClosing;
            await (marathon.State switch
            {
                MarathonState.ToTell or MarathonState.Telling when isOld => marathons.AdvanceAsync(marathon, MarathonState.Done, marathon.Told, cancellationToken),
                MarathonState.ToTell or MarathonState.Telling => TellEndAsync(channel, marathon, cancellationToken),
                _ when today >= marathon.End => ArchiveAsync(channel, marathon, isOld, cancellationToken),
                MarathonState.Planned or MarathonState.Announcing when today >= marathon.From => AnnounceAsync(channel, marathon, cancellationToken),
                MarathonState.Running or MarathonState.Standing => TellStandingAsync(channel, marathon, today, cancellationToken),
                _ => Task.CompletedTask,
            });
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One channel never stops another.
            log.WillRetry(marathon.Channel, fault);
        }
    }

    private Task AnnounceAsync(Channel channel, Marathon marathon, CancellationToken cancellationToken) => PostAsync(
        channel,
        marathon,
        (MarathonState.Announcing, MarathonState.Running),
        marathon.Told,
        (isInDoubt, token) => publisher.TellStartAsync(channel, marathon, isInDoubt, token),
        cancellationToken);

    // The last day has no standing: the end is told instead.
    private async Task TellStandingAsync(Channel channel, Marathon marathon, LocalDate today, CancellationToken cancellationToken)
    {
        var isInDoubt = marathon.State == MarathonState.Standing;
        LocalDate? newest = isInDoubt ? marathon.Told
            : marathon.TellsStandings ? await marathons.LastCountedAsync(marathon.Channel, marathon.Told, marathon.Last, cancellationToken) : null;
        if (newest is not { } date || (!isInDoubt && !await count.IsCompleteAsync(marathon, date.PlusDays(1), cancellationToken)))
        {
            return;
        }

        var told = marathon with { Told = date };
        var standing = await count.SeeAsync(channel, told, today, own: null, cancellationToken);
        if (!standing.Board.HasRanks || standing.Board.Ranked == 0)
        {
            await marathons.AdvanceAsync(marathon, MarathonState.Running, date, cancellationToken);
            return;
        }

        await PostAsync(
            channel,
            marathon,
            (MarathonState.Standing, MarathonState.Running),
            date,
            (mayBeThere, token) => publisher.TellStandingAsync(channel, told, standing, mayBeThere, token),
            cancellationToken);
    }

    private async Task ArchiveAsync(Channel channel, Marathon marathon, bool isOld, CancellationToken cancellationToken)
    {
        if (!await count.IsCompleteAsync(marathon, marathon.End, cancellationToken))
        {
            return;
        }

        var final = await count.FinishAsync(channel, marathon, isStopped: false, cancellationToken);
        var isToTell = final.Board.Participants > 0 && !isOld;
        if (await marathons.ArchiveAsync(marathon.Id, final, isToTell, cancellationToken))
        {
            log.Archived(marathon, final.Board.Participants);
            if (isToTell)
            {
                await TellEndAsync(channel, marathon with { State = MarathonState.ToTell, Final = final }, cancellationToken);
            }
        }
    }

    private async Task TellEndAsync(Channel channel, Marathon marathon, CancellationToken cancellationToken)
    {
        var final = marathon.Final!;
        var board = await finals.AsSeenNowAsync(channel.Key.Group, final.Board, cancellationToken);
        var shown = final with { Board = board, Answers = board.CountAnswers() };
        await PostAsync(
            channel,
            marathon,
            (MarathonState.Telling, MarathonState.Done),
            marathon.Told,
            (isInDoubt, token) => publisher.TellEndAsync(channel, marathon, shown, isInDoubt, token),
            cancellationToken);
    }

    private Task PostAsync(
        Channel channel,
        Marathon marathon,
        (MarathonState Intended, MarathonState After) states,
        LocalDate told,
        Func<bool, CancellationToken, Task> post,
        CancellationToken cancellationToken)
    {
        var isInDoubt = marathon.State == states.Intended;
        return !publisher.IsReady(channel.Key.Group) ? Task.CompletedTask : new NewsOnce
        {
            Channel = channel.Key,
            IsInDoubt = isInDoubt,
            Intend = token => marathons.AdvanceAsync(marathon, states.Intended, told, token),
            Post = token => post(isInDoubt, token),
            Finish = token => marathons.AdvanceAsync(marathon with { State = states.Intended }, states.After, told, token),
        }.TellAsync(rules, log, clock, cancellationToken);
    }
}
