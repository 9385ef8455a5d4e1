using System.Globalization;
using System.Net;
using System.Text;
using MlaBot.Slack.WebApi.Answers;

namespace MlaBot.Slack.WebApi;

/// <summary>Words what went wrong with a call. No text holds a token or a secret address.</summary>
internal static class Failures
{
    /// <summary>Slack refused the call with an error code.</summary>
    public static SlackApiException Refused(string shown, ApiAnswer answer, Secrets secrets, bool isTransient, bool mayHaveHappened, TimeSpan? retryAfter)
    {
        var text = new StringBuilder($"{shown}: {answer.Error}");
        if (answer.Needed is { Length: > 0 } needed)
        {
            text.Append(CultureInfo.InvariantCulture, $". The token lacks the scope {needed}: add it to the app under OAuth & Permissions and install the app again");
        }

        if (answer.Explanation is { Length: > 0 } explanation)
        {
            text.Append(CultureInfo.InvariantCulture, $" ({explanation})");
        }

        return new SlackApiException(secrets.Clean(text.ToString()), answer.Error!, isTransient)
        {
            Needed = answer.Needed ?? "",
            MayHaveHappened = mayHaveHappened,
            RetryAfter = retryAfter,
        };
    }

    /// <summary>Slack answered with a status and without its JSON.</summary>
    public static SlackApiException Status(string shown, HttpStatusCode status, string error, bool isTransient, bool mayHaveHappened, TimeSpan? retryAfter) =>
        new(
            (int)status switch
            {
                429 => $"{shown}: Slack asks to slow down (429)",
                >= 500 => $"{shown}: Slack has a fault of its own ({(int)status})",
                >= 300 and < 400 => $"{shown}: answered {(int)status}, a way to somewhere else. Slack does not do that: check Slack:ApiBaseUrl and any proxy in between",
                _ => error.Length > 0 ? $"{shown}: {(int)status}, {error}" : $"{shown}: answered {(int)status}. Check Slack:ApiBaseUrl and any proxy in between",
            },
            error,
            isTransient)
        {
            MayHaveHappened = mayHaveHappened,
            RetryAfter = retryAfter,
        };

    /// <summary>There was no answer, or not all of one.</summary>
    public static SlackApiException Unreachable(string shown, Exception inner, Secrets secrets, Uri? address, bool mayHaveHappened) =>
        new(secrets.Clean($"{shown}: Slack could not be reached ({Reason(inner)})", address), error: "", isTransient: true) { MayHaveHappened = mayHaveHappened };

    /// <summary>There was no answer in time.</summary>
    public static SlackApiException TooSlow(string shown, TimeSpan limit, bool mayHaveHappened) =>
        new($"{shown}: no answer from Slack within {limit.TotalSeconds:0.#} s", error: "", isTransient: true) { MayHaveHappened = mayHaveHappened };

    /// <summary>The answer is not what the documentation promises.</summary>
    public static SlackApiException Unreadable(string shown, HttpStatusCode status, string? mediaType, bool mayHaveHappened) =>
        new($"{shown}: {(int)status}, but the answer ({mediaType ?? "no content type"}) is not the JSON that Slack documents. A proxy may have answered instead", error: "", isTransient: true)
        {
            MayHaveHappened = mayHaveHappened,
        };

    /// <summary>The answer is longer than any that we ask for.</summary>
    public static SlackApiException TooLong(string shown, int limit, bool mayHaveHappened) =>
        new($"{shown}: the answer is longer than {limit / 1024} kB and was not read", error: "", isTransient: false) { MayHaveHappened = mayHaveHappened };

    /// <summary>The answer lacks what the method promises.</summary>
    public static SlackApiException Missing(string shown, string what, bool mayHaveHappened) =>
        new($"{shown}: Slack's answer has no {what}", error: "", isTransient: false) { MayHaveHappened = mayHaveHappened };

    /// <summary>The workspace was closed.</summary>
    public static SlackApiException Closed(string shown) =>
        new($"{shown}: not sent, the bot's token works no more", SlackErrors.Closed, isTransient: false);

    /// <summary>The queue of a method is full.</summary>
    public static SlackApiException TooMany(string shown, int most) =>
        new($"{shown}: not sent, {most} calls wait for their turn already", error: "", isTransient: true);

    /// <summary>Slack has stopped a method for long.</summary>
    public static SlackApiException Stopped(string shown, TimeSpan wait) =>
        new($"{shown}: not sent, Slack asked to wait another {wait.TotalSeconds:0} s", error: "", isTransient: true) { RetryAfter = wait };

    /// <summary>The trigger of the call would be over before its turn.</summary>
    public static SlackApiException TriggerOver(string shown) =>
        new($"{shown}: not sent, the press that it answers is over before its turn comes", SlackErrors.ExpiredTrigger, isTransient: false);

    /// <summary>An uploaded file did not become showable.</summary>
    public static SlackApiException NotShowable(string shown, TimeSpan limit) =>
        new($"{shown}: Slack has not made the uploaded file showable within {limit.TotalSeconds:0} s", error: "", isTransient: true);

    // The outer one often only says "see inner exception".
    private static string Reason(Exception fault)
    {
        var inner = fault.GetBaseException();
        return ReferenceEquals(inner, fault) ? fault.Message : $"{fault.Message} {inner.Message}";
    }
}
