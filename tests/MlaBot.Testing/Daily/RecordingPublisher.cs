using System.Collections.Concurrent;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Core.Time;

namespace MlaBot.Testing.Daily;

/// <summary>Stands for the chat platform: it remembers what the channels show, and fails where a test wants it to.</summary>
/// <remarks>It outlives a restart of the bot, as a platform does, and does not know its own doubles, as a platform does not.</remarks>
public sealed class RecordingPublisher(TimeProvider clock) : IDailyPublisher
{
    private readonly ConcurrentQueue<ShownQuestion> _shown = new();
    private readonly ConcurrentQueue<(ChannelKey Channel, string Sentence)> _told = new();
    private readonly ConcurrentDictionary<(PublishStep, ChannelKey?), Fault> _faults = new();
    private readonly ConcurrentDictionary<(PublishStep, ChannelKey), HeldStep> _held = new();
    private readonly Lock _turns = new();
    private DateTimeOffset _lastTurn;
    private int _waiting;
    private int _lastId;

    /// <summary>Everything that was ever posted, oldest first, doubles included.</summary>
    public IReadOnlyList<ShownQuestion> Shown => [.. _shown];

    /// <summary>What admins were told.</summary>
    public IReadOnlyList<(ChannelKey Channel, string Sentence)> Told => [.. _told];

    /// <summary>The steps that were asked for, oldest first, failed ones included.</summary>
    public ConcurrentQueue<(PublishStep Step, PostId Post)> Calls { get; } = new();

    /// <summary>False while the platform cannot be reached at all.</summary>
    public bool IsUp { get; set; } = true;

    /// <summary>How long the platform takes for each message, one after another, as a client does that keeps a rate limit. Zero for at once.</summary>
    public TimeSpan Pace { get; set; }

    /// <summary>How many calls wait for their turn.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>The longest that a call had to wait for its turn.</summary>
    public TimeSpan LongestWait { get; private set; }

    /// <summary>Groups whose part of the platform is down.</summary>
    public ISet<GroupKey> Unreachable { get; } = new HashSet<GroupKey>();

    /// <summary>Makes a step fail.</summary>
    /// <param name="step">The step.</param>
    /// <param name="failure">What is thrown.</param>
    /// <param name="times">How often; the default is for ever.</param>
    /// <param name="channel">The channel; null for all.</param>
    /// <param name="afterwards">True when the step takes effect first, as when a connection breaks before the answer.</param>
    public void Fail(PublishStep step, Func<Exception> failure, int times = int.MaxValue, ChannelKey? channel = null, bool afterwards = false) =>
        _faults[(step, channel)] = new Fault(failure, times, afterwards);

    /// <summary>Makes the next call of a step in one channel wait.</summary>
    public HeldStep Hold(PublishStep step, ChannelKey channel) => _held[(step, channel)] = new HeldStep();

    /// <summary>Lets every step succeed again.</summary>
    public void Heal() => _faults.Clear();

    /// <inheritdoc/>
    public bool IsReady(GroupKey group) => IsUp && !Unreachable.Contains(group);

    /// <inheritdoc/>
    public Task<string> PublishAsync(DailyPost post, Item item, Channel channel, CancellationToken cancellationToken) =>
        DoAsync(PublishStep.Publish, post, () =>
        {
            var question = new ShownQuestion($"m{Interlocked.Increment(ref _lastId)}", post, item, clock.Now());
            _shown.Enqueue(question);
            return question.MessageId;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> FindAsync(DailyPost post, CancellationToken cancellationToken) =>
        DoAsync(PublishStep.Find, post, () => _shown.FirstOrDefault(question => question.Post.Id == post.Id)?.MessageId, cancellationToken);

    /// <inheritdoc/>
    public Task ShowCountAsync(DailyPost post, Item item, int participants, CancellationToken cancellationToken) =>
        DoAsync(PublishStep.Count, post, () => participants, cancellationToken);

    /// <inheritdoc/>
    public Task CloseAsync(DailyPost post, Item item, int participants, CancellationToken cancellationToken) =>
        DoAsync(PublishStep.Close, post, () => Of(post).ClosedAt = clock.Now(), cancellationToken);

    /// <inheritdoc/>
    public Task RevealAsync(DailyPost post, Item item, Channel channel, IReadOnlyList<DailyAnswer> answers, bool isInDoubt, CancellationToken cancellationToken) =>
        DoAsync(PublishStep.Reveal, post, () =>
        {
            var question = Of(post);
            if (question.RevealedAt is null)
            {
                (question.RevealedAt, question.Revealed) = (clock.Now(), answers);
            }

            return question;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TellAdminsAsync(Channel channel, string sentence, CancellationToken cancellationToken) =>
        DoAsync(PublishStep.TellAdmins, default, channel.Key, () =>
        {
            _told.Enqueue((channel.Key, sentence));
            return true;
        }, cancellationToken);

    /// <summary>The one message of a post; fails when there is none or a double.</summary>
    public ShownQuestion Of(DailyPost post) => _shown.Single(question => question.Post.Id == post.Id);

    private Task<T> DoAsync<T>(PublishStep step, DailyPost post, Func<T> effect, CancellationToken cancellationToken) =>
        DoAsync(step, post.Id, post.Channel, effect, cancellationToken);

    private async Task<T> DoAsync<T>(PublishStep step, PostId post, ChannelKey channel, Func<T> effect, CancellationToken cancellationToken)
    {
        // A platform never answers on the caller's own stack.
        await Task.Yield();
        Calls.Enqueue((step, post));
        if (_held.TryRemove((step, channel), out var held))
        {
            await held.WaitAsync(cancellationToken);
        }

        if (Pace > TimeSpan.Zero && step != PublishStep.Find)
        {
            await TurnAsync(cancellationToken);
        }

        var failure = _faults.TryGetValue((step, channel), out var fault) || _faults.TryGetValue((step, null), out fault) ? fault.Take() : null;
        if (failure is not null && !fault!.Afterwards)
        {
            throw failure;
        }

        var result = effect();
        return failure is null ? result : throw failure;
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        Task turn;
        lock (_turns)
        {
            var now = clock.GetUtcNow();
            _lastTurn = (_lastTurn > now ? _lastTurn : now) + Pace;
            LongestWait = _lastTurn - now > LongestWait ? _lastTurn - now : LongestWait;
            turn = Task.Delay(_lastTurn - now, clock, cancellationToken);
            _waiting++;
        }

        try
        {
            await turn;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private sealed class Fault(Func<Exception> failure, int times, bool afterwards)
    {
        private int _left = times;

        public bool Afterwards => afterwards;

        public Exception? Take() => Interlocked.Decrement(ref _left) >= 0 ? failure() : null;
    }
}
