using MlaBot.Chat.Cards;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Notes;
using MlaBot.Chat.Services;
using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Rounds;

namespace MlaBot.Chat.Rounds;

/// <summary>What one person did in a round, for that person alone.</summary>
public static class RoundReportCards
{
    // All takeaways together have to fit into one message of either platform.
    private const int RoomForTakeaways = 2200;
    private const int LongestTakeaway = 240;
    private const int MostTasks = 4;
    private const int MostNotes = 4;

    /// <summary>The report.</summary>
    public static Card Of(RoundReport report, ContentSnapshot content)
    {
        var round = report.Round;
        List<CardPart> parts = [new Header($"Round {round.Id}: your report"), new Section(Standing(report))];
        if (report.Questions.Count > 0)
        {
            parts.Add(new Section(string.Join('\n', report.Questions.Select(each => Line(each, report)))));
        }

        var missed = report.Questions.Where(each => IsPlayed(each, report) && each.Answer is not { IsLastCorrect: true }).Select(each => each.Question.Item).ToArray();
        if (missed.Length > 0)
        {
            parts.Add(new Section($"**To revise**\n{string.Join('\n', Tasks(missed, content, round.Exam))}"));
            parts.AddRange(Buttons(missed, content));
        }

        parts.Add(new ContextLine(round.IsPlaying ? "The round goes on; this is how it stands." : "/why with the number behind # explains a question again."));
        return new Card(parts) { IsPrivate = true, Summary = $"Your report on round {round.Id}" };
    }

    private static string Standing(RoundReport report)
    {
        if (report.Line is not { } line)
        {
            return "You did not play in this round. These were its questions:";
        }

        var shared = line.Points == 0 ? "" : $", rank {line.Rank} of {report.Players}";
        var right = line.Played == 0 ? "No question has counted for you yet." : $"{line.Right} of {line.Played} right.";
        var late = line.Player.FromQuestion > 1 ? $" You were in from question {line.Player.FromQuestion}." : "";
        var team = line.Player.Team > 0 ? $" You played in team {line.Player.Team}." : "";
        return $"**{RoundWords.Points(line.Points)}**{shared}. {right}{late}{team}";
    }

    private static string Line(ReportedQuestion each, RoundReport report)
    {
        var (question, post, item) = (each.Question, each.Question.Post, each.Question.Item);
        var key = ExplanationCards.KeyInLetters(post, item);
        var first = each.FirstVote is { } vote && vote.Last != each.Answer?.Last ? $" (first {post.Presentation.InLetters(vote.Last)})" : "";
        var takeaway = LongText.Shortened(item.Takeaway.ReplaceLineEndings(" "), Math.Min(LongestTakeaway, RoomForTakeaways / report.Questions.Count));
        var (sign, own) = each.Answer switch
        {
            { IsLastCorrect: true } => ("✓ right", $"**{key}**{first}"),
            { } answer => ("✗ not right", $"you: {post.Presentation.InLetters(answer.Last)}{first}, key **{key}**"),
            null => (IsPlayed(each, report) ? "– no answer" : "– not played", $"key **{key}**"),
        };
        // The number behind # is that of the group, which /why takes: 1 would be its first question ever.
        return $"**{question.Number}** (#{post.Number}) {sign} · {own} · {takeaway}";
    }

    private static bool IsPlayed(ReportedQuestion each, RoundReport report) => report.Line is { } line && each.Question.Number >= line.Player.FromQuestion;

    private static IEnumerable<string> Tasks(IReadOnlyList<Item> missed, ContentSnapshot content, ExamId exam) => missed
        .GroupBy(item => (item.Domain, item.Task))
        .OrderByDescending(task => task.Count())
        .ThenBy(task => task.Key.Task.Value, StringComparer.Ordinal)
        .Take(MostTasks)
        .Select(task => $"- {TaskTitle(task.First(), content, exam)} ({task.Count()} missed)");

    private static string TaskTitle(Item item, ContentSnapshot content, ExamId exam)
    {
        var place = ItemPlace.Of(content, item, exam);
        return place.TaskTitle is { } task ? $"Domain {place.Domain}: {task}" : $"Domain {place.Domain}: {place.DomainTitle}";
    }

    private static IEnumerable<CardPart> Buttons(IReadOnlyList<Item> missed, ContentSnapshot content)
    {
        CardButton[] notes = [.. missed.Select(content.NoteIndex.For).OfType<Core.Notes.Note>().DistinctBy(note => note.Slug).Take(MostNotes).Select(note => NoteButtons.Button(note, "Note: "))];
        if (notes.Length > 0)
        {
            yield return new Choices(notes);
        }

        if (ServiceButtons.Row(missed.SelectMany(item => item.Services), content) is { } services)
        {
            yield return services;
        }
    }
}
