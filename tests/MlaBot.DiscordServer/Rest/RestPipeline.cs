using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlaBot.DiscordServer.Faults;
using MlaBot.DiscordServer.Limits;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Rest;

/// <summary>What every call passes: faults, token, user agent, limits, body check, the call itself.</summary>
internal sealed class RestPipeline(DiscordWorld world, FaultPlan faults, RateLimits limits, IBodyCheck? check)
{
    public ConcurrentQueue<RequestRecord> Requests { get; } = [];

    public async Task RunAsync(HttpContext http, ApiEndpoint endpoint)
    {
        var fault = faults.Next(endpoint.Method, endpoint.Route);
        if (fault is { Kind: FaultKind.DelayBefore })
        {
            await Task.Delay(fault.Delay, world.Clock, http.RequestAborted);
        }

        var (answer, cause) = fault is { Kind: FaultKind.DropBefore } ? (null, null) : await AnswerAsync(http, endpoint, fault);
        if (fault is { Kind: FaultKind.DelayAfter })
        {
            await Task.Delay(fault.Delay, world.Clock, http.RequestAborted);
        }

        var isCut = answer is null || fault is { Kind: FaultKind.DropAfter };
        Note(http, endpoint, isCut ? null : answer, cause);
        if (isCut)
        {
            http.Abort();
            return;
        }

        await WriteAsync(http, answer!);
    }

    /// <summary>For paths and methods that the API does not have.</summary>
    public async Task RefuseAsync(HttpContext http, int status)
    {
        var answer = new Answer(status, new JsonObject { ["message"] = status is 405 ? "405: Method Not Allowed" : "404: Not Found", ["code"] = 0 });
        Note(http, new(http.Request.Method, http.Request.Path, _ => answer), answer, null);
        await WriteAsync(http, answer);
    }

    private async Task<(Answer? Answer, LimitCause? Cause)> AnswerAsync(HttpContext http, ApiEndpoint endpoint, Fault? fault)
    {
        LimitHit? hit = null;
        try
        {
            var bot = Authenticate(http, endpoint);
            hit = limits.IsBanned ? Cloudflare(http) : Forced(http, endpoint, fault, OwnerOf(bot)) ?? Limited(http, endpoint, bot);
            if (hit is not null)
            {
                return (TooMany(http, hit), hit.Cause);
            }

            if (fault is { Kind: FaultKind.ServerError or FaultKind.Refuse })
            {
                throw new DiscordError(fault.Status, fault.Code, fault.Message);
            }

            var body = await RequestBody.ReadAsync(http.Request, http.RequestAborted);
            Check(http, endpoint, bot, body);
            var call = new Call(http, world, bot, body);
            lock (world.Gate)
            {
                if (HiddenLimit.Take(call, endpoint, limits, OwnerOf(bot), MajorOf(http, endpoint)) is { } hidden)
                {
                    return (TooMany(http, hidden), hidden.Cause);
                }

                return (endpoint.Handle(call), null);
            }
        }
        catch (DiscordError error)
        {
            if (error.Status is 401 or 403)
            {
                limits.CountInvalid();
            }

            return (new(error.Status, error.Body()), null);
        }
        catch (BadHttpRequestException error)
        {
            return (new(error.StatusCode, new JsonObject { ["message"] = error.Message, ["code"] = 0 }), null);
        }
    }

    private Bot? Authenticate(HttpContext http, ApiEndpoint endpoint)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var bot = header.StartsWith("Bot ", StringComparison.Ordinal) ? world.FindBot(header[4..]) : null;
        if (endpoint.NeedsToken && bot is null)
        {
            throw new DiscordError(401, 0, "401: Unauthorized");
        }

