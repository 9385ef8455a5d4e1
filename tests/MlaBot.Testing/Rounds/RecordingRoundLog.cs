using System.Collections.Concurrent;
using MlaBot.Core.Rounds;

namespace MlaBot.Testing.Rounds;

/// <summary>Remembers what an operator would read of rounds.</summary>
public sealed class RecordingRoundLog : IRoundLog
{
    /// <summary>The lines, oldest first, such as <c>resumed 3</c>.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <inheritdoc/>
    public void Started(Round round) => Lines.Enqueue($"started {round.Id}");

    /// <inheritdoc/>
    public void Ended(Round round, int players) => Lines.Enqueue($"ended {round.Id}");

    /// <inheritdoc/>
    public void Resumed(Round round) => Lines.Enqueue($"resumed {round.Id}");

    /// <inheritdoc/>
    public void WillRetry(Round round, Exception fault) => Lines.Enqueue($"will retry {round.Id}");

    /// <inheritdoc/>
    public void Failed(Round round, Exception failure) => Lines.Enqueue($"failed {round.Id}: {failure}");
}
