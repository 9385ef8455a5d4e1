using System.Net;

namespace MlaBot.Discord.Rest;

/// <summary>Discord refused a call, or could not be reached.</summary>
internal sealed class DiscordApiException : Exception
{
    /// <summary>Makes a failure. The message names the route with its ids but never a token.</summary>
    public DiscordApiException(string message, HttpStatusCode? status, int code, bool isTransient, Exception? inner = null)
        : base(message, inner)
    {
        Status = status;
        Code = code;
        IsTransient = isTransient;
    }

    /// <summary>The HTTP status; null when there was no answer.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Discord's own error code; 0 when there was none. See <see cref="DiscordErrorCode"/>.</summary>
    public int Code { get; }

    /// <summary>True when the same call may succeed later.</summary>
    public bool IsTransient { get; }

    /// <summary>How long Discord asks to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
