using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MlaBot.Slack.WebApi.Answers;

namespace MlaBot.Slack.WebApi.Sending;

/// <summary>Tells what an answer means for its call.</summary>
/// <remarks>Source: Slack developer documentation, "Using the Slack Web API: Evaluating responses" and the common errors of all methods:
/// <c>internal_error</c> and <c>fatal_error</c> may leave a part of the work done.</remarks>
internal sealed class AnswerJudge(Secrets secrets)
{
    /// <summary>Judges an answer that has been read.</summary>
    public Outcome<T> Judge<T>(ApiCall call, HttpResponseMessage response, byte[] body, JsonTypeInfo<T> type)
        where T : ApiAnswer
    {
        var (name, status, wait) = (call.Method.Name, response.StatusCode, RetryAfter.Read(response));
        var full = Read(body, type);
        if (full is { Ok: true } && (int)status is >= 200 and < 300)
        {
            full.Scopes = response.Headers.NonValidated.TryGetValues("x-oauth-scopes", out var scopes) ? scopes.ToString() : null;
            return new Outcome<T>(Ending.Done, full, null);
        }

        if (full is not null && call.IsDoneBefore?.Invoke(full) == true)
        {
            return new Outcome<T>(Ending.Done, full, null);
        }

        // A refusal that does not have the method's form still has its code.
        var answer = full ?? Read(body, WebJson.Default.ApiAnswer);
        var ending = EndingOf(status, answer);
        var mayHaveHappened = call.Method.IsWrite && ending == Ending.Lost;
        if (answer is { Error.Length: > 0 })
        {
            var isDouble = answer.Error is SlackErrors.DuplicateClientMessage;
            var isTransient = ending != Ending.Refused || SlackErrors.IsBeingMoved(answer.Error);
            return Outcome<T>.Of(ending, Failures.Refused(name, answer, secrets, isTransient, mayHaveHappened || isDouble, wait));
        }

        return (int)status is >= 200 and < 300
            ? Outcome<T>.Of(Ending.Lost, Failures.Unreadable(name, status, response.Content.Headers.ContentType?.MediaType, call.Method.IsWrite))
            : Outcome<T>.Of(ending, Failures.Status(name, status, "", isTransient: ending != Ending.Refused, mayHaveHappened, wait));
    }

    private static Ending EndingOf(HttpStatusCode status, ApiAnswer? answer) => answer?.Error switch
    {
        "ratelimited" or "rate_limited" => Ending.Limited,
        "service_unavailable" or "request_timeout" => Ending.Unsent,
        "internal_error" or "fatal_error" => Ending.Lost,
        _ when status == HttpStatusCode.TooManyRequests => Ending.Limited,
        _ when (int)status >= 500 => Ending.Lost,
        _ => Ending.Refused,
    };

    private static T? Read<T>(byte[] body, JsonTypeInfo<T> type)
        where T : ApiAnswer
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
