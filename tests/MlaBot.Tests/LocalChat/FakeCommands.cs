using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;

namespace MlaBot.Tests.LocalChat;

/// <summary>Says who asked for what.</summary>
internal sealed class EchoCommand : IChatCommand
{
    public CommandSpec Spec { get; } = new("tell", "Repeat what was typed")
    {
        Options = [new("first", "One word", IsRequired: true), new("rest", "Everything else")],
    };

    public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new Card(new Section($"{request.User.Key.UserId}: {request.Option("first")}|{request.Option("rest")}")));
}

/// <summary>Fails as a mistake of our own does; for admins.</summary>
internal sealed class BrokenCommand : IChatCommand
{
    public CommandSpec Spec { get; } = new("break", "Fail") { IsAdmin = true };

    public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("secret detail");
}
