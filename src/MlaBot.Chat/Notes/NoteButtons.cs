using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Services;
using MlaBot.Core.Content;
using MlaBot.Core.Notes;
using MlaBot.Core.Questions;

namespace MlaBot.Chat.Notes;

/// <summary>The button that leads from an explanation to the note about it.</summary>
public static class NoteButtons
{
    /// <summary>The name of the action that shows a note beside what is there.</summary>
    public const string Show = "note.show";

    /// <summary>The name of the action that turns to another page of the note that is shown.</summary>
    public const string Turn = "note.turn";

    private const int LongestLabel = 40;

    /// <summary>Look-up buttons of an item's services and, when a note covers the item, one for the note.</summary>
    /// <returns>One row; two when the services fill theirs; none when there is nothing to look up.</returns>
    public static IEnumerable<Choices> Rows(Item item, ContentSnapshot content)
    {
        var services = ServiceButtons.Row(item.Services, content)?.Buttons ?? [];
        var note = content.NoteIndex.For(item) is { } found ? Button(found, "Note: ") : null;
        if (note is not null && services.Count < ServiceButtons.Most)
        {
            yield return new Choices([.. services, note]);
            yield break;
        }

        if (services.Count > 0)
        {
            yield return new Choices(services);
        }

        if (note is not null)
        {
            yield return new Choices([note]);
        }
    }

    /// <summary>A button that shows a note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="before">What the label says before the title; empty for nothing.</param>
    public static CardButton Button(Note note, string before = "") => new(new ActionId(Show, note.Slug), Label(before, note.Title)) { Typed = $"/note {note.Slug}" };

    // "Data formats: rows, columns, streams of records": what stands before the colon says enough on a button.
    private static string Label(string before, string title)
    {
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        var whole = before + title;
        return LongText.Shortened(whole.Length > LongestLabel && colon > 0 ? before + title[..colon] : whole, LongestLabel);
    }
}
