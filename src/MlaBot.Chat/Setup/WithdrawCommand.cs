using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Daily;

namespace MlaBot.Chat.Setup;

/// <summary><c>/withdraw question reason</c> takes an open question back.</summary>
internal sealed class WithdrawCommand(IDailyStore store, CloseDailyQuestion close) : IChatCommand
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

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var post = DailyActions.ParsePost(request.Option("question")) is { } id ? await store.FindPostAsync(id, cancellationToken) : null;
        if (post is null || post.Channel != request.Channel)
        {
            return RefusalCards.For(AnswerCommand.NoNumber(request.Option("question")));
        }

        return await close.WithdrawAsync(post, Text.Printable(request.Option("reason"), 200), cancellationToken) switch
        {
            Outcome<DailyPost>.Ok => new Card(new Section($"Question {post.Id} is taken back. Nobody's streak suffers.")).Privately(),
            Outcome<DailyPost>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };
    }
}
