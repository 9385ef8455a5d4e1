using Microsoft.Extensions.Logging;
using MlaBot.Core.Channels;
using MlaBot.Core.Marathons;
using MlaBot.Core.Time;

namespace MlaBot.Chat.Marathons;

/// <summary>Writes news of challenges over several days to the log.</summary>
internal sealed partial class MarathonLog(ILogger<MarathonLog> logger) : IMarathonLog
{
    public void Archived(Marathon marathon, int participants) =>
        Log.Archived(logger, marathon.Days, Days.Iso(marathon.From), marathon.Channel.ToString(), participants);

    public void WillRetry(ChannelKey? channel, Exception fault) => Log.WillRetry(logger, channel?.ToString() ?? "all channels", fault);

    public void Untold(ChannelKey channel, Exception fault) => Log.Untold(logger, channel.ToString(), fault.Message);

    private static partial class Log
    {
        [LoggerMessage(501, LogLevel.Information, "Archived the challenge over {Days} days from {From} in {Channel}: {Participants} people")]
        public static partial void Archived(ILogger logger, int days, string from, string channel, int participants);

        [LoggerMessage(502, LogLevel.Warning, "Challenges over several days of {Channel} have to wait")]
        public static partial void WillRetry(ILogger logger, string channel, Exception exception);

        [LoggerMessage(503, LogLevel.Warning, "{Channel} could not be told of its challenge over several days; /marathon show shows it all the same: {Reason}")]
        public static partial void Untold(ILogger logger, string channel, string reason);
    }
}
