using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Services;
using MlaBot.Core.Content;
using MlaBot.Core.Exams;
using MlaBot.Core.Notes;
using MlaBot.Core.Time;

namespace MlaBot.Chat.Notes;

/// <summary>Cards of study notes.</summary>
public static class NoteCards
{
    /// <summary>A page of a note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="wanted">The page from 1; the nearest one when there is none of that number.</param>
    /// <param name="content">Knows the services that buttons look up.</param>
    public static Card Page(Note note, int wanted, ContentSnapshot content)
    {
        var pages = NotePages.Of(note.Markdown);
        var page = Math.Clamp(wanted, 1, pages.Count);
        List<CardPart> parts = [new Header(LongText.Shortened(pages.Count == 1 ? note.Title : $"{note.Title}, part {page} of {pages.Count}", CardLimits.Header))];
        parts.AddRange(pages[page - 1].Select(block => new Section(block)));
        if (ServiceButtons.Row(note.Services, content) is { } services)
        {
            parts.Add(services);
        }

        if (pages.Count > 1)
        {
            parts.Add(new Choices([Turn(note, page - 1, "Back", page > 1), Turn(note, page + 1, "More", page < pages.Count)]));
        }

        parts.Add(new ContextLine(SmallPrint(note)));
        return new Card(parts).Privately();
    }

    /// <summary>How many parts a note has; at least 1.</summary>
    public static int PagesOf(Note note) => NotePages.Of(note.Markdown).Count;

    /// <summary>All notes by the domains of an exam.</summary>
    public static Card List(ContentSnapshot content, Exam exam)
    {
        List<CardPart> parts = [new Header("Study notes")];
        var known = exam.Tasks.SelectMany(task => task.Points).Select(point => point.Id).ToHashSet();
        var byDomain = content.Notes.Where(note => note.Blueprint.Count > 0)
            .Select(note => (Note: note, Point: note.Blueprint.Where(known.Contains).Cast<BlueprintId?>().FirstOrDefault()))
            .OrderBy(pair => pair.Point?.Value, StringComparer.Ordinal).ToLookup(pair => pair.Point?.Task.Domain, pair => pair.Note);
        parts.AddRange(exam.Domains.Where(domain => byDomain.Contains(domain.Id)).Select(domain => new Section($"**{domain.Id} · {domain.Title}**\n{Lines(byDomain[domain.Id])}")));
        if (byDomain.Contains(null))
        {
            parts.Add(new Section($"**Not asked in {exam.Id}**\n{Lines(byDomain[null])}"));
        }

        if (content.Notes.Where(note => note.Blueprint.Count == 0).ToArray() is { Length: > 0 } general)
        {
            parts.Add(new Section($"**The exam itself**\n{Lines(general)}"));
        }

        parts.Add(new Finder("note", "topic", "Find a note"));
        parts.Add(new ContextLine("Type /note with a title, a word, a service or a blueprint id, such as /note drift. Each is a read of one to three minutes."));
        return new Card(parts).Privately();
    }

    private static string Lines(IEnumerable<Note> notes) => string.Join('\n', notes.Select(note => $"- {note.Title}"));

    private static CardButton Turn(Note note, int page, string label, bool isThere) =>
        new(new ActionId(NoteButtons.Turn, note.Slug, page.ToString(CultureInfo.InvariantCulture)), label) { IsDisabled = !isThere, Typed = $"/note {note.Slug} {page}" };

    private static string SmallPrint(Note note)
    {
        var points = note.Blueprint.Count == 0 ? "" : $" · blueprint {string.Join(' ', note.Blueprint)}";
        return $"Read more: {string.Join("; ", note.Sources)} · checked {Days.Iso(note.AsOf)}{points}";
    }
}
