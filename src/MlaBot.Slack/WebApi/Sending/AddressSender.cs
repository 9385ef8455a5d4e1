using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using MlaBot.Slack.WebApi.Bodies;

namespace MlaBot.Slack.WebApi.Sending;

/// <summary>Posts to addresses that are their own permission: response URLs and upload addresses. Without a token, outside every queue.</summary>
/// <remarks>Source: Slack developer documentation, "Handling user interaction: Message responses": five uses within 30 minutes; an address
/// that is used up or too old answers 404 or 410 with <c>used_url</c> or <c>expired_url</c>.</remarks>
internal sealed partial class AddressSender(
    SlackTransport transport, Secrets secrets, WebCounters counters, WebTuning tuning, TimeProvider clock, RetryDelays delays, ILogger logger)
{
    private const int AnswerLimit = 64 * 1024;
    private const int LongestCode = 60;

    private volatile bool _isClosed;

    /// <summary>Sends nothing from now on.</summary>
    public void Close() => _isClosed = true;

    /// <summary>Posts until the answer is a success; tries again only what surely did not arrive.</summary>
    /// <param name="address">The address; in no log and in no failure.</param>
    /// <param name="body">What to post.</param>
    /// <param name="shown">The name for people.</param>
    /// <param name="limit">How long one try may take.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SlackApiException">Slack refused it, or could not be reached.</exception>
    public async Task PostAsync(Uri address, WebBody body, string shown, TimeSpan limit, CancellationToken cancellationToken)
    {
        for (var faults = 0; ; faults++)
        {
            if (_isClosed)
            {
                throw Failures.Closed(shown);
            }

            var outcome = await TryAsync(address, body, shown, limit, cancellationToken);
            if (outcome.Ending == Ending.Done)
            {
                return;
            }

            var failure = outcome.Failure!;
            if (!outcome.AllowsAnother(Repeat.Unsent) || faults >= tuning.FaultDelays.Count || failure.RetryAfter > tuning.LongestResponseWait)
            {
                throw failure;
            }

            var delay = failure.RetryAfter ?? delays.Next(faults);
            Log.TryingAgain(logger, shown, delay.TotalSeconds, failure.Message);
            await Task.Delay(delay, clock, cancellationToken);
        }
    }

    private async Task<Outcome<string>> TryAsync(Uri address, WebBody body, string shown, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeout = new TryTimeout(limit, clock, cancellationToken);
        try
        {
            counters.CountResponse();
            using var response = await transport.PostAsync(address, body, timeout.Token);
            var bytes = await AnswerBytes.ReadAsync(response.Content, AnswerLimit, timeout.Token);
            return Judge(response, bytes ?? [], shown, address);
        }
        catch (Exception fault) when (timeout.IsFault(fault))
        {
            var isUnsent = timeout.IsBeforeSending(fault);
            var failure = fault is OperationCanceledException && !isUnsent
                ? Failures.TooSlow(shown, limit, mayHaveHappened: true)
                : Failures.Unreachable(shown, fault, secrets, address, mayHaveHappened: !isUnsent);
            return Outcome<string>.Of(isUnsent ? Ending.Unsent : Ending.Lost, failure);
        }
    }

    private Outcome<string> Judge(HttpResponseMessage response, byte[] body, string shown, Uri address)
    {
        var error = ErrorIn(body);
        var isFine = response.IsSuccessStatusCode && error.Length == 0;
        if (isFine)
        {
            return new Outcome<string>(Ending.Done, "ok", null);
        }

        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            counters.CountLimited();
            return Outcome<string>.Of(Ending.Limited, Failures.Status(shown, response.StatusCode, error, isTransient: true, mayHaveHappened: false, RetryAfter.Read(response) ?? tuning.UnnamedWait));
        }

        var isLost = (int)response.StatusCode >= 500;
        return Outcome<string>.Of(
            isLost ? Ending.Lost : Ending.Refused,
            Failures.Status(shown, response.StatusCode, secrets.Clean(error, address), isTransient: isLost, mayHaveHappened: isLost, RetryAfter.Read(response)));
    }

    // Plain "ok" or "used_url", or the JSON of the Web API; an upload answers "OK - 1234".
    private static string ErrorIn(byte[] body)
    {
        if (body is [(byte)'{', ..])
        {
            try
            {
                return JsonSerializer.Deserialize(body, WebJson.Default.ApiAnswer) is { Ok: false } answer ? answer.Error ?? "" : "";
            }
            catch (JsonException)
            {
                return "";
            }
        }

        return body.Length is > 2 and <= LongestCode && body.All(letter => char.IsAsciiLetterLower((char)letter) || letter == '_') ? Encoding.ASCII.GetString(body) : "";
    }

    private static partial class Log
    {
        [LoggerMessage(4111, LogLevel.Debug, "{What} is tried again in {Seconds:0.###} s: {Fault}")]
        public static partial void TryingAgain(ILogger logger, string what, double seconds, string fault);
    }
}
