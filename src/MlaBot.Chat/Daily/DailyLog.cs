using Microsoft.Extensions.Logging;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Streaks;

namespace MlaBot.Chat.Daily;

/// <summary>Writes the engine's news to the log.</summary>
internal sealed partial class DailyLog(ILogger<DailyLog> logger) : IDailyLog
{
    public void Outage(Outage outage) => Log.Outage(logger, outage.From.ToString(), outage.To.ToString());

    public void Posted(DailyPost post) => Log.Posted(logger, post.Number, post.Id.Value, post.Channel.ToString(), post.Item.Value);

    public void Revealed(DailyPost post, int answers) => Log.Revealed(logger, post.Number, post.Id.Value, answers);

    public void Unclosed(DailyPost post, Exception fault) => Log.Unclosed(logger, post.Number, post.Id.Value, post.Channel.ToString(), fault.Message);

    public void Unrevealed(DailyPost post, Exception fault)
    {
        if (fault is ChannelGoneException)
        {
            Log.Unrevealable(logger, post.Number, post.Id.Value, post.Channel.ToString(), fault.Message);
        }
        else
        {
            Log.Unrevealed(logger, post.Number, post.Id.Value, post.Channel.ToString(), fault);
        }
    }

    public void Missed(DailyPost post) => Log.Missed(logger, post.Id.Value, post.Channel.ToString(), post.DueAt.ToString(), post.Note);

    public void WillRetry(DailyPost post, Exception fault) => Log.WillRetry(logger, post.Id.Value, post.Channel.ToString(), fault.Message);

    public void Refused(DailyPost post, Exception fault) => Log.Refused(logger, post.Id.Value, post.Channel.ToString(), fault.Message);

    public void Paused(Schedule schedule) => Log.Paused(logger, schedule.Id.Value, schedule.Channel.ToString(), schedule.PausedBecause ?? "");

    public void Failed(PostId post, ChannelKey channel, Exception failure) => Log.Failed(logger, post.Value, channel.ToString(), failure);

    private static partial class Log
    {
        [LoggerMessage(101, LogLevel.Warning, "I was away from {From} to {To}; the days it touches are excused")]
        public static partial void Outage(ILogger logger, string from, string to);

        [LoggerMessage(102, LogLevel.Information, "Posted question {Number} (post {Post}, {Item}) in {Channel}")]
        public static partial void Posted(ILogger logger, int number, long post, string channel, string item);

        [LoggerMessage(103, LogLevel.Information, "Revealed question {Number} (post {Post}) after {Answers} answers")]
        public static partial void Revealed(ILogger logger, int number, long post, int answers);

        [LoggerMessage(104, LogLevel.Warning, "Missed post {Post} in {Channel}, due {Due}: {Reason}")]
        public static partial void Missed(ILogger logger, long post, string channel, string due, string reason);

        [LoggerMessage(105, LogLevel.Warning, "Post {Post} in {Channel} has to wait: {Reason}")]
        public static partial void WillRetry(ILogger logger, long post, string channel, string reason);

        [LoggerMessage(110, LogLevel.Error, "Post {Post} in {Channel} was refused for good and is not tried again: {Reason}")]
        public static partial void Refused(ILogger logger, long post, string channel, string reason);

        [LoggerMessage(106, LogLevel.Warning, "Paused schedule {Schedule} of {Channel}: {Reason}")]
        public static partial void Paused(ILogger logger, long schedule, string channel, string reason);

        [LoggerMessage(107, LogLevel.Error, "Post {Post} in {Channel} failed; it is tried again")]
        public static partial void Failed(ILogger logger, long post, string channel, Exception exception);

        [LoggerMessage(113, LogLevel.Warning, "Question {Number} (post {Post}) in {Channel} could not be shown as closed: {Reason}")]
        public static partial void Unclosed(ILogger logger, int number, long post, string channel, string reason);

        [LoggerMessage(112, LogLevel.Warning, "The reveal of question {Number} (post {Post}) cannot stand in {Channel}: {Reason} /why {Number} shows it")]
        public static partial void Unrevealable(ILogger logger, int number, long post, string channel, string reason);

        [LoggerMessage(111, LogLevel.Error, "The reveal of question {Number} (post {Post}) in {Channel} was refused and is not tried again; /why {Number} shows it")]
        public static partial void Unrevealed(ILogger logger, int number, long post, string channel, Exception exception);
    }
}
