using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.Limits;
using MlaBot.SlackServer.Validation;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.WebApi;

/// <summary>What every call passes: token, faults, limits, scope, the check of its arguments, the call itself.</summary>
internal sealed class ApiPipeline(SlackWorld world, FaultPlan faults, RateLimits limits, BodyCheck? check, IReadOnlyDictionary<string, ApiMethod> methods)
{
    public ConcurrentQueue<RequestRecord> Requests { get; } = [];

    public async Task RunAsync(HttpContext http, string name)
    {
        ApiRequest request;
        try
        {
            request = await ApiRequest.ReadAsync(http.Request, http.RequestAborted);
        }
        catch (ApiError error)
        {
            await WriteAsync(http, null, new("", false, [], ""), name, new(200, error.Body(), null));
            return;
        }

        var app = FindApp(request.Token);
        if (request.IsTokenInQuery)
        {
            world.Accuse(app, name, "a token in the query");
        }

        var fault = faults.Next(name, app?.Id ?? "", BlocksOf(request.Args));
        if (fault is { Kind: FaultKind.DelayBefore })
        {
            await Task.Delay(fault.Delay, world.Clock, http.RequestAborted);
        }

        var answer = fault is { Kind: FaultKind.DropBefore } ? null : Answer(name, app, request, fault);
        if (fault is { Kind: FaultKind.DelayAfter })
        {
            await Task.Delay(fault.Delay, world.Clock, http.RequestAborted);
        }

        await WriteAsync(http, app, request, name, fault is { Kind: FaultKind.DropAfter } ? null : answer);
    }

    private ApiAnswer Answer(string name, App? app, ApiRequest request, Fault? fault)
    {
        try
        {
            if (!methods.TryGetValue(name, out var method))
            {
                throw new ApiError("unknown_method") { Extra = new() { ["req_method"] = name } };
            }

            TokenCheck.Check(method, request.Token, app);
            if (Limit(method, app, request, fault) is { } hit)
            {
                return new(429, new() { ["ok"] = false, ["error"] = "ratelimited" }, hit);
            }

            if (fault is { Kind: FaultKind.ServerError })
            {
                return new(fault.Status, null, null);
            }

            if (fault is { Kind: FaultKind.Refuse or FaultKind.InvalidBlock })
            {
                throw fault.Kind is FaultKind.Refuse ? new ApiError(fault.Error) : new ApiError("invalid_blocks", $"[ERROR] unsupported type: {fault.BlockType} [json-pointer:/blocks]");
            }

            var body = Handle(method, app, request);
            return fault is { Kind: FaultKind.RefuseAfter } ? new(200, new ApiError(fault.Error).Body(), null) : new(200, body, null);
        }
        catch (ApiError error)
        {
            return new(200, error.Body(), null);
        }
    }

    private JsonObject Handle(ApiMethod method, App? app, ApiRequest request)
    {
        lock (world.Gate)
        {
            var call = new ApiCall(world, app, method.Name, request.Args);
            if (method.Scope.Length > 0)
            {
                call.NeedScope(method.Scope);
            }

            check?.CheckCall(call);
            var body = method.Handle(call);
            if (request.Warning.Length > 0)
            {
                body["warning"] = request.Warning;
                (body["response_metadata"] ??= new JsonObject())["warnings"] = new JsonArray(request.Warning);
            }

            world.Changed();
            return body;
        }
    }

    private LimitHit? Limit(ApiMethod method, App? app, ApiRequest request, Fault? fault)
    {
        var appId = app?.Id ?? "";
        if (fault is { Kind: FaultKind.TooManyRequests })
        {
            return limits.Force(method.Name, appId, fault.RetryAfter);
        }

        var channel = method.Name is "chat.postMessage" ? request.Args.Text("channel") ?? "" : "";
        var hit = limits.Take(method.Name, appId, channel, method.PerMinute, out var isTooEarly);
        if (isTooEarly && app is { IsLenient: false })
        {
            world.Accuse(app, method.Name, $"called again {hit!.RetryAfter.TotalSeconds:0.0} s before Retry-After was over");
        }

        return hit;
    }

    private async Task WriteAsync(HttpContext http, App? app, ApiRequest request, string name, ApiAnswer? answer)
    {
        Requests.Enqueue(new(
            world.Clock.GetUtcNow(), name, app?.Id ?? "", (JsonObject)request.Args.DeepClone(), http.Request.Headers.UserAgent.ToString(), answer?.Status ?? 0,
            answer?.Body.Text("error") ?? "", answer?.Hit?.Cause));
        if (answer is null)
        {
            http.Abort();
            return;
        }

        var response = http.Response;
        response.StatusCode = answer.Status;
        response.Headers["x-slack-req-id"] = SlackIds.Secret(32).ToLowerInvariant();
        if (app is not null)
        {
            response.Headers["x-oauth-scopes"] = string.Join(',', request.Token == app.AppToken ? ["connections:write"] : app.Scopes);
        }

        if (answer.Hit is { } hit)
        {
            response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(hit.RetryAfter.TotalSeconds)).ToString();
        }

        if (answer.Body is null)
        {
            response.ContentType = "text/html";
            await response.WriteAsync("<html><body>Server error</body></html>", http.RequestAborted);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(answer.Body.ToJsonString());
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private App? FindApp(string token)
    {
        lock (world.Gate)
        {
            return token.Length is 0 ? null : world.Apps.Values.FirstOrDefault(app => app.BotToken == token || app.AppToken == token);
        }
    }

    private static JsonNode? BlocksOf(JsonObject args) => args["blocks"] ?? args["view"]?["blocks"];

    private sealed record ApiAnswer(int Status, JsonObject? Body, LimitHit? Hit);
}
