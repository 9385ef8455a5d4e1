using MlaBot.Chat.Streaks;
using MlaBot.Core;
using MlaBot.Core.Boards;
using MlaBot.Core.Channels;

namespace MlaBot.Chat.Boards;

/// <summary>The own place of the week in a line.</summary>
internal sealed class StandingLine(ShowBoard showBoard) : IOwnLine
{
    public async Task<string?> OfAsync(LearnerKey person, ChannelKey channel, CancellationToken cancellationToken) =>
        await showBoard.HandleAsync(person, channel, new BoardWish(BoardKind.Week), cancellationToken) is Outcome<BoardView>.Ok({ Own: { } own } view)
            ? $"This week: {BoardWords.Points(own.Points)}{(own.Rank is { } rank ? $", rank {rank} of {view.Ranked}" : "")}. /board shows more."
            : null;
}
