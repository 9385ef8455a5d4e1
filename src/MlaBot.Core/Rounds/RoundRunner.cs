using System.Collections.Concurrent;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>Carries running rounds on: each step when its time has come, one step of a round at a time, rounds beside each other.</summary>
/// <remarks>Safe to call at any time: what a phase still has to do follows from what is stored, so a step that was cut short is done
/// again without a second message.</remarks>
public sealed class RoundRunner(
    RoundHall hall,
    IRoundStore store,
    IRoundPublisher publisher,
    RoundSteps steps,
    RoundShows shows,
    RoundResumer resumer,
    RoundEndings endings,
    RoundRules rules,
    IRoundLog log,
    TimeProvider clock)
{
    private static readonly Duration RetryEvery = Duration.FromSeconds(2);

    private readonly ConcurrentDictionary<RoundId, Task> _underWay = new();

    /// <summary>True while a round runs, so that it is worth looking often.</summary>
    public bool HasRounds => hall.Count > 0;

    /// <summary>Takes up what the last run of the program left.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var round in await store.RunningAsync(cancellationToken))
        {
            var live = hall.Open(round, await store.PlayersAsync(round.Id, cancellationToken));
            live.IsResuming = true;
            live.FoundAt = clock.Now();
            await resumer.FindQuestionAsync(live, cancellationToken);
        }
    }

    /// <summary>Starts every step whose time has come; returns at once.</summary>
    public void Tick(CancellationToken cancellationToken)
    {
        foreach (var done in _underWay.Where(step => step.Value.IsCompleted))
        {
            _underWay.TryRemove(done);
        }

        foreach (var live in hall.All)
        {
            if (NeedsStep(live) && live.TryTakeTurn())
            {
                var work = RunAsync(live, cancellationToken);
                _underWay[live.Round.Id] = work;
            }
        }
    }

    /// <summary>Completes when no step is under way.</summary>
    public Task IdleAsync() => Task.WhenAll(_underWay.Values);

    private bool NeedsStep(LiveRound live)
    {
        var round = live.Round;
        var now = clock.Now();
        if (!publisher.IsReady(round.Channel.Group))
        {
            return false;
        }

        return live.FailingSince is not null
            ? now >= live.TriesAt
            : live.IsResuming || IsDue(live, now) || (HasCounts(round) && live.IsCountStale && now - live.ShownAt >= rules.CountsEvery);
    }

    private static bool HasCounts(Round round) => round.Phase is RoundPhase.Lobby or RoundPhase.Answering;

    private static bool IsDue(LiveRound live, Instant now) =>
        now >= live.Round.DueAt || (live.Round.Phase == RoundPhase.Answering && live.HaveAllAnswered);

    private async Task RunAsync(LiveRound live, CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            await StepOrPassAsync(live, cancellationToken);
            live.FailingSince = null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program ends; the next start goes on from what is stored.
        }
        catch (ChannelGoneException gone)
        {
            await GiveUpAsync(live, gone.Message, cancellationToken);
        }
        catch (Exception fault)
        {
            await RetryAsync(live, fault, cancellationToken);
        }
        finally
        {
            live.GiveTurnBack();
        }
    }

    private async Task StepOrPassAsync(LiveRound live, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(rules.LongestStep.ToTimeSpan(), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await StepAsync(live, either.Token);
        }
        catch (MessageGoneException) when (IsOnQuestion(live.Round))
        {
            // A person deleted the question: it counts for nobody, and the round goes on.
            await endings.PassOverAsync(live, cancellationToken);
        }
    }

    private static bool IsOnQuestion(Round round) =>
        round.Phase is RoundPhase.Ready or RoundPhase.Reading or RoundPhase.Answering or RoundPhase.Draining;

    private async Task StepAsync(LiveRound live, CancellationToken cancellationToken)
    {
        if (live.IsResuming || resumer.IsOld(live.Round, clock.Now()))
        {
            await resumer.ResumeAsync(live, cancellationToken);
            live.IsResuming = false;
        }

        if (IsDue(live, clock.Now()))
        {
            await steps.CarryOnAsync(live, live.IsInDoubt, cancellationToken);
            live.IsInDoubt = false;
        }
        else if (live.IsCountStale && HasCounts(live.Round))
        {
            await shows.CountsAsync(live, cancellationToken);
        }
    }

    private async Task RetryAsync(LiveRound live, Exception fault, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        live.FailingSince ??= now;
        live.IsInDoubt = true;
        var asked = (fault as ExternalFaultException)?.RetryAfter is { } after ? Duration.FromTimeSpan(after) : Duration.Zero;
        live.TriesAt = now + Duration.Max(RetryEvery, asked);
        if (fault is ExternalFaultException or OperationCanceledException)
        {
            log.WillRetry(live.Round, fault);
        }
        else
        {
            log.Failed(live.Round, fault);
        }

        if (now - live.FailingSince > rules.TriesFor || fault is ExternalFaultException { IsTransient: false })
        {
            await GiveUpAsync(live, "The messages of this round could not be sent.", cancellationToken);
        }
    }

    private async Task GiveUpAsync(LiveRound live, string reason, CancellationToken cancellationToken)
    {
        try
        {
            await endings.AbandonAsync(live, reason, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Tried again: until it is stored, the round runs.
            live.FailingSince ??= clock.Now();
            live.TriesAt = clock.Now() + RetryEvery;
            log.Failed(live.Round, fault);
        }
    }
}
