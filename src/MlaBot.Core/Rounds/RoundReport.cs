using MlaBot.Core.Channels;
using MlaBot.Core.Daily;

namespace MlaBot.Core.Rounds;

/// <summary>What one person did in a round, for that person alone.</summary>
/// <param name="Round">The round.</param>
/// <param name="Line">The person's line in the table; null when the person stands in none.</param>
/// <param name="Players">How many stand in the table.</param>
/// <param name="Questions">The questions that count, with the own answer where there is one.</param>
public sealed record RoundReport(Round Round, RoundLine? Line, int Players, IReadOnlyList<ReportedQuestion> Questions);

/// <summary>A question in a report.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The own answer that counts; null when there was none.</param>
/// <param name="FirstVote">The own answer to the first of two votes; null when there was one vote, or no answer.</param>
public sealed record ReportedQuestion(RoundQuestion Question, DailyAnswer? Answer, DailyAnswer? FirstVote);

/// <summary>Makes tables and reports of rounds that were played, from their stored answers.</summary>
public sealed class ReadRounds(IRoundStore store, RoundEndings endings)
{
    /// <summary>The report of one person; null when the round is unknown in the group.</summary>
    public async Task<RoundReport?> ReportAsync(RoundId id, LearnerKey learner, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, learner.Group, cancellationToken) is not var (round, table, all))
        {
            return null;
        }

        var counted = all
            .Where(each => each.Question.IsRevealed)
            .GroupBy(each => each.Question.Number)
            .Select(votes => votes.OrderBy(each => each.Question.Vote).ToArray())
            .Select(votes => new ReportedQuestion(votes[^1].Question, Own(votes[^1].Answers), votes.Length > 1 ? Own(votes[0].Answers) : null));
        return new RoundReport(round, table.Lines.FirstOrDefault(line => line.Player.Learner == learner), table.Lines.Count, [.. counted]);

        DailyAnswer? Own(IReadOnlyList<DailyAnswer> answers) => answers.FirstOrDefault(answer => answer.Learner == learner);
    }

    /// <summary>The table of a round as its answers make it; null when the round is unknown in the group.</summary>
    public async Task<RoundTable?> TableAsync(RoundId id, GroupKey group, CancellationToken cancellationToken) =>
        (await FindAsync(id, group, cancellationToken))?.Table;

    private async Task<(Round Round, RoundTable Table, IReadOnlyList<(RoundQuestion Question, IReadOnlyList<DailyAnswer> Answers)> All)?> FindAsync(
        RoundId id, GroupKey group, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } round || round.Channel.Group != group)
        {
            return null;
        }

        var all = await store.QuestionsAsync(round, cancellationToken);
        return (round, endings.TableOf(round, await store.PlayersAsync(id, cancellationToken), all), all);
    }
}
