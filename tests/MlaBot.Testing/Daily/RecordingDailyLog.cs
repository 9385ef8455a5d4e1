using System.Collections.Concurrent;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Streaks;

namespace MlaBot.Testing.Daily;

/// <summary>Remembers what an operator would read.</summary>
public sealed class RecordingDailyLog : IDailyLog
{
    /// <summary>The lines, oldest first, such as <c>missed 3</c>.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <inheritdoc/>
    public void Outage(Outage outage) => Lines.Enqueue("outage");

    /// <inheritdoc/>
    public void Posted(DailyPost post) => Lines.Enqueue($"posted {post.Id}");

    /// <inheritdoc/>
    public void Revealed(DailyPost post, int answers) => Lines.Enqueue($"revealed {post.Id}");

    /// <inheritdoc/>
    public void Unclosed(DailyPost post, Exception fault) => Lines.Enqueue($"unclosed {post.Id}");

    /// <inheritdoc/>
    public void Unrevealed(DailyPost post, Exception fault) => Lines.Enqueue($"unrevealed {post.Id}");

    /// <inheritdoc/>
    public void Missed(DailyPost post) => Lines.Enqueue($"missed {post.Id}");

    /// <inheritdoc/>
    public void WillRetry(DailyPost post, Exception fault) => Lines.Enqueue($"will retry {post.Id}");

    /// <inheritdoc/>
    public void Refused(DailyPost post, Exception fault) => Lines.Enqueue($"refused {post.Id}: {fault.Message}");

    /// <inheritdoc/>
    public void Paused(Schedule schedule) => Lines.Enqueue($"paused schedule {schedule.Id}");

    /// <inheritdoc/>
    public void Failed(PostId post, ChannelKey channel, Exception failure) => Lines.Enqueue($"failed {post}: {failure.Message}");
}
