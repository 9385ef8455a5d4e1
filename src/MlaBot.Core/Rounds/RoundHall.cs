using System.Collections.Concurrent;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>The rounds that run, and the door to their questions.</summary>
public sealed class RoundHall(IRoundStore store, TimeProvider clock) : IAnswerGate
{
    // A platform delivers a press within seconds or not at all; more would be a clock that is wrong.
    private static readonly Duration OldestPress = Duration.FromSeconds(3);

    private readonly ConcurrentDictionary<RoundId, LiveRound> _rounds = new();

    internal ICollection<LiveRound> All => _rounds.Values;

    /// <summary>How many rounds run.</summary>
    public int Count => _rounds.Count;

    internal LiveRound Open(Round round, IEnumerable<RoundPlayer> players) => _rounds[round.Id] = new LiveRound(round, players);

    internal void Leave(RoundId id) => _rounds.TryRemove(id, out _);

    internal LiveRound? Find(RoundId id) => _rounds.GetValueOrDefault(id);

    internal LiveRound? In(ChannelKey channel) => _rounds.Values.FirstOrDefault(live => live.Round.Channel == channel);

    /// <inheritdoc/>
    public async Task<Outcome<Instant>> AdmitAsync(DailyPost post, LearnerKey learner, string name, Duration age, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        if (post.State is PostState.Revealed or PostState.Settled)
        {
            return now;
        }

        if (Find(post.Round!.Value) is not { } live || live.Question is not { } question || question.Post.Id != post.Id)
        {
            return new Refusal("round-away", "That question is not open any more.", "The round shows the one that is.");
        }

        if (Refuse(live, question, learner) is { } refusal)
        {
            return refusal;
        }

        // An answer that is taken counts, also of somebody who came in the last moment.
        if (live.Find(learner) is not { State: PlayerState.In } player || player.FromQuestion > question.Number)
        {
            await JoinAsync(live, learner, name, question.Number, cancellationToken);
            if (Bar(live, learner) is { } removed)
            {
                return removed;
            }
        }

        return now - Duration.Min(age, OldestPress);
    }

    /// <inheritdoc/>
    public int? CountsFrom(DailyPost post, LearnerKey learner) =>
        Find(post.Round!.Value)?.Find(learner) is { FromQuestion: > 1 and var first } ? first : null;

    /// <inheritdoc/>
    public void Answered(DailyPost post, LearnerKey learner)
    {
        if (Find(post.Round!.Value) is { } live && live.Question?.Post.Id == post.Id)
        {
            live.Note(learner);
        }
    }

    /// <summary>Lets a person in, or in again; late comers are counted from the first question that they can answer.</summary>
    internal async Task JoinAsync(LiveRound live, LearnerKey learner, string name, int from, CancellationToken cancellationToken)
    {
        await live.ChangePlayersAsync(store, Changed, cancellationToken);

        IReadOnlyList<RoundPlayer> Changed() => live.Find(learner) switch
        {
            { State: PlayerState.Removed } => [],
            { } known => [known with { State = PlayerState.In, Name = name, FromQuestion = Math.Min(known.FromQuestion, from), Team = known.Team > 0 ? known.Team : Team() }],
            null => [new RoundPlayer(learner, name, from) { Team = Team() }],
        };

        int Team() => RoundTeams.ForLateComer([.. live.Players]);
    }

    /// <summary>The first question that counts for somebody who joins now; above the last when there is none to come.</summary>
    internal static int FirstQuestion(Round round) => round.Phase switch
    {
        RoundPhase.Lobby => 1,
        // After a discussion comes a vote that everybody can take part in, and it is the one that counts.
        RoundPhase.Ready or RoundPhase.Reading or RoundPhase.Answering or RoundPhase.Discussing => round.Number,
        RoundPhase.Finishing => round.Items.Count + 1,
        _ => round.Number + 1,
    };

    /// <summary>Why a person may not take part at all; null when the person may.</summary>
    internal static Refusal? Bar(LiveRound live, LearnerKey learner)
    {
        var round = live.Round;
        if (live.Find(learner)?.State == PlayerState.Removed)
        {
            return new Refusal("round-removed", "The host took you out of this round.", "Daily questions and the next round are open to you.");
        }

        return round.Opponent is { } opponent && learner != opponent && learner != round.Host
            ? new Refusal("round-duel", "This is a duel between two others.", "Start one of your own with /challenge duel.")
            : null;
    }

    private static Refusal? Refuse(LiveRound live, RoundQuestion question, LearnerKey learner) => Bar(live, learner) ?? (question.Post.State switch
    {
        PostState.Intended => new Refusal("round-reading", "Please read first: the answers open in a moment.", "Press again when the buttons work."),
        PostState.Open or PostState.Closing when live.Round.Phase != RoundPhase.Discussing => null,
        PostState.Closing => new Refusal("round-discussing", "The first vote is over.", "Talk about it, and vote again in a moment."),
        _ => new Refusal("round-closed", "That question is closed.", "The next one comes soon."),
    });
}
