using Microsoft.Extensions.Logging;
using MlaBot.Core.Rounds;

namespace MlaBot.Chat.Rounds;

/// <summary>Writes the news of rounds to the log.</summary>
internal sealed partial class RoundLog(ILogger<RoundLog> logger) : IRoundLog
{
    public void Started(Round round) => Log.Started(logger, round.Id.Value, round.Channel.ToString(), round.Items.Count);

    public void Ended(Round round, int players) => Log.Ended(logger, round.Id.Value, round.Phase, players, round.EndedBecause);

    public void Resumed(Round round) => Log.Resumed(logger, round.Id.Value, round.Channel.ToString(), round.Phase, round.Number);

    public void WillRetry(Round round, Exception fault) => Log.WillRetry(logger, round.Id.Value, round.Channel.ToString(), fault.Message);

    public void Failed(Round round, Exception failure) => Log.Failed(logger, round.Id.Value, round.Channel.ToString(), failure);

    private static partial class Log
    {
        [LoggerMessage(121, LogLevel.Information, "Round {Round} with {Questions} questions opened its lobby in {Channel}")]
        public static partial void Started(ILogger logger, long round, string channel, int questions);

        [LoggerMessage(122, LogLevel.Information, "Round {Round} is {Phase} with {Players} players. {Reason}")]
        public static partial void Ended(ILogger logger, long round, RoundPhase phase, int players, string reason);

        [LoggerMessage(123, LogLevel.Information, "Round {Round} in {Channel} goes on in its phase {Phase} at question {Number}")]
        public static partial void Resumed(ILogger logger, long round, string channel, RoundPhase phase, int number);

        [LoggerMessage(124, LogLevel.Warning, "Round {Round} in {Channel} has to wait: {Reason}")]
        public static partial void WillRetry(ILogger logger, long round, string channel, string reason);

        [LoggerMessage(125, LogLevel.Error, "A step of round {Round} in {Channel} failed; it is tried again")]
        public static partial void Failed(ILogger logger, long round, string channel, Exception exception);
    }
}
