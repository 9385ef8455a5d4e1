using System.Diagnostics;
using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Content;
using MlaBot.Core.Notes;

namespace MlaBot.Chat.Notes;

/// <summary><c>/note topic</c> shows a study note; without a topic the list of all.</summary>
internal sealed class NoteCommand(FindNote findNote, IContentSource content, ChannelPlace places) : IChatCommand
{
    public CommandSpec Spec { get; } = new("note", "Read a study note: one to three minutes on a topic of the exam")
    {
        Options = [new("topic", "A title, a word, a service or a blueprint id; nothing for the list") { HasSuggestions = true }],
        Examples = ["note", "note drift", "note 1.3.k2"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var topic = request.Option("topic");
        return topic.Length == 0
            ? NoteCards.List(content.Current, content.Current.ExamOf(await places.FindAsync(request, cancellationToken)))
            : Show(topic);
    }

    public IReadOnlyList<string> Suggest(ChatTyping typing) => [.. findNote.Suggest(typing.Typed, CardLimits.MenuOptions).Select(note => note.Title)];

    private Card Show(string topic)
    {
        // A button's typed form names the slug and the page.
        if (topic.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var slug, var number]
            && content.Current.Note(slug) is { } paged && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page))
        {
            return NoteCards.Page(paged, page, content.Current);
        }

        return findNote.Handle(topic) switch
        {
            Outcome<Note>.Ok(var note) => NoteCards.Page(note, 1, content.Current),
            Outcome<Note>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };
    }
}
