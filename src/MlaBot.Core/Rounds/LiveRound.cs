using System.Collections.Concurrent;
using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>A running round in memory: what presses are checked against, without a look into the store.</summary>
/// <remarks>Whoever changes it holds its turn. Presses only read it, and add players and answers.</remarks>
internal sealed class LiveRound(Round round, IEnumerable<RoundPlayer> players) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _changing = new();
    private readonly ConcurrentDictionary<LearnerKey, RoundPlayer> _players = new(players.Select(player => KeyValuePair.Create(player.Learner, player)));
    private readonly ConcurrentDictionary<LearnerKey, byte> _answered = new();
    private volatile Round _round = round;
    private volatile RoundQuestion? _question;
    private volatile bool _isCountStale;

    public Round Round
    {
        get => _round;
        set => _round = value;
    }

    /// <summary>The question that stands; null between questions.</summary>
    public RoundQuestion? Question => _question;

    /// <summary>Everybody who ever joined.</summary>
    public ICollection<RoundPlayer> Players => _players.Values;

    /// <summary>Those who take part now.</summary>
    public IReadOnlyList<RoundPlayer> Active => [.. _players.Values.Where(player => player.State == PlayerState.In)];

    /// <summary>True when there is somebody to begin with: anyone in a round for all, the one who was challenged in a duel.</summary>
    public bool MayBegin => Active.Any(player => !_round.IsDuel || player.Learner == _round.Opponent);

    public int Answers => _answered.Count;

    /// <summary>When its counts were last shown.</summary>
    public Instant ShownAt { get; set; } = Instant.MinValue;

    /// <summary>When the present step first failed; null while all goes well.</summary>
    public Instant? FailingSince { get; set; }

    /// <summary>When a step that failed is tried again.</summary>
    public Instant TriesAt { get; set; }

    /// <summary>True when the next message of the round may stand in the channel already.</summary>
    public bool IsInDoubt { get; set; }

    /// <summary>True until a round of the last run of the program was taken up.</summary>
    public bool IsResuming { get; set; }

    /// <summary>When a round of the last run of the program was found: from then on presses are heard again.</summary>
    public Instant FoundAt { get; set; }

    public bool IsCountStale => _isCountStale;

    /// <summary>True when everybody who takes part has answered the question that stands.</summary>
    public bool HaveAllAnswered =>
        !_answered.IsEmpty && _players.Values.All(player => player.State != PlayerState.In || player.FromQuestion > _round.Number || _answered.ContainsKey(player.Learner));

    public RoundPlayer? Find(LearnerKey learner) => _players.GetValueOrDefault(learner);

    /// <summary>Changes players for everybody and in the store, in the same order, so that of two changes in one moment both keep the later.</summary>
    /// <param name="store">Where they are kept.</param>
    /// <param name="change">Makes the new players out of those that are there then; empty to change nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task ChangePlayersAsync(IRoundStore store, Func<IReadOnlyList<RoundPlayer>> change, CancellationToken cancellationToken)
    {
        Task saving;
        IReadOnlyList<RoundPlayer> changed;
        RoundPlayer?[] before;
        lock (_changing)
        {
            changed = change();
            before = [.. changed.Select(player => Find(player.Learner))];
            foreach (var player in changed)
            {
                _players[player.Learner] = player;
            }

            _isCountStale |= changed.Count > 0;
            // Writes are carried out in the order of these calls; the wait for them is outside, so that many are committed together.
            saving = changed.Count == 0 ? Task.CompletedTask : store.SavePlayersAsync(Round, changed, cancellationToken);
        }

        try
        {
            await saving;
        }
        catch
        {
            TakeBack(changed, before);
            throw;
        }
    }

    private void TakeBack(IReadOnlyList<RoundPlayer> changed, RoundPlayer?[] before)
    {
        lock (_changing)
        {
            foreach (var (player, earlier) in changed.Zip(before))
            {
                if (!ReferenceEquals(Find(player.Learner), player))
                {
                    continue;
                }

                if (earlier is null)
                {
                    _players.TryRemove(player.Learner, out _);
                }
                else
                {
                    _players[player.Learner] = earlier;
                }
            }
        }
    }

    public void Show(RoundQuestion? question, IEnumerable<LearnerKey> answered)
    {
        _answered.Clear();
        foreach (var learner in answered)
        {
            _answered[learner] = 0;
        }

        _question = question;
        _isCountStale = false;
    }

    /// <summary>The same question in another state.</summary>
    public void Change(RoundQuestion question) => _question = question;

    public void Note(LearnerKey learner)
    {
        _answered[learner] = 0;
        _isCountStale = true;
    }

    /// <summary>Before the counts are read: what comes now makes them stale again.</summary>
    public void CountsAreShown(Instant now)
    {
        _isCountStale = false;
        ShownAt = now;
    }

    /// <summary>They could not be shown after all, so they are shown later.</summary>
    public void CountsAreNotShown() => _isCountStale = true;

    public bool TryTakeTurn() => _turn.Wait(0);

    public Task TakeTurnAsync(CancellationToken cancellationToken) => _turn.WaitAsync(cancellationToken);

    public void GiveTurnBack() => _turn.Release();

    public void Dispose() => _turn.Dispose();
}
