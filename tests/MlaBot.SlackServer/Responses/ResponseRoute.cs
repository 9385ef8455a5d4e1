using System.Text.Json;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.Faults;
using MlaBot.SlackServer.Validation;
using MlaBot.SlackServer.WebApi;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.Responses;

/// <summary>Response URLs: 5 uses, 30 minutes, no token.</summary>
internal sealed class ResponseRoute(SlackWorld world, FaultPlan faults, BodyCheck? check, Action<RequestRecord> note)
{
    public async Task RunAsync(HttpContext http, string key)
    {
        var body = await ReadAsync(http.Request, http.RequestAborted);
        ResponseUrl? url;
        lock (world.Gate)
        {
            url = world.ResponseUrls.GetValueOrDefault(key);
        }

        var after = url?.Act.Elapsed() ?? TimeSpan.Zero;
        var fault = faults.Next("response_url", url?.Act.App.Id ?? "", body?["blocks"]);
        if (fault is { Kind: FaultKind.DelayBefore })
        {
            await Task.Delay(fault.Delay, world.Clock, http.RequestAborted);
        }

        var (status, text) = fault switch
        {
            { Kind: FaultKind.DropBefore } => (0, ""),
            { Kind: FaultKind.TooManyRequests } => (429, "ratelimited"),
            { Kind: FaultKind.ServerError } => (fault.Status, "Server error"),
            { Kind: FaultKind.Refuse } => (404, fault.Error),
            { Kind: FaultKind.InvalidBlock } => (400, "invalid_blocks"),
            _ => Carry(url, body, after),
        };
        if (fault is { Kind: FaultKind.DelayAfter })
        {
            await Task.Delay(fault.Delay, world.Clock, http.RequestAborted);
        }

        var isCut = fault is { Kind: FaultKind.DropBefore or FaultKind.DropAfter };
        note(new(world.Clock.GetUtcNow(), "response_url", url?.Act.App.Id ?? "", body ?? [], http.Request.Headers.UserAgent.ToString(), isCut ? 0 : status, text is "ok" ? "" : text, null));
        if (isCut)
        {
            http.Abort();
            return;
        }

        if (status is 429)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(fault!.RetryAfter.TotalSeconds).ToString();
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain";
        await http.Response.WriteAsync(text, http.RequestAborted);
    }

    private (int Status, string Text) Carry(ResponseUrl? url, JsonObject? body, TimeSpan after)
    {
        lock (world.Gate)
        {
            // Source: slack.md, section 4: HTTP 404 or 410 with used_url or expired_url.
            if (url is null || world.Clock.GetUtcNow() > url.ExpiresAt)
            {
                return (404, "expired_url");
            }

            if (url.Uses >= ResponseUrl.MaxUses)
            {
                world.Accuse(url.Act.App, "response_url", $"used more than {ResponseUrl.MaxUses} times");
                return (404, "used_url");
            }

            if (body is null)
            {
                return (400, "invalid_payload");
            }

            try
            {
                check?.CheckResponse(world, url.Act.App, "response_url", body);
                ResponseWriter.Write(world, url.Act, url.Channel, url.Source, body);
            }
            catch (ApiError error)
            {
                return (error.Code is "no_original_message" ? 404 : 400, error.Code);
            }

            url.Uses++;
            url.Act.ResponseUrlUses = url.Uses;
            url.Act.Responded(after);
            world.Changed();
            return (200, "ok");
        }
    }

    private static async Task<JsonObject?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        try
        {
            return JsonNode.Parse(await reader.ReadToEndAsync(cancellationToken)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