        // discord.py sends only its HTTP library's name on interaction and webhook calls, and Discord takes it (discord.md 9).
        if (endpoint.NeedsToken && !http.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal))
        {
            throw new DiscordError(403, 40333, "internal network error");
        }

        return bot;
    }

    private LimitHit? Forced(HttpContext http, ApiEndpoint endpoint, Fault? fault, string owner)
    {
        var major = MajorOf(http, endpoint);
        return fault switch
        {
            { Kind: FaultKind.CloudflareBan } => limits.Force(endpoint.Method, endpoint.Route, owner, major, "", fault.RetryAfter),
            { Kind: FaultKind.TooManyRequests } => limits.Force(endpoint.Method, endpoint.Route, owner, major, fault.Scope, fault.RetryAfter),
            _ => null,
        };
    }

    private LimitHit? Limited(HttpContext http, ApiEndpoint endpoint, Bot? bot)
    {
        // A bot token on an interaction call makes it count against the global limit (discord.md 1).
        var isGlobal = bot is not null && endpoint.Route is not (Route.Gateway or Route.GatewayBot);
        return limits.Take(
            endpoint.Method, endpoint.Route, endpoint.Limit, OwnerOf(bot), MajorOf(http, endpoint), isGlobal, http.Response.Headers);
    }

    private LimitHit Cloudflare(HttpContext http) =>
        new(world.Clock.GetUtcNow(), http.Request.Method, http.Request.Path, "", LimitCause.Overrun, "", TimeSpan.FromMinutes(10), 0);

    private Answer TooMany(HttpContext http, LimitHit hit)
    {
        var headers = http.Response.Headers;
        headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(hit.RetryAfter.TotalSeconds)).ToString();
        if (hit.Scope is not "shared")
        {
            limits.CountInvalid();
        }

        if (hit.Scope is "")
        {
            return new(429, null);
        }

        headers["X-RateLimit-Scope"] = hit.Scope;
        if (hit.Scope is "global")
        {
            headers["X-RateLimit-Global"] = "true";
        }

        var body = new JsonObject
        {
            ["message"] = hit.Code is 30046 ? "Maximum number of edits to messages older than 1 hour reached. Try again later" : "You are being rate limited.",
            ["retry_after"] = Math.Ceiling(hit.RetryAfter.TotalMilliseconds) / 1000,
            ["global"] = hit.Scope is "global",
        };
        if (hit.Code != 0)
        {
            body["code"] = hit.Code;
        }

        return new(429, body);
    }

    private void Check(HttpContext http, ApiEndpoint endpoint, Bot? bot, RequestBody body)
    {
        if (check is null || body.Json is null)
        {
            return;
        }

        bot ??= InteractionBot(http);
        using var document = JsonDocument.Parse(body.Json.ToJsonString());
        var faultsFound = check.Check(endpoint.Method, endpoint.Route, document.RootElement, bot?.IsStrict ?? false);
        if (faultsFound.Count == 0)
        {
            return;
        }

        foreach (var what in faultsFound.Where(_ => bot?.IsStrict == true))
        {
            world.Violations.Enqueue(new(endpoint.Method, endpoint.Route, what));
        }

        throw DiscordError.InvalidBody(faultsFound);
    }

    private Bot? InteractionBot(HttpContext http)
    {
        var token = (http.Request.RouteValues["interaction_token"] ?? http.Request.RouteValues["webhook_token"]) as string ?? "";
        lock (world.Gate)
        {
            return world.Interactions.GetValueOrDefault(token)?.Bot;
        }
    }

    private void Note(HttpContext http, ApiEndpoint endpoint, Answer? answer, LimitCause? cause) => Requests.Enqueue(new(
        world.Clock.GetUtcNow(), endpoint.Method, endpoint.Route, MajorOf(http, endpoint), http.Request.Headers.ContainsKey("Authorization"),
        http.Request.Headers.UserAgent.ToString(), answer?.Status ?? 0, answer?.Status >= 400 ? answer.Body.Int("code") ?? 0 : 0, cause));

    private static string OwnerOf(Bot? bot) => bot?.ApplicationId.ToString() ?? "";

    private static string MajorOf(HttpContext http, ApiEndpoint endpoint) =>
        string.Join('/', (endpoint.Limit?.MajorIds ?? []).Select(name => http.Request.RouteValues[name] as string));

    private static async Task WriteAsync(HttpContext http, Answer answer)
    {
        http.Response.StatusCode = answer.Status;
        if (answer is { Status: 429, Body: null })
        {
            http.Response.ContentType = "text/html";
            await http.Response.WriteAsync("<html><body>error code: 1015</body></html>", http.RequestAborted);
            return;
        }

        http.Response.Headers.Via = "1.1 google";
        if (answer.Body is null)
        {
            return;
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer.Body);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
