using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Boards;
using MlaBot.Core.Content;

namespace MlaBot.Chat.Boards;

/// <summary><c>/record</c> shows the own record, privately.</summary>
internal sealed class RecordCommand(ShowRecord showRecord, ChannelPlace place, IContentSource content) : IChatCommand
{
    public CommandSpec Spec { get; } = new("record", "Show your own record: answers, share right by domain, streaks, milestones")
    {
        Examples = ["record"],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken) =>
        await showRecord.HandleAsync(request.User.Key, await place.OfAsync(request, cancellationToken), cancellationToken) switch
        {
            Outcome<PersonalRecord>.Ok(var record) => RecordCards.Own(record, content.Current),
            Outcome<PersonalRecord>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };
}
