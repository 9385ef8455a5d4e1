using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Marathons;

namespace MlaBot.Chat.Marathons;

/// <summary><c>/marathon stop</c> ends a challenge over several days before its time.</summary>
internal sealed class MarathonStopCommand(ManageMarathons marathons) : IChatCommand
{
    public CommandSpec Spec { get; } = new("marathon stop", "End a challenge over several days before its time; the table is kept as it stands")
    {
        IsAdmin = true,
        Examples = ["marathon stop"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) => await marathons.StopAsync(request.Channel, cancellationToken) switch
    {
        Outcome<StoppedMarathon>.Ok(var stopped) => MarathonCards.Stopped(stopped),
        Outcome<StoppedMarathon>.Refused(var reason) => RefusalCards.For(reason),
        _ => throw new UnreachableException(),
    };
}
