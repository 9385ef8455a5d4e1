using MlaBot.Chat.Cards;
using MlaBot.Chat.Notes;
using MlaBot.Core.Notes;

namespace MlaBot.Testing.Cards;

/// <summary>The cards of all study material of the checkout.</summary>
public static class RealStudy
{
    /// <summary>Every part of every note, every tip, every step of the lab, the lists, and a short and a long plan.</summary>
    public static IEnumerable<(string Name, Card Card)> All
    {
        get
        {
            var content = RealContent.Current;
            var today = New.Date("2026-11-21");
            return content.Notes
                .SelectMany(note => Enumerable.Range(1, NoteCards.PagesOf(note)).Select(page => ($"note {note.Slug} {page}", NoteCards.Page(note, page, content))))
                .Concat(content.Tips.Select((tip, index) => ($"tip {tip.Id}", TipCards.Tip(content.Tips, index, isOfToday: true))))
                .Concat(content.Labs.SelectMany(lab => lab.Steps.Select((step, index) => ($"lab {step.Id}", LabCards.Step(lab, index, content)))))
                .Concat(content.Labs.Select(lab => ($"lab {lab.Slug}", LabCards.Checklist(lab))))
                .Concat(new[] { 1, 20, 140, 365 }.Select(days => ($"plan {days}", PlanCards.Plan(StudyPlanner.Plan(content.Exams[0], today, today.PlusDays(days), []), content))))
                .Concat(content.Exams.Select(exam => ($"notes {exam.Id}", NoteCards.List(content, exam))));
        }
    }
}
