namespace MlaBot.Slack.WebApi.Sending;

/// <summary>What came of one try.</summary>
internal enum Ending
{
    Done,

    /// <summary>Slack asks to slow down; the call was not carried out.</summary>
    Limited,

    /// <summary>A fault, and the call surely was not carried out.</summary>
    Unsent,

    /// <summary>A fault, and the call may have been carried out.</summary>
    Lost,

    /// <summary>Slack refused the call.</summary>
    Refused,
}

/// <summary>The result of one try.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Answer">The answer; null unless it is done.</param>
/// <param name="Failure">The failure; null when it is done.</param>
internal readonly record struct Outcome<T>(Ending Ending, T? Answer, SlackApiException? Failure)
    where T : class
{
    public static Outcome<T> Of(Ending ending, SlackApiException failure) => new(ending, null, failure);

    /// <summary>True when a second try does no harm.</summary>
    public bool AllowsAnother(Repeat repeat) => Ending switch
    {
        Ending.Limited or Ending.Unsent => repeat != Repeat.Never,
        Ending.Lost => repeat == Repeat.Always,
        _ => false,
    };
}
