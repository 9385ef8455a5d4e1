using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Daily;

/// <summary>A filled form of an answer.</summary>
internal sealed class GiveFormAction(IDailyStore store, AnswerHandler answers) : PostAction(store)
{
    private readonly IDailyStore _store = store;

    public override string Name => DailyActions.Given;

    protected override async Task<Card> HandleAsync(PostId id, ChatPress press, CancellationToken cancellationToken)
    {
        if (await _store.FindPostAsync(id, cancellationToken) is { } post && await _store.ShownItemAsync(post.Item, post.ItemVersion, cancellationToken) is { } item
            && AnswerForms.Problems(press, item) is { Count: > 0 } problems)
        {
            return RefusalCards.For(new("answer-form", "That is not an answer yet; nothing was stored.", string.Join(' ', problems.Values))) with { Problems = problems };
        }

        return await answers.HandleAsync(id, press.User, AnswerForms.Letters(press), press.Age, cancellationToken);
    }
}
