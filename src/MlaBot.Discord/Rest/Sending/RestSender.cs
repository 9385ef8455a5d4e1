using System.Net;
using Microsoft.Extensions.Logging;
using MlaBot.Discord.Rest.Limits;

namespace MlaBot.Discord.Rest.Sending;

/// <summary>Sends a request until it is answered: waits for its turn, and tries again where that does no harm.</summary>
internal sealed partial class RestSender(
    RestTransport transport,
    RateLimits limits,
    RefusalLedger ledger,
    Failures failures,
    RestCounters counters,
    RestTuning tuning,
    TimeProvider clock,
    Random random,
    ILogger logger)
{
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(10);

    // A token that is over stays unknown; it cannot live longer than this anyway.
    private static readonly TimeSpan WebhookLife = TimeSpan.FromMinutes(15);

    private readonly Lock _randomGate = new();

    /// <summary>Sends a request and returns its answer, whose status is a success.</summary>
    /// <exception cref="DiscordApiException">Discord refused it, or could not be reached.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<RestAnswer> SendAsync(RestCall call, CancellationToken cancellationToken)
    {
        var number = limits.NextNumber();
        TimeSpan? firstFault = null;
        for (int faults = 0, limited = 0; ;)
        {
            var turn = await WaitAsync(call, number, cancellationToken);
            // Discord may have forgotten the nonce of the first try: a second one could post twice.
            if (call.HasEnforcedNonce && limits.Now - firstFault > tuning.NonceLife)
            {
                limits.GiveBack(turn);
                throw Failures.TooSlow(call.Shown, tuning.NonceLife);
            }

            var sentAt = limits.Now;
            var (answer, fault) = await TryAsync(call, turn, cancellationToken);
            if (answer is { IsSuccess: true })
            {
                return answer;
            }

            var wait = TimeSpan.Zero;
            if (answer is not null)
            {
                var (failure, isLimit, asked) = Refused(call, turn, answer);
                if (isLimit && ++limited < tuning.LimitedTries)
                {
                    continue;
                }

                fault = failure;
                if (isLimit || (int)answer.Status < 500)
                {
                    throw failure;
                }

                wait = asked ?? TimeSpan.Zero;
            }

            firstFault ??= sentAt;
            if (!call.MayRepeat || faults >= tuning.FaultDelays.Count)
            {
                throw fault!;
            }

            var delay = Jittered(tuning.FaultDelays[faults++]);
            delay = delay > wait ? delay : wait;
            Log.TryingAgain(logger, call.Shown, delay.TotalSeconds, fault!.Message);
            await Task.Delay(delay, clock, cancellationToken);
        }
    }

    private async Task<Turn> WaitAsync(RestCall call, long number, CancellationToken cancellationToken)
    {
        var turn = new Turn(call, number);
        var start = limits.Now;
        await limits.EnterAsync(turn, cancellationToken);
        var waited = limits.Now - start;
        if (waited > LongWait)
        {
            Log.LongWait(logger, call.Shown, waited.TotalSeconds);
        }
        else if (waited > TimeSpan.FromMilliseconds(1))
        {
            Log.ShortWait(logger, call.Shown, waited.TotalSeconds);
        }

        if (ledger.GuardWait is { Ticks: > 0 } guard)
        {
            limits.GiveBack(turn);
            throw Failures.Guarded(call.Shown, guard);
        }

        return turn;
    }

    private async Task<(RestAnswer? Answer, DiscordApiException? Fault)> TryAsync(RestCall call, Turn turn, CancellationToken cancellationToken)
    {
        using var timeout = new TryTimeout(tuning.TryTimeout, clock, cancellationToken);
        var isReported = false;
        try
        {
            counters.CountRequest();
            using var content = call.Body?.ToContent();
            using var response = await transport.SendAsync(call.Method, call.Path, content, call.IsAuthorised, timeout.Token);
            var answer = await RestAnswer.ReadAsync(response, timeout.Token);
            if (answer.Status != HttpStatusCode.TooManyRequests)
            {
                isReported = true;
                limits.Answered(turn, answer.Limits);
            }

            // A 429 is reported with its wait, once its body is read.
            isReported = true;
            return (answer, null);
        }
        catch (Exception fault) when (timeout.IsFault(fault))
        {
            return (null, timeout.Word(call.Shown, fault));
        }
        finally
        {
            if (!isReported)
            {
                limits.Failed(turn);
            }
        }
    }

    private (DiscordApiException Failure, bool IsLimit, TimeSpan? Wait) Refused(RestCall call, Turn turn, RestAnswer answer)
    {
        var error = ApiError.Read(answer.Body);
        var limit = ledger.Note(answer, error, call.Shown, turn.IsCovered);
        var failure = failures.Refused(call.Shown, call.Secret, answer.Status, error, limit?.Wait ?? answer.WaitWith(error));
        if (limit is var (scope, wait))
        {
            // After a global limit too: younger requests of the bucket must not pass this one.
            limits.Limited(turn, answer.Limits, wait);
            // Minutes are too long for an answer to an interaction.
            return (failure, scope != LimitScope.Cloudflare || call.IsCounted, null);
        }

        if (answer.Status == HttpStatusCode.Unauthorized && call.IsAuthorised)
        {
            ledger.CloseForGood();
            return (Failures.WrongToken(), false, null);
        }

        if (answer.Status == HttpStatusCode.NotFound && error.Code == DiscordErrorCode.UnknownWebhook && !call.IsAuthorised)
        {
            limits.MarkGone(turn, WebhookLife);
        }

        return (failure, false, failure.RetryAfter);
    }

    private TimeSpan Jittered(TimeSpan delay)
    {
        lock (_randomGate)
        {
            return delay * (0.5 + random.NextDouble());
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3011, LogLevel.Debug, "{Route} waited {Seconds:0.###} s for its turn.")]
        public static partial void ShortWait(ILogger logger, string route, double seconds);

        [LoggerMessage(3012, LogLevel.Warning, "{Route} waited {Seconds:0.#} s for its turn under Discord's rate limits.")]
        public static partial void LongWait(ILogger logger, string route, double seconds);

        [LoggerMessage(3013, LogLevel.Debug, "{Route} is tried again in {Seconds:0.###} s: {Fault}")]
        public static partial void TryingAgain(ILogger logger, string route, double seconds, string fault);
    }
}
