using MlaBot.Core.Channels;
using MlaBot.Core.Streaks;

namespace MlaBot.Core.Daily;

/// <summary>What the operator should be able to read about the daily questions.</summary>
public interface IDailyLog
{
    /// <summary>The bot was away.</summary>
    void Outage(Outage outage);

    /// <summary>A question was posted.</summary>
    void Posted(DailyPost post);

    /// <summary>A question was revealed.</summary>
    void Revealed(DailyPost post, int answers);

    /// <summary>The platform does not let the message of a closed question be changed.</summary>
    void Unclosed(DailyPost post, Exception fault);

    /// <summary>A reveal will never stand in its channel: the channel was deleted, or the platform refused what it says.</summary>
    void Unrevealed(DailyPost post, Exception fault);

    /// <summary>A question was not posted in time.</summary>
    void Missed(DailyPost post);

    /// <summary>The outside world failed; it is tried again at the next round.</summary>
    void WillRetry(DailyPost post, Exception fault);

    /// <summary>The platform refused a question for good; it is recorded as missed.</summary>
    void Refused(DailyPost post, Exception fault);

    /// <summary>A schedule was paused because its channel cannot be posted to.</summary>
    void Paused(Schedule schedule);

    /// <summary>A failure that was not expected of a post; where its state allows it, the next round tries again.</summary>
    void Failed(PostId post, ChannelKey channel, Exception failure);
}
