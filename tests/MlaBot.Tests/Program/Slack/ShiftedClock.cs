namespace MlaBot.Tests.Program.Slack;

/// <summary>Real time that can be set ahead: what a server reckons to be over is over, and nobody waits for it.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long _ahead;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _ahead));

    /// <summary>Sets it ahead.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
