using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Content;
using MlaBot.Core.Services;

namespace MlaBot.Chat.Services;

/// <summary>A press on the button of a comparison.</summary>
internal sealed class ComparisonShowAction(CompareServices compare, IContentSource content) : IChatAction
{
    public string Name => ServiceButtons.Compare;

    public Task<Card> HandleAsync(ChatPress press, CancellationToken cancellationToken) =>
        Task.FromResult(press.Action.Arguments is [var left, var right] && compare.Find(left, right) is { } pair
            ? ComparisonCards.For(pair, content.Current)
            : RefusalCards.For(new("comparison-gone", "One of the two is not in my catalogue any more.", "Type /compare with two services, such as /compare athena vs redshift.")));
}
