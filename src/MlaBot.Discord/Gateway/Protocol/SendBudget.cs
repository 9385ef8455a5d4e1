namespace MlaBot.Discord.Gateway.Protocol;

/// <summary>Counts what one connection sends: at most 120 frames in any 60 seconds, the last few of them for due heartbeats only.</summary>
/// <remarks>Source: Discord, "Gateway: Rate Limiting"; more closes the connection with 4008.</remarks>
internal sealed class SendBudget
{
    public const int Frames = 120;

    /// <summary>Frames that only a due heartbeat may use: at 41 s between beats more than any window needs.</summary>
    public const int HeldForHeartbeats = 5;

    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly TimeSpan[] _sentAt = new TimeSpan[Frames];
    private int _oldest;
    private int _count;

    /// <summary>Takes one frame out of the budget.</summary>
    /// <returns>False when the frame must not be sent now.</returns>
    public bool TryTake(TimeSpan now, bool isDueHeartbeat)
    {
        // The frame that left exactly a window ago counts still: the server's clock is not ours.
        while (_count > 0 && now - _sentAt[_oldest] > Window)
        {
            _oldest = (_oldest + 1) % Frames;
            _count--;
        }

        if (_count >= (isDueHeartbeat ? Frames : Frames - HeldForHeartbeats))
        {
            return false;
        }

        _sentAt[(_oldest + _count++) % Frames] = now;
        return true;
    }

    /// <summary>When the next frame may be sent after a refusal.</summary>
    public TimeSpan NextAt => _sentAt[_oldest] + Window + TimeSpan.FromMilliseconds(1);

    /// <summary>A new connection has a new budget.</summary>
    public void Clear() => (_oldest, _count) = (0, 0);
}
