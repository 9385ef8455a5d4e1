using Microsoft.Extensions.Logging;
using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using MlaBot.Core.Time;

namespace MlaBot.Chat.Boards;

/// <summary>Writes news of boards to the log.</summary>
internal sealed partial class BoardLog(ILogger<BoardLog> logger) : IBoardLog
{
    public void Counted(int posts) => Log.Counted(logger, posts);

    public void Archived(ChannelBoard board, int participants) =>
        Log.Archived(logger, board.Period.Kind, Days.Iso(board.Period.Start), board.Channel.ToString(), participants);

    public void WillRetry(ChannelKey? channel, Exception fault) => Log.WillRetry(logger, channel?.ToString() ?? "all channels", fault);

    public void Untold(ChannelKey channel, Exception fault) => Log.Untold(logger, channel.ToString(), fault.Message);

    private static partial class Log
    {
        [LoggerMessage(141, LogLevel.Information, "Counted {Posts} revealed questions that no board had counted")]
        public static partial void Counted(ILogger logger, int posts);

        [LoggerMessage(142, LogLevel.Information, "Archived the board of the {Kind} from {Start} in {Channel}: {Participants} people")]
        public static partial void Archived(ILogger logger, BoardKind kind, string start, string channel, int participants);

        [LoggerMessage(143, LogLevel.Warning, "Boards of {Channel} have to wait")]
        public static partial void WillRetry(ILogger logger, string channel, Exception exception);

        [LoggerMessage(144, LogLevel.Warning, "{Channel} could not be told of its boards; /board shows them all the same: {Reason}")]
        public static partial void Untold(ILogger logger, string channel, string reason);
    }
}
