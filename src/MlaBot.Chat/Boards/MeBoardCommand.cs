using System.Diagnostics;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Streaks;
using MlaBot.Core;
using MlaBot.Core.Boards;

namespace MlaBot.Chat.Boards;

/// <summary><c>/me board</c> chooses how the boards of the group show a person.</summary>
internal sealed class MeBoardCommand(ChooseBoardName choose, HomeZone homeZone) : IChatCommand
{
    private const string None = "none";

    public CommandSpec Spec { get; } = new("me board", "Choose how boards show you: your name, an alias, or not at all")
    {
        Options =
        [
            new("visibility", "everyone, or self to be left out of boards and see your own line alone") { Choices = ["everyone", "self"] },
            new("alias", "Another name for boards, 2 to 24 characters; none takes it away"),
        ],
        Examples = ["me board self", "me board everyone", "me board alias:\"Blue Heron\""],
    };

    public async Task<Card> HandleAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var alias = request.Option("alias");
        var visibility = request.Option("visibility");
        if (alias.Length == 0 && visibility.Length == 0)
        {
            return RecordCards.Choice(await choose.FindAsync(request.User.Key, cancellationToken), isNew: false);
        }

        await homeZone.MeetAsync(request.User, await homeZone.OfAsync(request, cancellationToken), cancellationToken);
        var outcome = await choose.HandleAsync(
            request.User.Key,
            request.User.Name,
            alias.Length == 0 ? null : string.Equals(alias, None, StringComparison.OrdinalIgnoreCase) ? "" : alias,
            visibility.Length == 0 ? null : string.Equals(visibility, "self", StringComparison.OrdinalIgnoreCase),
            cancellationToken);
        return outcome switch
        {
            Outcome<BoardChoice>.Ok(var choice) => RecordCards.Choice(choice, isNew: true),
            Outcome<BoardChoice>.Refused(var reason) => RefusalCards.For(reason),
            _ => throw new UnreachableException(),
        };
    }
}
