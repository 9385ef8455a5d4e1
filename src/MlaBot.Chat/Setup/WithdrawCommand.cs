using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Setup;

/// <summary><c>/withdraw question reason</c> takes an open question back.</summary>
internal sealed class WithdrawCommand(IDailyStore store, CloseDailyQuestion close, TypedNumbers numbers) : IChatCommand
{
    public CommandSpec Spec { get; } = new("withdraw", "Take an open question back; its day is excused for everybody")
    {
        IsAdmin = true,
        Options =
        [
            new("question", "The question's number", IsRequired: true),
            new("reason", "Why, in a few words that everybody sees", IsRequired: true),
        ],
        Examples = ["withdraw 12 the key is disputed"],
    };

    public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) =>
        numbers.HandleAsync(request, post => WithdrawAsync(post, request, cancellationToken), cancellationToken);

    private async Task<Card> WithdrawAsync(PostId id, ChatRequest request, CancellationToken cancellationToken)
    {
        var post = await store.FindPostAsync(id, cancellationToken);
        if (post is null || post.Channel != request.Channel)
        {
            return RefusalCards.For(new("post-elsewhere", "That question was posted in another channel.", "Take it back there."));
        }

        return await close.WithdrawAsync(post, Text.Printable(request.Option("reason"), 200), cancellationToken) switch
        {
            Outcome<DailyPost>.Ok => new Card(new Section($"Question {post.Number} is taken back. Nobody's streak suffers.")).Privately(),
            Outcome<DailyPost>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };
    }
}
