namespace MlaBot.Core.Rounds;

/// <summary>What the host of a round can do.</summary>
public enum HostAct
{
    /// <summary>Begin before the lobby's time is up.</summary>
    Begin,

    /// <summary>Go to the next question or to the second vote, also out of a pause.</summary>
    Next,

    /// <summary>Stop the clock after the present question.</summary>
    Pause,

    /// <summary>Go on after a pause, or take a pause back that has not come yet.</summary>
    Resume,

    /// <summary>Give more time to the phase that runs.</summary>
    Extend,

    /// <summary>Leave the present question out.</summary>
    Skip,

    /// <summary>End it with what was scored.</summary>
    Stop,

    /// <summary>Take a person out.</summary>
    Remove,
}
