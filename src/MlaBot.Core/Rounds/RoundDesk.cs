using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>What people do with a round from outside: start it, join, leave, and lead it.</summary>
public sealed class RoundDesk(
    RoundHall hall,
    IRoundStore store,
    IChannelStore channels,
    IContentSource content,
    PostPlanner planner,
    IRoundPublisher publisher,
    RoundLobby lobby,
    RoundEndings endings,
    HostActs acts,
    RoundWrites writes,
    IRoundLog log,
    TimeProvider clock,
    Func<int> seed)
{
    private static readonly Refusal None = new("round-none", "No round runs in this channel.", "Start one with /challenge start.");

    private static readonly Refusal Over = new("round-over", "That round is over.", "Start the next one with /challenge start.");

    private static readonly Refusal Past = new("round-past", "That question is over.", "Press it below the one that is on; /challenge show says where the round is.");

    private static readonly Duration ShortestLobby = Duration.FromSeconds(15);

    /// <summary>The round that runs in a channel; null when there is none.</summary>
    public Round? Running(ChannelKey channel) => hall.In(channel)?.Round;

    /// <summary>The players of a running round, in no order; empty when it does not run.</summary>
    public IReadOnlyList<RoundPlayer> Players(RoundId round) => hall.Find(round) is { } live ? [.. live.Players] : [];

    /// <summary>Starts a round: saves it and posts its lobby.</summary>
    /// <param name="channel">Where. It was set up before.</param>
    /// <param name="host">Who leads it. In a duel the host plays too.</param>
    /// <param name="hostName">The host's name.</param>
    /// <param name="options">What the host chose.</param>
    /// <param name="opponent">The one who is challenged to a duel, with the name that is known; null for a round for all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<Round>> StartAsync(
        ChannelKey channel, LearnerKey host, string hostName, RoundOptions options, (LearnerKey Person, string Name)? opponent, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(channel, cancellationToken) is not { } settings || content.Current.Exam(settings.Exam) is not { } exam)
        {
            return new Refusal("not-set-up", "This channel is not set up yet, so I do not know its exam.", "An admin can do that with /setup.");
        }

        if (options.Questions is < 1 or > RoundRules.MostQuestions || options.Lobby < ShortestLobby || options.Lobby > RoundRules.LongestPhase)
        {
            return new Refusal(
                "round-options", $"A round has 1 to {RoundRules.MostQuestions} questions and a lobby of 15 seconds to 10 minutes.", "Choose other numbers.");
        }

        if (opponent?.Person == host)
        {
            return new Refusal("duel-self", "A duel needs somebody else.", "Name the person whom you challenge.");
        }

        if (!publisher.IsReady(channel.Group))
        {
            return new Refusal("platform-away", "I cannot post to this channel right now.", "Please try again in a moment.");
        }

        var uses = await store.UsesAsync(channel, cancellationToken);
        var items = RoundPicker.Pick(content.Current, exam, options, uses, await planner.RestingAsync(channel.Group, cancellationToken), new Random(seed()));
        if (items.Count == 0)
        {
            return new Refusal("pool-empty", "The bank has no question for that choice.", "Choose other domains.");
        }

        var now = clock.Now();
        var saved = await store.AddAsync(
            new Round
            {
                Id = default,
                Channel = channel,
                Exam = exam.Id,
                Host = host,
                HostName = hostName,
                Options = options,
                Phase = RoundPhase.Lobby,
                StartedAt = now,
                DueAt = now + options.Lobby,
                Items = items,
                Opponent = opponent?.Person,
                OpponentName = opponent?.Name ?? "",
            },
            cancellationToken);
        return saved is null
            ? new Refusal("round-running", "A round runs in this channel already.", "Join it, or wait for its end. Its host can stop it with /challenge stop.")
            : await OpenAsync(saved, cancellationToken);
    }

    /// <summary>Lets a person into a running round, or in again.</summary>
    public async Task<Outcome<RoundPlayer>> JoinAsync(RoundId round, LearnerKey learner, string name, CancellationToken cancellationToken)
    {
        if (hall.Find(round) is not { } live)
        {
            return Over;
        }

        // That takes two writes; when a crash came between them, accepting again does the second.
        var isAccepting = learner == live.Round.Opponent && live.Round.Phase == RoundPhase.Lobby;
        if (live.Find(learner) is { State: PlayerState.In } player && !isAccepting)
        {
            return player;
        }

        if (RoundHall.Bar(live, learner) is { } refusal)
        {
            return refusal;
        }

        var from = RoundHall.FirstQuestion(live.Round);
        if (live.Round.Phase == RoundPhase.Finishing || Math.Min(from, live.Find(learner)?.FromQuestion ?? from) > live.Round.Items.Count)
        {
            return new Refusal("round-late", "That round has no question left.", "Start the next one with /challenge start.");
        }

        await hall.JoinAsync(live, learner, name, from, cancellationToken);
        if (isAccepting)
        {
            // A duel begins as soon as it is accepted.
            await InLobbyAsync(live, round => writes.SaveAsync(live, round with { DueAt = clock.Now() }, cancellationToken), cancellationToken);
        }

        return RoundHall.Bar(live, learner) is { } removed ? removed : live.Find(learner)!;
    }

    /// <summary>Lets the challenged person of a duel say no.</summary>
    public async Task<Outcome<Round>> DeclineAsync(RoundId round, LearnerKey learner, CancellationToken cancellationToken)
    {
        if (hall.Find(round) is not { Round: { IsDuel: true, Phase: RoundPhase.Lobby } } live)
        {
            return new Refusal("round-over", "That challenge is over.", "Start a duel of your own with /challenge duel.");
        }

        if (learner != live.Round.Opponent)
        {
            return new Refusal("round-duel", "This is a duel between two others.", "Start one of your own with /challenge duel.");
        }

        await InLobbyAsync(live, _ => endings.CancelAsync(live, "The challenge was declined.", cancellationToken), cancellationToken);
        return live.Round;
    }

    /// <summary>Lets a person leave; points and place stay, and who was asked nothing yet is counted from no question any more.</summary>
    public async Task<Outcome<RoundPlayer>> LeaveAsync(RoundId round, LearnerKey learner, CancellationToken cancellationToken)
    {
        if (hall.Find(round) is not { } live || live.Find(learner) is not { State: PlayerState.In })
        {
            return new Refusal("round-not-in", "You are not in that round.", "Join it with its button.");
        }

        // Its table may stand in the channel already.
        await live.ChangePlayersAsync(
            store,
            () => live.Find(learner) is { State: PlayerState.In } now && live.Round.Phase != RoundPhase.Finishing ? [Gone(live.Round, now)] : [],
            cancellationToken);
        return live.Find(learner) is { State: not PlayerState.In } gone ? gone : Over;
    }

    /// <summary>Carries an act of the host out.</summary>
    /// <param name="channel">Where the round runs.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="isAdmin">True for an admin of the channel, who may do what the host may.</param>
    /// <param name="act">What to do.</param>
    /// <param name="person">Whom to take out; null for other acts.</param>
    /// <param name="on">The question and the vote that the act is meant for; null when it is meant for whichever is on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The round as it is then, or why nothing was done.</returns>
    public async Task<Outcome<Round>> LeadAsync(
        ChannelKey channel, LearnerKey who, bool isAdmin, HostAct act, LearnerKey? person, (int Number, int Vote)? on, CancellationToken cancellationToken)
    {
        if (hall.In(channel) is not { } live)
        {
            return None;
        }

        if (who != live.Round.Host && !isAdmin)
        {
            return new Refusal("round-host-only", $"{live.Round.HostName} leads this round.", "Only the host or an admin can do that.");
        }

        await live.TakeTurnAsync(cancellationToken);
        try
        {
            // It may have ended while this act waited for its turn.
            return !live.Round.IsRunning ? None
                : on is { } meant && meant != (live.Round.Number, live.Round.Vote) ? Past
                : await acts.CarryOutAsync(live, act, person, cancellationToken) is { } refusal ? refusal
                : live.Round;
        }
        finally
        {
            live.GiveTurnBack();
        }
    }

    private static RoundPlayer Gone(Round round, RoundPlayer player)
    {
        var asked = round is { Phase: RoundPhase.Ready, Vote: 1 } ? round.Number - 1 : round.Number;
        return player with { State = PlayerState.Left, FromQuestion = player.FromQuestion > asked ? round.Items.Count + 1 : player.FromQuestion };
    }

    private static async Task InLobbyAsync(LiveRound live, Func<Round, Task> change, CancellationToken cancellationToken)
    {
        await live.TakeTurnAsync(cancellationToken);
        try
        {
            if (live.Round.Phase == RoundPhase.Lobby)
            {
                await change(live.Round);
            }
        }
        finally
        {
            live.GiveTurnBack();
        }
    }

    private async Task<Outcome<Round>> OpenAsync(Round saved, CancellationToken cancellationToken)
    {
        var live = hall.Open(saved, []);
        await live.TakeTurnAsync(cancellationToken);
        // Until its lobby stands it is carried on as one that was cut short: the lobby is looked for, and posted when it is not there.
        live.IsResuming = true;
        try
        {
            await lobby.OpenAsync(live, isInDoubt: false, cancellationToken);
            live.IsResuming = false;
            log.Started(live.Round);
            return live.Round;
        }
        catch (ExternalFaultException fault) when (fault.IsTransient)
        {
            // It may stand in the channel all the same.
            log.WillRetry(live.Round, fault);
            return live.Round;
        }
        catch (Exception fault) when (fault is ExternalFaultException or ChannelGoneException)
        {
            await endings.AbandonAsync(live, "Its lobby could not be posted.", cancellationToken);
            return new Refusal("round-not-posted", $"The round could not be posted: {fault.Message}", "Check what I may do here with /setup, then try again.");
        }
        finally
        {
            live.GiveTurnBack();
        }
    }
}
