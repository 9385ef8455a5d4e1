using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core.Daily;
using NodaTime;

namespace MlaBot.Chat.Daily;

/// <summary><c>/answer number letters</c> answers a question by its number.</summary>
internal sealed class AnswerCommand(AnswerHandler handler, TypedNumbers numbers) : IChatCommand
{
    public CommandSpec Spec { get; } = new("answer", "Answer a question by its number")
    {
        Options =
        [
            new("question", "The question's number", IsRequired: true),
            new("letters", "Your answer: B, AC, C A B, 1B 2A, or ? for \"I don't know\"", IsRequired: true),
        ],
        Examples = ["answer 12 B", "answer 13 1B 2A 3C"],
    };

    // The letters are not trimmed of control characters here: the reader refuses them in a sentence.
    public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) => numbers.HandleAsync(
        request, post => handler.HandleAsync(post, request.User, request.Option("letters"), Duration.Zero, cancellationToken), cancellationToken);
}

/// <summary>A press on a letter, or a menu with several.</summary>
internal sealed class AnswerAction(IDailyStore store, AnswerHandler handler) : PostAction(store)
{
    public override string Name => DailyActions.Answer;

    protected override Task<Card> HandleAsync(PostId id, ChatPress press, CancellationToken cancellationToken)
    {
        var letters = press.Values.Count > 0 ? string.Join(' ', press.Values) : press.Action.Arguments.ElementAtOrDefault(1) ?? "";
        return handler.HandleAsync(id, press.User, letters, press.Age, cancellationToken);
    }
}
