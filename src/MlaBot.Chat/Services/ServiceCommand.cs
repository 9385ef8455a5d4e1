using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Content;
using MlaBot.Core.Services;

namespace MlaBot.Chat.Services;

/// <summary><c>/service words</c> explains one AWS service.</summary>
internal sealed class ServiceCommand(LookUpService lookUp, IContentSource content) : IChatCommand
{
    public CommandSpec Spec { get; } = new("service", "Explain an AWS service: what, when, exam status, traps")
    {
        Options = [new("words", "A name, old name, abbreviation or need, such as drift detection", IsRequired: true) { HasSuggestions = true }],
        Examples = ["service firehose", "service mme", "service drift detection"],
    };

    public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(lookUp.Handle(request.Option("words")) switch
        {
            Outcome<FoundService>.Ok(var found) => ServiceCards.Entry(found, content.Current),
            Outcome<FoundService>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        });

    public IReadOnlyList<string> Suggest(ChatTyping typing) => ServiceNames.Suggest(content, typing.Typed);
}
