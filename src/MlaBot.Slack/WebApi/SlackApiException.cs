namespace MlaBot.Slack.WebApi;

/// <summary>Slack refused a call, or could not be reached.</summary>
internal sealed class SlackApiException : Exception
{
    /// <summary>Makes a failure. The message names the method and Slack's words, never a token.</summary>
    public SlackApiException(string message, string error, bool isTransient, Exception? inner = null)
        : base(message, inner)
    {
        Error = error;
        IsTransient = isTransient;
    }

    /// <summary>Slack's error code, such as <c>channel_not_found</c>; empty when there was no answer. See <see cref="SlackErrors"/>.</summary>
    public string Error { get; }

    /// <summary>True when the same call may succeed later.</summary>
    public bool IsTransient { get; }

    /// <summary>True when the call may have been carried out although its answer was lost.</summary>
    public bool MayHaveHappened { get; init; }

    /// <summary>How long Slack asks to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The scope that is missing; empty unless the error is <c>missing_scope</c>.</summary>
    public string Needed { get; init; } = "";
}
