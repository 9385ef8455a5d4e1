using System.Text.RegularExpressions;
using MlaBot.Core.Content;
using MlaBot.Core.Exams;

namespace MlaBot.Core.Notes;

/// <summary>Finds the note that some words mean: a title, a blueprint id, a task, a service or a word of its text.</summary>
public sealed class FindNote(IContentSource content)
{
    private const int TitleWord = 6;
    private const int ServiceHit = 4;
    private const int MostTextHits = 3;
    private const int ShortestWord = 2;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private const double SureOfService = 0.5;

    /// <summary>Finds a note.</summary>
    /// <param name="words">What a person typed.</param>
    /// <returns>The note that fits best; a refusal that says what to type when none does.</returns>
    public Outcome<Note> Handle(string words)
    {
        var best = Exact(words.Trim()) ?? Ranked(words).FirstOrDefault();
        return best is null
            ? new Refusal("note-unknown", $"I have no note about \"{Text.Printable(words, 60)}\".", "Type /note for the list of all notes, or give a word such as drift, a service, or a blueprint id such as 1.3.k2.")
            : best;
    }

    /// <summary>Notes for what is being typed, best first; all in file order before anything is typed.</summary>
    /// <param name="typed">The beginning of a title, or words as for <see cref="Handle"/>.</param>
    /// <param name="most">The most notes to give.</param>
    public IReadOnlyList<Note> Suggest(string typed, int most)
    {
        var start = typed.Trim();
        return start.Length == 0
            ? [.. content.Current.Notes.Take(most)]
            : [.. content.Current.Notes.Where(note => note.Title.StartsWith(start, StringComparison.OrdinalIgnoreCase)).Concat(Ranked(start)).Distinct().Take(most)];
    }

    private Note? Exact(string words)
    {
        var notes = content.Current.Notes;
        return notes.FirstOrDefault(note => Same(note.Slug, words) || Same(note.Title, words))
            ?? content.Current.NoteIndex.Of(new BlueprintId(words.ToLowerInvariant())).OrderBy(note => note.Blueprint.Count).FirstOrDefault()
            ?? notes.FirstOrDefault(note => note.Blueprint.Any(point => point.Task.Value == words));
    }

    private IEnumerable<Note> Ranked(string typed)
    {
        var words = typed.Split([' ', ',', '-', '/', '?'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestWord).ToArray();
        if (words.Length == 0)
        {
            return [];
        }

        var named = content.Current.Lookup.Find(typed, 1).Where(hit => hit.Score >= SureOfService).Select(hit => hit.Service.Slug).FirstOrDefault();
        return content.Current.Notes
            .Select(note => (Note: note, Score: Score(note, words) + (named is not null && note.Services.Contains(named) ? ServiceHit : 0)))
            .Where(pair => pair.Score > 0)
            .OrderByDescending(pair => pair.Score)
            .Select(pair => pair.Note);
    }

    private static int Score(Note note, string[] words) => words.Sum(word =>
        note.Title.Split([' ', ',', '-', '/']).Any(part => part.StartsWith(word, StringComparison.OrdinalIgnoreCase)) ? TitleWord
        : Math.Min(MostTextHits, Regex.Count(note.Markdown, Regex.Escape(word), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit)));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
