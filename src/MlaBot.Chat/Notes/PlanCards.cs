using MlaBot.Chat.Cards;
using MlaBot.Core.Content;
using MlaBot.Core.Notes;
using MlaBot.Core.Time;

namespace MlaBot.Chat.Notes;

/// <summary>The card of a study plan.</summary>
public static class PlanCards
{
    private const int Notes = 4;

    /// <summary>The whole plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="content">Knows the notes to begin with.</param>
    public static Card Plan(StudyPlan plan, ContentSnapshot content)
    {
        List<CardPart> parts =
        [
            new Header($"Your plan to {plan.Exam.Id} on {Days.Iso(plan.ExamDay)}"),
            new Section(Basis(plan)),
            new Section(string.Join('\n', plan.Weeks.Select((week, index) => Week(week, index + 1)))),
            new Section(Meaning(plan)),
        ];
        Note[] first = [.. plan.Weeks.SelectMany(week => week.Tasks).Distinct().SelectMany(task => task.Points).SelectMany(point => content.NoteIndex.Of(point.Id).Take(1)).Distinct().Take(Notes)];
        if (first.Length > 0)
        {
            parts.Add(new Choices([.. first.Select(note => NoteButtons.Button(note))]));
        }

        parts.Add(new ContextLine("The plan is not stored: type /plan again when your record or your date has changed. /exam tells which sittings there are in which language."));
        return new Card(parts).Privately();
    }

    private static string Basis(StudyPlan plan)
    {
        var start = plan.BeginsLater ? $" The plan begins on {Days.Iso(plan.Weeks[0].From)}; until then a daily question is enough." : "";
        return plan.IsFromRecord
            ? $"Made from your answers of the last {PlanStudy.RecordDays} days: what you get wrong comes first and gets more time.{start}"
            : $"You have no record here yet, so the time follows the exam's weights. Answer daily questions, then ask again.{start}";
    }

    private static string Week(PlanWeek week, int number)
    {
        var phases = string.Join(", ", week.Phases.Select(Words));
        var tasks = week.Tasks.Count == 0 ? "" : $": {(week.Tasks.Count > 6 ? "all tasks, the first ones longest" : string.Join(", ", week.Tasks.Select(task => task.Id)))}";
        return $"**Week {number}** · {Days.Iso(week.From)} to {Days.Iso(week.To)} · {char.ToUpperInvariant(phases[0])}{phases[1..]}{tasks}";
    }

    private static string Meaning(StudyPlan plan)
    {
        var form = plan.Exam.Form;
        var weak = string.Join(" and ", plan.Weak.Select(domain => $"domain {domain.Id} ({domain.Title})"));
        return string.Join('\n', [
            "- **Find gaps:** answer the daily questions of all domains; note each `?` and each wrong guess.",
            "- **Study:** the tasks of the week: `/exam 1.2` for what a task asks, `/note` to read, `/service` to look up, a step of `/lab` to do.",
            $"- **Revise:** {weak} first; `/compare` what you mix up.",
            "- **Practise:** mixed questions, two minutes each; read the reason of every option, also when you were right.",
            $"- **Rehearse:** {form.Questions} questions in {form.Minutes} minutes in one sitting, twice; the last day is for sleep.",
        ]);
    }

    private static string Words(StudyPhase phase) => phase switch
    {
        StudyPhase.FindGaps => "find gaps",
        StudyPhase.Study => "study",
        StudyPhase.Revise => "revise",
        StudyPhase.Practise => "practise",
        _ => "rehearse",
    };
}
