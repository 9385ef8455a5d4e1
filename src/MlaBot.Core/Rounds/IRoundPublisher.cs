using MlaBot.Core.Channels;
using MlaBot.Core.Daily;

namespace MlaBot.Core.Rounds;

/// <summary>Shows rounds in their channels. Implemented over the chat platforms.</summary>
/// <remarks>A failure is an <see cref="ExternalFaultException"/>, or a <see cref="ChannelGoneException"/> when a person must act. Where a person
/// deleted the message, an edit throws a <see cref="MessageGoneException"/>. What is posted is looked for first when it is in doubt, so that
/// nothing stands in a channel twice.</remarks>
public interface IRoundPublisher
{
    /// <summary>True while a group's platform can be posted to.</summary>
    bool IsReady(GroupKey group);

    /// <summary>Posts the lobby with its rules and the button to join.</summary>
    /// <returns>The platform's id of the message.</returns>
    Task<string> OpenLobbyAsync(Round round, bool isInDoubt, CancellationToken cancellationToken);

    /// <summary>Shows who is in, whether the lobby is still open, and until when.</summary>
    /// <param name="round">The round.</param>
    /// <param name="players">Who takes part.</param>
    /// <param name="isCountOnly">True when nothing but the people is new, as in <see cref="ShowOpenAsync"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task ShowLobbyAsync(Round round, IReadOnlyList<RoundPlayer> players, bool isCountOnly, CancellationToken cancellationToken);

    /// <summary>Posts a question with its controls locked.</summary>
    /// <returns>The platform's id of the message, once the platform confirmed it.</returns>
    Task<string> PublishAsync(Round round, RoundQuestion question, bool isInDoubt, CancellationToken cancellationToken);

    /// <summary>Shows an open question with its controls, and how many of the players have answered. While the round is still
    /// <see cref="RoundPhase.Reading"/> this opens the controls, and returns only once the platform confirmed that.</summary>
    /// <param name="round">The round.</param>
    /// <param name="question">An open question.</param>
    /// <param name="answered">How many have answered.</param>
    /// <param name="players">How many take part.</param>
    /// <param name="isCountOnly">True when nothing but the count is new, so that every other edit goes first; where it would wait too long
    /// it is given up with a transient fault.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task ShowOpenAsync(Round round, RoundQuestion question, int answered, int players, bool isCountOnly, CancellationToken cancellationToken);

    /// <summary>Takes the controls away from a question whose time is up, or that was left out.</summary>
    Task CloseAsync(Round round, RoundQuestion question, int answered, CancellationToken cancellationToken);

    /// <summary>Says after the first of two votes that opinions differ, and nothing of who or what is right.</summary>
    Task DiscussAsync(Round round, RoundQuestion question, IReadOnlyList<DailyAnswer> answers, bool isInDoubt, CancellationToken cancellationToken);

    /// <summary>Publishes the key, the reasons, and where the table stands.</summary>
    /// <param name="round">The round, with this question in <see cref="Round.Unanswered"/>, so that it tells what comes next.</param>
    /// <param name="question">The question.</param>
    /// <param name="answers">The answers that count.</param>
    /// <param name="firstVote">The answers to the first of two votes; null when there was one vote.</param>
    /// <param name="table">The table with this question in it.</param>
    /// <param name="isInDoubt">True when an earlier try may have published it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task RevealAsync(
        Round round,
        RoundQuestion question,
        IReadOnlyList<DailyAnswer> answers,
        IReadOnlyList<DailyAnswer>? firstVote,
        RoundTable table,
        bool isInDoubt,
        CancellationToken cancellationToken);

    /// <summary>Publishes the final table with the button for the private report.</summary>
    /// <param name="round">The round, with the reason when it ended early.</param>
    /// <param name="table">The final table.</param>
    /// <param name="counted">How many questions count in it.</param>
    /// <param name="isInDoubt">True when an earlier try may have published it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task FinishAsync(Round round, RoundTable table, int counted, bool isInDoubt, CancellationToken cancellationToken);

    /// <summary>Says something in the channel that everybody in the round should know, such as that it goes on after a restart.</summary>
    Task SayAsync(Round round, string sentence, CancellationToken cancellationToken);
}
