namespace MlaBot.Slack.WebApi.Limits;

/// <summary>The calls to one method that wait for one channel or person, oldest first.</summary>
/// <param name="pace">The channel's own pace; null when only the method has one.</param>
internal sealed class Line(Pace? pace)
{
    private TimeSpan _heldUntil;

    public LinkedList<Turn> Waiting { get; } = [];

    /// <summary>True for calls that let those of all other lines go first.</summary>
    public bool CanWait { get; init; }

    /// <summary>True while the line is among those that take turns.</summary>
    public bool IsInRotation { get; set; }

    public TimeSpan FreeAt(TimeSpan now)
    {
        var free = pace?.FreeAt(now) ?? _heldUntil;
        return free > _heldUntil ? free : _heldUntil;
    }

    /// <summary>True when the channel has a pace of its own and has used it up.</summary>
    public bool IsAtItsPace(TimeSpan now) => pace?.FreeAt(now) > now;

    public void Take(TimeSpan now) => pace?.Take(now);

    public void HoldUntil(TimeSpan until) => _heldUntil = until > _heldUntil ? until : _heldUntil;

    /// <summary>Adds a call at its place by number.</summary>
    public void Add(Turn turn)
    {
        var after = Waiting.Last;
        while (after is not null && after.Value.Number > turn.Number)
        {
            after = after.Previous;
        }

        if (after is null)
        {
            Waiting.AddFirst(turn);
        }
        else
        {
            Waiting.AddAfter(after, turn);
        }
    }

    public bool IsIdle(TimeSpan now) => Waiting.Count == 0 && !IsInRotation && _heldUntil <= now && pace?.IsIdle(now) != false;
}
