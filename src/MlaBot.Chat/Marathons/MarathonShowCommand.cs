using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Marathons;

namespace MlaBot.Chat.Marathons;

/// <summary><c>/marathon show</c> shows a challenge over several days, privately.</summary>
internal sealed class MarathonShowCommand(ShowMarathon show, ChannelPlace place) : IChatCommand
{
    public CommandSpec Spec { get; } = new("marathon show", "Show the challenge over several days of this channel and your place in it")
    {
        IsForEverybody = true,
        Options = [new("when", "now, or last for the last one that ended") { Choices = ["now", "last"] }],
        Examples = ["marathon show", "marathon show last"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var isLast = string.Equals(request.Option("when"), "last", StringComparison.OrdinalIgnoreCase);
        return await show.HandleAsync(request.User.Key, await place.OfAsync(request, cancellationToken), isLast, cancellationToken) switch
        {
            Outcome<MarathonView>.Ok(var view) => MarathonCards.Show(view),
            Outcome<MarathonView>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };
    }
}
