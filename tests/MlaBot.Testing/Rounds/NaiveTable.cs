using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
using NodaTime;

namespace MlaBot.Testing.Rounds;

/// <summary>The table of a round, worked out a second time and in another way: question by question, person by person, in decimals.</summary>
public static class NaiveTable
{
    /// <summary>A person's line, as a text that can be compared.</summary>
    public static string Text(int rank, LearnerKey learner, int points, int right, int answered, int played) =>
        $"{rank}. {learner.UserId}: {points} points, {right} right, {answered} of {played}";

    /// <summary>The lines of a table that the engine made, by person.</summary>
    public static IReadOnlyList<string> Of(RoundTable table) =>
        [.. table.Lines.OrderBy(line => line.Player.Learner.UserId, StringComparer.Ordinal).Select(line =>
            Text(line.Rank, line.Player.Learner, line.Points, line.Right, line.Answered, line.Played))];

    /// <summary>The lines as stored rows make them, by person.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<RoundPlayer> players, IReadOnlyList<AnsweredQuestion> questions, RoundScoring scoring)
    {
        var sums = players.Where(player => player.State != PlayerState.Removed).Select(player => (player.State, Sum: Sum(player, questions, scoring)))
            .Where(each => each.State != PlayerState.Left || each.Sum.Played > 0).Select(each => each.Sum).ToArray();
        return
        [
            .. sums.OrderBy(sum => sum.Learner.UserId, StringComparer.Ordinal).Select(sum =>
                Text(1 + sums.Count(other => Beats(other, sum)), sum.Learner, sum.Points, sum.Right, sum.Answered, sum.Played)),
        ];

        bool Beats(Line one, Line other) =>
            one.Points != other.Points ? one.Points > other.Points
            : one.Right != other.Right ? one.Right > other.Right
            : scoring != RoundScoring.AccuracyOnly && one.Milliseconds / 1000 < other.Milliseconds / 1000;
    }

    private static Line Sum(RoundPlayer player, IReadOnlyList<AnsweredQuestion> questions, RoundScoring scoring)
    {
        var line = new Line(player.Learner, 0, 0, 0, 0, 0);
        for (var number = player.FromQuestion; number <= RoundRules.MostQuestions; number++)
        {
            AnsweredQuestion? counting = null;
            foreach (var question in questions)
            {
                var isPublic = question.Question.Post.State is PostState.Revealed or PostState.Settled;
                if (question.Question.Number == number && isPublic && question.Question.Vote > (counting?.Question.Vote ?? 0))
                {
                    counting = question;
                }
            }

            if (counting is null)
            {
                continue;
            }

            var allowed = (long)counting.Allowed.TotalMilliseconds;
            var answer = counting.Answers.SingleOrDefault(each => each.Learner == player.Learner);
            var took = answer is null ? allowed : Took(counting, answer.FirstAt, allowed);
            var isRight = answer is { IsLastCorrect: true };
            line = line with
            {
                Points = line.Points + (isRight ? 1000 + Speed(took, allowed, scoring) : 0),
                Right = line.Right + (isRight ? 1 : 0),
                Answered = line.Answered + (answer is null ? 0 : 1),
                Played = line.Played + 1,
                Milliseconds = line.Milliseconds + took,
            };
        }

        return line;
    }

    private static long Took(AnsweredQuestion question, Instant at, long allowed)
    {
        Instant? from = null;
        foreach (var opened in question.Openings.Append(question.Question.Post.OpenedAt!.Value).Order())
        {
            from = opened <= at ? opened : from;
        }

        return from is { } start ? Math.Min((long)(at - start).TotalMilliseconds, allowed) : 0;
    }

    private static int Speed(long took, long allowed, RoundScoring scoring)
    {
        var most = scoring switch { RoundScoring.AccuracyFirst => 200m, RoundScoring.GentleSpeed => 500m, _ => 0m };
        return (int)Math.Round(took <= 1000 ? most : most * (allowed - took) / (allowed - 1000), MidpointRounding.AwayFromZero);
    }

    private sealed record Line(LearnerKey Learner, int Points, int Right, int Answered, int Played, long Milliseconds);
}
