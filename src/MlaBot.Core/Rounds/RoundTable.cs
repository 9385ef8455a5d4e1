using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Rounds;

/// <summary>The table of a round, from nothing but its stored answers.</summary>
/// <param name="Lines">The people, best first.</param>
/// <param name="Teams">The teams, best first; empty without teams.</param>
public sealed record RoundTable(IReadOnlyList<RoundLine> Lines, IReadOnlyList<TeamLine> Teams)
{
    /// <summary>Works the table out.</summary>
    /// <param name="players">All who joined; who was removed stands in no table, nor who left before anything counted.</param>
    /// <param name="questions">The questions with their answers; of two votes on a question the last one counts, and one that was left
    /// out counts for nobody.</param>
    /// <param name="scoring">What the host chose.</param>
    /// <param name="rules">The numbers.</param>
    /// <remarks>Ranked by points, then by right answers, then, where speed counts, by the whole time in seconds, in which an answer that is
    /// missing takes all the time that there was. What is equal then shares a rank, and the next rank is left out for each.</remarks>
    public static RoundTable Of(IReadOnlyList<RoundPlayer> players, IReadOnlyList<AnsweredQuestion> questions, RoundScoring scoring, RoundRules rules)
    {
        var counted = questions
            .Where(each => each.Counts)
            .GroupBy(each => each.Question.Number)
            .Select(group => group.MaxBy(each => each.Question.Vote)!)
            .Select(each => (Asked: each, Answers: each.Answers.ToDictionary(answer => answer.Learner)))
            .ToArray();
        var lines = players
            .Where(player => player.State != PlayerState.Removed)
            .Select(player => LineOf(player, counted, scoring, rules))
            .Where(line => line.Player.State == PlayerState.In || line.Played > 0)
            .OrderByDescending(line => line.Points)
            .ThenByDescending(line => line.Right)
            .ThenBy(line => RankedTime(line, scoring))
            .ThenBy(line => line.Player.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(line => line.Player.Learner.UserId, StringComparer.Ordinal)
            .ToArray();
        return new RoundTable(
            Ranked(lines, line => (line.Points, line.Right, RankedTime(line, scoring)), (line, rank) => line with { Rank = rank }),
            TeamsOf(lines));
    }

    private static RoundLine LineOf(
        RoundPlayer player,
        IReadOnlyList<(AnsweredQuestion Asked, Dictionary<LearnerKey, Daily.DailyAnswer> Answers)> questions,
        RoundScoring scoring,
        RoundRules rules)
    {
        var (points, right, answered, played, time) = (0, 0, 0, 0, Duration.Zero);
        foreach (var (asked, answers) in questions.Where(each => each.Asked.Question.Number >= player.FromQuestion))
        {
            played++;
            if (!answers.TryGetValue(player.Learner, out var answer))
            {
                time += asked.Allowed;
                continue;
            }

            var took = Took(asked, answer.FirstAt);
            answered++;
            right += answer.IsLastCorrect ? 1 : 0;
            points += RoundPoints.Of(answer.IsLastCorrect, took, asked.Allowed, scoring, rules.SpeedGrace);
            time += took;
        }

        return new RoundLine(0, player, points, right, answered, played, time);
    }

    /// <summary>The time that an answer took: from the last opening before it, and never more than the question had. Before the first opening was
    /// confirmed, none.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="at">When it was answered.</param>
    public static Duration Took(AnsweredQuestion asked, Instant at)
    {
        var took = asked.Openings.Append(asked.Question.Post.OpenedAt ?? at).Where(opened => opened <= at).Select(opened => at - opened).DefaultIfEmpty(Duration.Zero).Min();
        return took > asked.Allowed ? asked.Allowed : took;
    }

    // By whole seconds: less is the platform's doing, not the person's.
    private static long RankedTime(RoundLine line, RoundScoring scoring) => scoring == RoundScoring.AccuracyOnly ? 0 : (long)line.Time.TotalSeconds;

    private static IReadOnlyList<TeamLine> TeamsOf(IReadOnlyList<RoundLine> lines)
    {
        var teams = lines
            .Where(line => line.Player.Team > 0)
            .GroupBy(line => line.Player.Team)
            .Select(team => new TeamLine(0, team.Key, [.. team], (int)Math.Round(team.Average(line => line.Points), MidpointRounding.AwayFromZero)))
            .OrderByDescending(team => team.Mean)
            .ThenBy(team => team.Team)
            .ToArray();
        return Ranked(teams, team => team.Mean, (team, rank) => team with { Rank = rank });
    }

    private static TLine[] Ranked<TLine, TKey>(IReadOnlyList<TLine> lines, Func<TLine, TKey> key, Func<TLine, int, TLine> with)
    {
        var ranked = new TLine[lines.Count];
        var rank = 0;
        for (var index = 0; index < lines.Count; index++)
        {
            rank = index > 0 && EqualityComparer<TKey>.Default.Equals(key(lines[index]), key(lines[index - 1])) ? rank : index + 1;
            ranked[index] = with(lines[index], rank);
        }

        return ranked;
    }
}

/// <summary>A person's line in the table.</summary>
/// <param name="Rank">From 1; equal lines share it.</param>
/// <param name="Player">Who.</param>
/// <param name="Points">All points.</param>
/// <param name="Right">Right answers.</param>
/// <param name="Answered">Answers given.</param>
/// <param name="Played">Questions that counted while the person was in; fewer than all for who came late.</param>
/// <param name="Time">The time of all of them.</param>
public sealed record RoundLine(int Rank, RoundPlayer Player, int Points, int Right, int Answered, int Played, Duration Time);

/// <summary>A team's line in the table.</summary>
/// <param name="Rank">From 1; equal teams share it.</param>
/// <param name="Team">Its number, from 1.</param>
/// <param name="Members">Its people, best first.</param>
/// <param name="Mean">The mean of its people's points, so that a larger team has no advantage.</param>
public sealed record TeamLine(int Rank, int Team, IReadOnlyList<RoundLine> Members, int Mean);
