using System.Collections.Concurrent;
using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>A running round in memory: what presses are checked against, without a look into the store.</summary>
/// <remarks>Whoever changes it holds its turn. Presses only read it, and add players and answers.</remarks>
internal sealed class LiveRound(Round round, IEnumerable<RoundPlayer> players) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
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

    public int Answers => _answered.Count;

    /// <summary>When its counts were last shown.</summary>
    public Instant ShownAt { get; set; } = Instant.MinValue;

    /// <summary>When the present step first failed; null while all goes well.</summary>
    public Instant? FailingSince { get; set; }

    /// <summary>When a step that failed is tried again.</summary>
    public Instant TriesAt { get; set; }

    /// <summary>True when the next message of the round may stand in the channel already.</summary>
    public bool IsInDoubt { get; set; }

    /// <summary>True when the host asked for the next question.</summary>
    public bool IsNextWanted { get; set; }

    /// <summary>True until a round of the last run of the program was taken up.</summary>
    public bool IsResuming { get; set; }

    public bool IsCountStale => _isCountStale;

    /// <summary>True when everybody who takes part has answered the question that stands.</summary>
    public bool HaveAllAnswered =>
        !_answered.IsEmpty && _players.Values.All(player => player.State != PlayerState.In || player.FromQuestion > _round.Number || _answered.ContainsKey(player.Learner));

    public RoundPlayer? Find(LearnerKey learner) => _players.GetValueOrDefault(learner);

    public void Put(RoundPlayer player)
    {
        _players[player.Learner] = player;
        _isCountStale = true;
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

    public bool TryTakeTurn() => _turn.Wait(0);

    public Task TakeTurnAsync(CancellationToken cancellationToken) => _turn.WaitAsync(cancellationToken);

    public void GiveTurnBack() => _turn.Release();

    public void Dispose() => _turn.Dispose();
}
