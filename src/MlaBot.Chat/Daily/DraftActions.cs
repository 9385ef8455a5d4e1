using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;

namespace MlaBot.Chat.Daily;

/// <summary>The button that begins or resumes a draft.</summary>
internal sealed class BeginDraftAction(DraftHandler handler) : IChatAction
{
    public string Name => DailyActions.Draft;

    public Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken) => DailyActions.PostOf(press.Action) is { } post
        ? handler.BeginAsync(post, press.User, cancellationToken)
        : Task.FromResult(RefusalCards.For(AnswerCommand.NoNumber("")));
}

/// <summary>The button that answers with a draft.</summary>
internal sealed class SubmitDraftAction(DraftHandler handler) : IChatAction
{
    public string Name => DailyActions.Submit;

    public Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken) => DailyActions.PostOf(press.Action) is { } post
        ? handler.SubmitAsync(post, press.User, cancellationToken)
        : Task.FromResult(RefusalCards.For(AnswerCommand.NoNumber("")));
}

/// <summary>A control that changes a draft.</summary>
internal sealed class ChangeDraftAction(string name, DraftHandler handler) : IChatAction
{
    /// <summary>The controls that change drafts.</summary>
    public static IReadOnlyList<string> Names { get; } = [DailyActions.Order, DailyActions.Undo, DailyActions.Match, DailyActions.Restart];

    public string Name => name;

    public Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken) => DailyActions.PostOf(press.Action) is { } id
        ? handler.PressAsync(id, press.User, (post, item, before) => Change(press, post, item, before), cancellationToken)
        : Task.FromResult(RefusalCards.For(AnswerCommand.NoNumber("")));

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
