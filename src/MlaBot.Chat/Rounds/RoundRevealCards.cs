using MlaBot.Chat.Cards;
using MlaBot.Chat.Daily;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
using NodaTime;

namespace MlaBot.Chat.Rounds;

/// <summary>The answer to a question of a round, for everybody.</summary>
public static class RoundRevealCards
{
    private const int Shown = 5;

    /// <summary>Key, distribution, reasons, and where the table stands.</summary>
    /// <param name="round">The round on this question, which is in its <see cref="Round.Unanswered"/>.</param>
    /// <param name="question">The question.</param>
    /// <param name="answers">The answers that count.</param>
    /// <param name="firstVote">The answers to the first of two votes; null when there was one vote.</param>
    /// <param name="table">The table with this question in it.</param>
    /// <param name="next">When the next question comes by itself, from now.</param>
    /// <param name="content">Gives services and notes.</param>
    public static Card Of(
        Round round, RoundQuestion question, IReadOnlyList<DailyAnswer> answers, IReadOnlyList<DailyAnswer>? firstVote, RoundTable table, Duration next, ContentSnapshot content)
    {
        var name = RoundQuestionCards.Name(round, question);
        List<CardPart> parts =
        [
            new Header($"{name}: the answer is {ExplanationCards.KeyInLetters(question.Post, question.Item)}"),
            new Section(Score(answers, firstVote)),
        ];
        if (answers.Count > 0)
        {
            parts.Add(ExplanationCards.Distribution(question.Post, question.Item, answers));
        }

        parts.AddRange(ExplanationCards.Reasons(question.Post, question.Item, own: null, content, QuestionControls.AfterReveal(question.Post)));
        if (Best(table) is { Length: > 0 } best)
        {
            parts.Add(new Section(best));
        }

        if (round.WaitsForHost)
        {
            parts.Add(new Choices([
                RoundButtons.Lead(round, question, HostAct.Next, "Next") with { IsPrimary = true },
                RoundButtons.Lead(round, question, HostAct.Pause, "Pause"),
                RoundButtons.Lead(round, HostAct.Stop, "Stop"),
            ]));
        }

        parts.Add(new ContextLine(
            round.Number >= round.Items.Count ? "That was the last question; the table follows."
            : round.IsLast ? $"Nobody answered {RoundRules.MostUnanswered} questions in a row, so the round ends here; the table follows."
            : round.IsPauseWanted ? "The round pauses here."
            : round.WaitsForHost ? $"{PlainName.Of(round.HostName)} calls the next question."
            : $"The next question comes in {Math.Max(1, (int)next.TotalSeconds)} s."));
        return new Card(parts) { Summary = $"{name}: the answer and its reasons are here" };
    }

    private static string Score(IReadOnlyList<DailyAnswer> answers, IReadOnlyList<DailyAnswer>? firstVote)
    {
        if (answers.Count == 0)
        {
            return "Nobody answered in time. It stays open for practice.";
        }

        var score = $"{answers.Count(answer => answer.IsLastCorrect)} of {answers.Count} answered right.";
        if (firstVote is null)
        {
            return score;
        }

        var before = firstVote.ToDictionary(answer => answer.Learner, answer => answer.IsLastCorrect);
        var better = answers.Count(answer => answer.IsLastCorrect && before.TryGetValue(answer.Learner, out var wasRight) && !wasRight);
        var worse = answers.Count(answer => !answer.IsLastCorrect && before.TryGetValue(answer.Learner, out var wasRight) && wasRight);
        return $"{score} Between the votes {better} moved from wrong to right, and {worse} from right to wrong.";
    }

    private static string Best(RoundTable table)
    {
        var lines = table.Lines.Where(line => line.Points > 0).Take(Shown).Select(line => $"{line.Rank}. {PlainName.Of(line.Player.Name)} · {line.Points}").ToArray();
        return lines.Length == 0 ? "" : $"**So far**\n{string.Join('\n', lines)}";
    }
}
