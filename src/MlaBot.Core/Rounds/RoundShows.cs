using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>Shows what changed within a phase of a round. Called with the round's turn.</summary>
public sealed class RoundShows(IRoundPublisher publisher, TimeProvider clock)
{
    /// <summary>Shows counts that changed.</summary>
    /// <exception cref="MessageGoneException">The question was deleted, so that nobody can answer it any more.</exception>
    internal async Task CountsAsync(LiveRound live, CancellationToken cancellationToken)
    {
        live.CountsAreShown(clock.Now());
        try
        {
            await ((live.Round.Phase, live.Question) switch
            {
                (RoundPhase.Lobby, _) => publisher.ShowLobbyAsync(live.Round, live.Active, isCountOnly: true, cancellationToken),
                (RoundPhase.Answering, { } question) =>
                    publisher.ShowOpenAsync(live.Round, question, live.Answers, live.Active.Count, isCountOnly: true, cancellationToken),
                _ => Task.CompletedTask,
            });
        }
        catch (ExternalFaultException fault)
        {
            // A count is not worth a word; it comes when there is room for it.
            if (fault.IsTransient)
            {
                live.CountsAreNotShown();
            }
        }
        catch (Exception fault) when (fault is ChannelGoneException || (fault is MessageGoneException && live.Round.Phase == RoundPhase.Lobby))
        {
            // The next message of the round finds out; without its lobby people join by command.
        }
    }

    /// <summary>Shows that what runs has more time: a lobby and a question themselves, what stands after them by a sentence.</summary>
    internal Task MoreTimeAsync(LiveRound live, CancellationToken cancellationToken) => RoundWrites.TryShowAsync(() => (live.Round, live.Question) switch
    {
        ({ Phase: RoundPhase.Lobby }, _) => publisher.ShowLobbyAsync(live.Round, live.Active, isCountOnly: false, cancellationToken),
        ({ Phase: RoundPhase.Discussing, DueAt: { } due }, _) => publisher.SayAsync(
            live.Round, $"There is more time to talk: the second vote comes in {Seconds(due)} s.", cancellationToken),
        ({ Phase: RoundPhase.Explaining, WaitsForHost: false, DueAt: { } due }, _) => publisher.SayAsync(
            live.Round, $"There is more time to read: {(live.Round.IsLast ? "the table" : "the next question")} comes in {Seconds(due)} s.", cancellationToken),
        (_, { Post.State: PostState.Open } question) =>
            publisher.ShowOpenAsync(live.Round, question, live.Answers, live.Active.Count, isCountOnly: false, cancellationToken),
        _ => Task.CompletedTask,
    });

    private int Seconds(Instant due) => (int)Math.Ceiling((due - clock.Now()).TotalSeconds);
}
