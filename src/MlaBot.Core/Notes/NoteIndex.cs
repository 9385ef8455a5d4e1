using MlaBot.Core.Exams;
using MlaBot.Core.Questions;

namespace MlaBot.Core.Notes;

/// <summary>Finds notes by the blueprint points that they serve.</summary>
public sealed class NoteIndex
{
    private readonly Dictionary<BlueprintId, Note[]> _byPoint;

    /// <summary>Indexes notes.</summary>
    public NoteIndex(IReadOnlyList<Note> notes) => _byPoint = notes
        .SelectMany(note => note.Blueprint.Select(point => (point, note)))
        .GroupBy(pair => pair.point, pair => pair.note)
        .ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The notes that serve a point, in file order; empty when there are none.</summary>
    public IReadOnlyList<Note> Of(BlueprintId point) => _byPoint.GetValueOrDefault(point) ?? [];

    /// <summary>The note to read after an item: of those that serve its main point, the one with most of its services and points, then the
    /// narrowest; when none serves the main point, one of the other points.</summary>
    /// <returns>Null when no note serves any of its points.</returns>
    public Note? For(Item item) => item.Blueprint
        .Select(Of)
        .FirstOrDefault(notes => notes.Count > 0)?
        .OrderByDescending(note => note.Services.Intersect(item.Services).Count() + note.Blueprint.Intersect(item.Blueprint).Count())
        .ThenBy(note => note.Blueprint.Count)
        .First();
}
