using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;

namespace MlaBot.Chat.Daily;

/// <summary>The button that begins or resumes a draft.</summary>
internal sealed class BeginDraftAction(IDailyStore store, DraftHandler handler) : PostAction(store)
{
    public override string Name => DailyActions.Draft;

    protected override Task<Card> HandleAsync(PostId id, ChatPress press, CancellationToken cancellationToken) => handler.BeginAsync(id, press.User, cancellationToken);
}

/// <summary>The button that answers with a draft.</summary>
internal sealed class SubmitDraftAction(IDailyStore store, DraftHandler handler) : PostAction(store)
{
    public override string Name => DailyActions.Submit;

    protected override Task<Card> HandleAsync(PostId id, ChatPress press, CancellationToken cancellationToken) => handler.SubmitAsync(id, press, cancellationToken);
}

/// <summary>A control that changes a draft.</summary>
internal sealed class ChangeDraftAction(string name, IDailyStore store, DraftHandler handler) : PostAction(store)
{
    /// <summary>The controls that change drafts.</summary>
    public static IReadOnlyList<string> Names { get; } = [DailyActions.Order, DailyActions.Undo, DailyActions.Match, DailyActions.Restart];

    public override string Name => name;

    protected override Task<Card> HandleAsync(PostId id, ChatPress press, CancellationToken cancellationToken) =>
        handler.PressAsync(id, press.User, (post, item, before) => Change(press, post, item, before), cancellationToken);

    private string? Change(ChatPress press, DailyPost post, Item item, string? before)
    {
        var number = DailyActions.NumberOf(press.Action);
        PartId? part = press.Values is [{ Length: 1 } letter] ? post.Presentation.PartAt(letter[0]) : null;
        return (name, item, part) switch
        {
            (DailyActions.Restart, _, _) => null,
            (DailyActions.Order, OrderingItem ordering, { } step) => OrderDraft.Read(ordering, before).Add(number, step).Text,
            (DailyActions.Undo, OrderingItem ordering, _) => OrderDraft.Read(ordering, before).Undo(number).Text,
            (DailyActions.Match, MatchingItem matching, { } response) when post.Presentation.PromptAt(number) is { } prompt =>
                MatchDraft.Read(matching, before).With(prompt, response).Text,
            _ => before,
        };
    }
}
