using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Content;

namespace MlaBot.Chat.Notes;

/// <summary>A press on the button of a note.</summary>
internal sealed class NoteShowAction(IContentSource content) : IChatAction
{
    /// <summary>What is said when a note was taken out since its button was posted.</summary>
    public static Card Gone { get; } = RefusalCards.For(new("note-gone", "That note is not in my content any more.", "Type /note for the list of all notes."));

    public string Name => NoteButtons.Show;

    public Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken) =>
        Task.FromResult(press.Action.Arguments is [var slug] && content.Current.Note(slug) is { } note ? NoteCards.Page(note, 1, content.Current) : Gone);
}

/// <summary>A press on Back or More.</summary>
internal sealed class NoteTurnAction(IContentSource content) : IChatAction
{
    public string Name => NoteButtons.Turn;

    public Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken) => Task.FromResult(
        press.Action.Arguments is [var slug, var number] && content.Current.Note(slug) is { } note
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? NoteCards.Page(note, page, content.Current) with { ReplacesMessage = true }
            : NoteShowAction.Gone);
}
