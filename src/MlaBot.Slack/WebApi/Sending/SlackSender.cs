using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using MlaBot.Slack.WebApi.Answers;
using MlaBot.Slack.WebApi.Limits;

namespace MlaBot.Slack.WebApi.Sending;

/// <summary>Calls methods until they are answered: waits for the turn, and tries again where that does no harm.</summary>
internal sealed partial class SlackSender(
    SlackTransport transport,
    Secrets secrets,
    WebCounters counters,
    WebTuning tuning,
    TimeProvider clock,
    RetryDelays delays,
    ILogger logger) : IDisposable
{
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(10);

    private readonly AnswerJudge _judge = new(secrets);
    private readonly Dictionary<string, (MethodQueue Queue, Uri Address)> _methods =
        SlackMethods.All.ToDictionary(method => method.Name, method => (new MethodQueue(method, tuning, clock), transport.AddressOf(method)), StringComparer.Ordinal);

    private volatile bool _isClosed;

    /// <summary>Sends nothing from now on.</summary>
    public void Close() => _isClosed = true;

    /// <summary>The queue of a method.</summary>
    public MethodQueue QueueOf(SlackMethod method) => _methods[method.Name].Queue;

    /// <summary>Makes a call and returns its answer, which is a success.</summary>
    /// <exception cref="SlackApiException">Slack refused it, or could not be reached.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<T> SendAsync<T>(ApiCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : ApiAnswer
    {
        var (queue, address) = _methods[call.Method.Name];
        var number = queue.NextNumber();
        for (int faults = 0, limited = 0; ;)
        {
            await WaitAsync(call, queue, new Turn(call.Line, number) { IsAgain = limited + faults > 0, CanWait = call.CanWait }, cancellationToken);
            if (_isClosed)
            {
                throw Failures.Closed(call.Method.Name);
            }

            var outcome = await TryAsync(call, address, type, cancellationToken);
            if (outcome.Ending == Ending.Done)
            {
                LogWarnings(call, outcome.Answer!);
                return outcome.Answer!;
            }

            var failure = outcome.Failure!;
            if (outcome.Ending == Ending.Limited)
            {
                failure = Slow(call, queue, failure);
                if (!outcome.AllowsAnother(call.Method.Repeat) || ++limited >= tuning.LimitedTries)
                {
                    throw failure;
                }

                await PauseAsync(call.LeastPause, cancellationToken);
                continue;
            }

            if (!outcome.AllowsAnother(call.Method.Repeat) || faults >= tuning.FaultDelays.Count)
            {
                Log.Failed(logger, failure.Message);
                throw failure;
            }

            var delay = Longest(delays.Next(faults++), failure.RetryAfter ?? TimeSpan.Zero, call.LeastPause);
            Log.TryingAgain(logger, call.Method.Name, delay.TotalSeconds, failure.Message);
            await PauseAsync(delay, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (queue, _) in _methods.Values)
        {
            queue.Dispose();
        }
    }

    private async Task WaitAsync(ApiCall call, MethodQueue queue, Turn turn, CancellationToken cancellationToken)
    {
        var start = queue.Now;
        if (call.Method.HasTrigger)
        {
            using var life = new TryTimeout(tuning.TriggerLife, clock, cancellationToken);
            try
            {
                await queue.EnterAsync(turn, life.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw Failures.TriggerOver(call.Method.Name);
            }
        }
        else
        {
            await queue.EnterAsync(turn, cancellationToken);
        }

        var waited = queue.Now - start;
        if (waited > LongWait)
        {
            Log.LongWait(logger, call.Method.Name, waited.TotalSeconds);
        }
    }

    private async Task<Outcome<T>> TryAsync<T>(ApiCall call, Uri address, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : ApiAnswer
    {
        var (name, isWrite) = (call.Method.Name, call.Method.IsWrite);
        using var content = call.Body().ToContent();
        using var timeout = new TryTimeout(tuning.TryTimeout, clock, cancellationToken);
        try
        {
            counters.CountRequest();
            using var response = await transport.CallAsync(address, call.Method, content, timeout.Token);
            return await AnswerBytes.ReadAsync(response.Content, tuning.AnswerLimit, timeout.Token) is { } body
                ? _judge.Judge(call, response, body, type)
                : Outcome<T>.Of(Ending.Refused, Failures.TooLong(name, tuning.AnswerLimit, isWrite));
        }
        catch (Exception fault) when (timeout.IsFault(fault))
        {
            var isUnsent = timeout.IsBeforeSending(fault);
            var failure = fault is OperationCanceledException && !isUnsent
                ? Failures.TooSlow(name, timeout.Limit, isWrite)
                : Failures.Unreachable(name, fault, secrets, address: null, isWrite && !isUnsent);
            return Outcome<T>.Of(isUnsent ? Ending.Unsent : Ending.Lost, failure);
        }
    }

    private SlackApiException Slow(ApiCall call, MethodQueue queue, SlackApiException failure)
    {
        var wait = failure.RetryAfter ?? tuning.UnnamedWait;
        counters.CountLimited();
        queue.Limited(call.Line, wait);
        Log.Limited(logger, call.Method.Name, wait.TotalSeconds);
        return failure.RetryAfter is null
            ? new SlackApiException(failure.Message, failure.Error, isTransient: true) { RetryAfter = wait }
            : failure;
    }

    private void LogWarnings(ApiCall call, ApiAnswer answer)
    {
        var inner = answer.ResponseMetadata is { Warnings: { Count: > 0 } } or { Messages: { Count: > 0 } };
        if (answer.Warning is { Length: > 0 } || inner)
        {
            string?[] all = [answer.Warning, .. answer.ResponseMetadata?.Warnings ?? [], .. answer.ResponseMetadata?.Messages ?? []];
            Log.Warned(logger, call.Method.Name, secrets.Clean(string.Join("; ", all.Where(text => text is { Length: > 0 }).Distinct(StringComparer.Ordinal))));
        }
    }

    private Task PauseAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        delay > TimeSpan.Zero ? Task.Delay(delay, clock, cancellationToken) : Task.CompletedTask;

    private static TimeSpan Longest(TimeSpan one, TimeSpan two, TimeSpan three) =>
        TimeSpan.FromTicks(Math.Max(one.Ticks, Math.Max(two.Ticks, three.Ticks)));

    private static partial class Log
    {
        [LoggerMessage(4101, LogLevel.Warning, "Slack asks to slow down: {Method} waits {Seconds:0.###} s.")]
        public static partial void Limited(ILogger logger, string method, double seconds);

        [LoggerMessage(4102, LogLevel.Warning, "{Method} waited {Seconds:0.#} s for its turn under Slack's rate limits.")]
        public static partial void LongWait(ILogger logger, string method, double seconds);

        [LoggerMessage(4103, LogLevel.Debug, "{Method} is tried again in {Seconds:0.###} s: {Fault}")]
        public static partial void TryingAgain(ILogger logger, string method, double seconds, string fault);

        [LoggerMessage(4104, LogLevel.Warning, "Slack carried out {Method} and warns: {Warning}")]
        public static partial void Warned(ILogger logger, string method, string warning);

        [LoggerMessage(4105, LogLevel.Information, "A call to Slack failed. {Fault}")]
        public static partial void Failed(ILogger logger, string fault);
    }
}
