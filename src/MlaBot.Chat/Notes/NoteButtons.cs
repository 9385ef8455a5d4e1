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
        var note = content.NoteIndex.For(item) is { } found ? Button(found) : null;
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

    private static CardButton Button(Note note) => new(new ActionId(Show, note.Slug), LongText.Shortened($"Note: {note.Title}", LongestLabel)) { Typed = $"/note {note.Slug}" };
}
