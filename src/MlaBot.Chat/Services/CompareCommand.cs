using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Content;
using MlaBot.Core.Services;

namespace MlaBot.Chat.Services;

/// <summary><c>/compare a b</c> sets two services side by side.</summary>
internal sealed class CompareCommand(CompareServices compare, IContentSource content) : IChatCommand
{
    public CommandSpec Spec { get; } = new("compare", "Compare two AWS services: when to pick which")
    {
        Options =
        [
            new("first", "A service", IsRequired: true) { HasSuggestions = true },
            new("second", "Another service", IsRequired: true) { HasSuggestions = true },
        ],
        Examples = ["compare athena redshift", "compare data streams vs firehose"],
    };

    public Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(compare.Handle(request.Option("first"), request.Option("second")) switch
        {
            Outcome<ServicePair>.Ok(var pair) => ComparisonCards.For(pair, content.Current),
            Outcome<ServicePair>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        });

    public IReadOnlyList<string> Suggest(ChatTyping typing) => ServiceNames.Suggest(content, typing.Typed);
}
