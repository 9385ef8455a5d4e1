namespace MlaBot.Slack.WebApi;

/// <summary>When a call may be sent again.</summary>
internal enum Repeat
{
    /// <summary>Never: whoever made the call decides.</summary>
    Never,

    /// <summary>Only when Slack surely did not carry it out: after a 429, a refused connection, or a refusal that comes before the work.</summary>
    Unsent,

    /// <summary>Always: twice does the same as once.</summary>
    Always,
}

/// <summary>A method of the Web API: its pace and what may be done with it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PerMinute">Calls that Slack's documentation allows a workspace in a minute.</param>
/// <param name="BurstShare">The part of a minute's calls that may go at once after a pause.</param>
/// <param name="Repeat">When it may be sent again.</param>
/// <param name="IsWrite">True when it changes something that people see.</param>
internal sealed record SlackMethod(string Name, int PerMinute, double BurstShare, Repeat Repeat, bool IsWrite)
{
    /// <summary>True when Slack counts each channel's messages as well.</summary>
    public bool IsPacedByChannel { get; init; }

    /// <summary>True when the call answers a trigger, which soon is over.</summary>
    public bool HasTrigger { get; init; }

    /// <summary>True when the app token is sent instead of the bot token.</summary>
    public bool IsForApp { get; init; }
}
