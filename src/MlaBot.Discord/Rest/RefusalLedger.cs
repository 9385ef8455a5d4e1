using System.Net;
using Microsoft.Extensions.Logging;
using MlaBot.Discord.Rest.Limits;
using MlaBot.Discord.Rest.Sending;

namespace MlaBot.Discord.Rest;

/// <summary>Takes down what every refusal means for the requests after it: the guard, the global stop, the wrong token.</summary>
internal sealed partial class RefusalLedger(RateLimits limits, RestCounters counters, RestTuning tuning, TimeProvider clock, ILogger logger, Action<string>? tokenRefused)
{
    private static readonly TimeSpan WaitWhenNotTold = TimeSpan.FromSeconds(5);

    private readonly InvalidRequestGuard _guard = new(tuning.RefusedInTenMinutes, clock);
    private readonly Lock _gate = new();
    private TimeSpan _cloudflareUntil;

    /// <summary>How long nothing but callbacks may be sent; zero when all may.</summary>
    public TimeSpan GuardWait => _guard.Wait;

    /// <summary>Takes a refusal down.</summary>
    /// <param name="answer">The refusal.</param>
    /// <param name="error">Its body.</param>
    /// <param name="shown">The route for people.</param>
    /// <param name="isCovered">True when our own count had room for the request.</param>
    /// <returns>For a 429 the scope and the wait; otherwise null.</returns>
    public (LimitScope Scope, TimeSpan Wait)? Note(RestAnswer answer, ApiError error, string shown, bool isCovered)
    {
        if (answer.Status != HttpStatusCode.TooManyRequests)
        {
            Guard(answer.Status);
            return null;
        }

        var scope = answer.ScopeWith(error);
        var wait = answer.WaitWith(error) ?? WaitWhenNotTold;
        if (scope is LimitScope.Global or LimitScope.Cloudflare)
        {
            wait = scope == LimitScope.Cloudflare && wait < tuning.CloudflareStop ? tuning.CloudflareStop : wait;
            limits.StopCounted(wait);
        }

        counters.CountLimited(scope);
        if (scope != LimitScope.Shared)
        {
            Guard(answer.Status);
        }

        if (scope == LimitScope.Cloudflare)
        {
            LogCloudflareOnce(wait);
        }
        else
        {
            Log.Limited(logger, shown, scope, wait.TotalSeconds, Cause(scope, isCovered));
        }

        return (scope, wait);
    }

    /// <summary>The bot token is refused: every authorised call ends here, and who started the client hears of it.</summary>
    public void CloseForGood()
    {
        limits.CloseForGood(Failures.WrongToken);
        tokenRefused?.Invoke(Failures.UnknownToken);
    }

    private static string Cause(LimitScope scope, bool isCovered) => (scope, isCovered) switch
    {
        (LimitScope.User, true) => "although our count had room: the bucket changed or something else uses this token",
        (LimitScope.User, false) => "while the bucket was being learnt",
        (LimitScope.Global, _) => "although our own pace is below the limit: something else may use this token",
        _ => "not by our own pace",
    };

    private void Guard(HttpStatusCode status)
    {
        if (InvalidRequestGuard.Counts(status) && _guard.Count() is { } wait)
        {
            Log.Guarded(logger, tuning.RefusedInTenMinutes, wait.TotalMinutes);
        }
    }

    private void LogCloudflareOnce(TimeSpan wait)
    {
        lock (_gate)
        {
            var isNew = limits.Now >= _cloudflareUntil;
            _cloudflareUntil = limits.Now + wait;
            if (isNew)
            {
                Log.Cloudflare(logger, wait.TotalMinutes);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Warning, "{Route} was answered 429 (scope {Scope}); waiting {Seconds:0.###} s. Cause: {Cause}.")]
        public static partial void Limited(ILogger logger, string route, LimitScope scope, double seconds, string cause);

        [LoggerMessage(3002, LogLevel.Error, "Discord refused {Count} requests within ten minutes (401, 403 or 429). Nothing is sent for {Minutes:0.#} minutes, because 10,000 would get this address banned. Look for calls to channels where the bot lacks a permission.")]
        public static partial void Guarded(ILogger logger, int count, double minutes);

        [LoggerMessage(3003, LogLevel.Error, "A request was refused by Cloudflare in front of Discord, not by Discord itself. Requests stop for {Minutes:0.#} minutes; if this goes on, other programs at this address may be the cause.")]
        public static partial void Cloudflare(ILogger logger, double minutes);
    }
}
