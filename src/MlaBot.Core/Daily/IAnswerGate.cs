using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Daily;

/// <summary>Decides who may answer a question of a live round, and when the answer was given.</summary>
public interface IAnswerGate
{
    /// <summary>Asks before an answer to a round's question is stored; whoever is not in yet, is then.</summary>
    /// <param name="post">The question's post.</param>
    /// <param name="learner">Who answers.</param>
    /// <param name="name">The name that came with the press.</param>
    /// <param name="age">How long ago the platform took the press, so that the way to us costs nobody points. Not negative.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>When the answer was given, or a refusal.</returns>
    Task<Outcome<Instant>> AdmitAsync(DailyPost post, LearnerKey learner, string name, Duration age, CancellationToken cancellationToken);

    /// <summary>The number of the question from which somebody counts who came late; null for who was there from the first.</summary>
    int? CountsFrom(DailyPost post, LearnerKey learner);

    /// <summary>Notes that an answer was stored, so that a round goes on as soon as everybody has answered.</summary>
    void Answered(DailyPost post, LearnerKey learner);
}
