using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Daily;

/// <summary>A control of a post. A press on one of an older database ends here: its id means another question now.</summary>
internal abstract class PostAction(IDailyStore store) : IChatAction
{
    private static readonly Refusal Outdated =
        new("post-outdated", "This message belongs to questions that I no longer know; nothing was stored.", "Type /daily to see the open questions.");

    public abstract string Name { get; }

    public async Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken)
    {
        if (DailyActions.PostOf(press.Action) is not { } id)
        {
            return RefusalCards.For(RecordAnswer.UnknownPost);
        }

        // An id that the database does not have yet is refused with a sentence of its own.
        return await store.FindPostAsync(id, cancellationToken) is { } post && !DailyActions.Means(press.Action, post)
            ? RefusalCards.For(Outdated)
            : await HandleAsync(id, press, cancellationToken);
    }

    protected abstract Task<Card> HandleAsync(PostId id, ChatPress press, CancellationToken cancellationToken);
}
