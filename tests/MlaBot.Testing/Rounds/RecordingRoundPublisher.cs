using System.Collections.Concurrent;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
using MlaBot.Core.Time;
using MlaBot.Testing.Daily;

namespace MlaBot.Testing.Rounds;

/// <summary>Stands for the chat platform in live rounds: it remembers what the channels show, and fails where a test wants it to.</summary>
/// <remarks>It outlives a restart of the bot, as a platform does. A message that is in doubt is looked for; any other is posted, also a second time.</remarks>
public sealed class RecordingRoundPublisher(TimeProvider clock) : IRoundPublisher
{
    private readonly ConcurrentQueue<ShownRound> _shown = new();
    private readonly ConcurrentDictionary<RoundStep, Fault> _faults = new();
    private readonly ConcurrentDictionary<RoundStep, HeldStep> _held = new();
    private int _lastId;

    /// <summary>Everything that was ever posted, oldest first, doubles included.</summary>
    public IReadOnlyList<ShownRound> Shown => [.. _shown];

    /// <summary>The sentences that were said.</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    /// <summary>The steps that were asked for, oldest first, failed ones included.</summary>
    public ConcurrentQueue<(RoundStep Step, RoundId Round)> Calls { get; } = new();

    /// <summary>False while the platform cannot be reached at all.</summary>
    public bool IsUp { get; set; } = true;

    /// <summary>The present run of the program; null when it cannot end.</summary>
    public ProcessEnd? Process { get; set; }

    /// <summary>Makes a step fail.</summary>
    /// <param name="step">The step.</param>
    /// <param name="failure">What is thrown.</param>
    /// <param name="times">How often; the default is for ever.</param>
    /// <param name="afterwards">True when the step takes effect and only its confirmation is lost.</param>
    public void Fail(RoundStep step, Func<Exception> failure, int times = int.MaxValue, bool afterwards = false) => _faults[step] = new Fault(failure, times, afterwards);

    /// <summary>A platform that is busy for a while.</summary>
    public static ExternalFaultException Busy() => new("The platform is busy.", isTransient: true);

    /// <summary>Makes the next call of a step wait.</summary>
    public HeldStep Hold(RoundStep step) => _held[step] = new HeldStep();

    /// <summary>Lets every step succeed again.</summary>
    public void Heal() => _faults.Clear();

    /// <summary>The message of a kind that was posted first; null when there is none.</summary>
    public ShownRound? Find(string key) => _shown.FirstOrDefault(shown => string.Equals(shown.Key, key, StringComparison.Ordinal));

    /// <inheritdoc/>
    public bool IsReady(GroupKey group) => IsUp;

    /// <inheritdoc/>
    public Task<string> OpenLobbyAsync(Round round, bool isInDoubt, CancellationToken cancellationToken) =>
        DoAsync(RoundStep.OpenLobby, round, () => Post($"lobby {round.Id}", round, isInDoubt, shown => shown).MessageId, cancellationToken);

    /// <inheritdoc/>
    public Task ShowLobbyAsync(Round round, IReadOnlyList<RoundPlayer> players, bool isCountOnly, CancellationToken cancellationToken) =>
        DoAsync(isCountOnly ? RoundStep.Count : RoundStep.ShowLobby, round, () => Edit($"lobby {round.Id}", shown => shown.Count = players.Count), cancellationToken);

    /// <inheritdoc/>
    public Task<string> PublishAsync(Round round, RoundQuestion question, bool isInDoubt, CancellationToken cancellationToken) =>
        DoAsync(RoundStep.Publish, round, () => Post(KeyOf(question), round, isInDoubt, shown => shown with { Question = question }).MessageId, cancellationToken);

    /// <inheritdoc/>
    public Task ShowOpenAsync(Round round, RoundQuestion question, int answered, int players, bool isCountOnly, CancellationToken cancellationToken) =>
        DoAsync(isCountOnly ? RoundStep.Count : RoundStep.ShowOpen, round, () => Edit(KeyOf(question), shown => (shown.HasControls, shown.Count) = (true, answered)), cancellationToken);

    /// <inheritdoc/>
    public Task CloseAsync(Round round, RoundQuestion question, int answered, CancellationToken cancellationToken) =>
        DoAsync(RoundStep.Close, round, () => Edit(KeyOf(question), shown => (shown.HasControls, shown.Count) = (false, answered)), cancellationToken);

    /// <inheritdoc/>
    public Task DiscussAsync(Round round, RoundQuestion question, IReadOnlyList<DailyAnswer> answers, bool isInDoubt, CancellationToken cancellationToken) =>
        DoAsync(RoundStep.Discuss, round, () => Post($"discussion {question.Post.Id}", round, isInDoubt, shown => shown with { Question = question, Answers = answers.Count }), cancellationToken);

    /// <inheritdoc/>
    public Task RevealAsync(
        Round round,
        RoundQuestion question,
        IReadOnlyList<DailyAnswer> answers,
        IReadOnlyList<DailyAnswer>? firstVote,
        RoundTable table,
        bool isInDoubt,
        CancellationToken cancellationToken) =>
        DoAsync(
            RoundStep.Reveal,
            round,
            () => Post($"reveal {question.Post.Id}", round, isInDoubt, shown => shown with { Question = question, Answers = answers.Count, Table = table }),
            cancellationToken);

    /// <inheritdoc/>
    public Task FinishAsync(Round round, RoundTable table, int counted, bool isInDoubt, CancellationToken cancellationToken) =>
        DoAsync(RoundStep.Finish, round, () => Post($"table {round.Id}", round, isInDoubt, shown => shown with { Table = table, Count = counted }), cancellationToken);

    /// <inheritdoc/>
    public Task SayAsync(Round round, string sentence, CancellationToken cancellationToken) => DoAsync(
        RoundStep.Say,
        round,
        () =>
        {
            Said.Enqueue(sentence);
            return sentence;
        },
        cancellationToken);

    /// <summary>What the message of a question is called.</summary>
    public static string KeyOf(RoundQuestion question) => $"question {question.Post.Id}";

    private ShownRound Post(string key, Round round, bool isInDoubt, Func<ShownRound, ShownRound> with)
    {
        if (isInDoubt && Find(key) is { } known)
        {
            return known;
        }

        var shown = with(new ShownRound(key, $"m{Interlocked.Increment(ref _lastId)}", round, clock.Now()));
        _shown.Enqueue(shown);
        return shown;
    }

    private string Edit(string key, Action<ShownRound> change)
    {
        var shown = Find(key) ?? throw new InvalidOperationException($"There is no {key}.");
        if (shown.IsDeleted)
        {
            throw new MessageGoneException("The message was deleted.");
        }

        change(shown);
        return shown.MessageId;
    }

    private async Task<T> DoAsync<T>(RoundStep step, Round round, Func<T> effect, CancellationToken cancellationToken)
    {
        // A platform never answers on the caller's own stack.
        await Task.Yield();
        Calls.Enqueue((step, round.Id));
        var process = Process;
        process?.Pass();
        if (_held.TryRemove(step, out var held))
        {
            await held.WaitAsync(cancellationToken);
        }

        var failure = _faults.TryGetValue(step, out var fault) ? fault.Take() : null;
        if (failure is not null && !fault!.Afterwards)
        {
            throw failure;
        }

        var result = effect();
        process?.Pass();
        return failure is null ? result : throw failure;
    }

    private sealed class Fault(Func<Exception> failure, int times, bool afterwards)
    {
        private int _left = times;

        public bool Afterwards => afterwards;

        public Exception? Take() => Interlocked.Decrement(ref _left) >= 0 ? failure() : null;
    }
}
