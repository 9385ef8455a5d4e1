using MlaBot.Chat.Streaks;
using MlaBot.Core.Boards;
using MlaBot.Core.Channels;

namespace MlaBot.Chat.Boards;

/// <summary>The own place of the week in a line.</summary>
internal sealed class StandingLine(ShowBoard showBoard) : IOwnLine
{
    public async Task<string?> OfAsync(LearnerKey person, ChannelKey channel, CancellationToken cancellationToken) =>
        await showBoard.PlaceAsync(person, channel, BoardKind.Week, cancellationToken) is { } own
            ? $"This week: {BoardWords.Points(own.Points)}{(own.Rank is { } rank ? $", rank {rank} of {own.Ranked}" : "")}. /board shows more."
            : null;
}
