using System.Text.Json;
using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;
using Microsoft.Extensions.Primitives;

namespace MlaBot.SlackServer.WebApi;

/// <summary>A request's token and arguments, however they came: form with JSON inside, JSON, multipart.</summary>
/// <param name="Token">Empty when there is none.</param>
/// <param name="IsTokenInQuery">Slack refuses nothing here, but such a token ends up in logs.</param>
/// <param name="Warning">What Slack says about the content type; empty for nothing.</param>
internal sealed record ApiRequest(string Token, bool IsTokenInQuery, JsonObject Args, string Warning)
{
    // Arguments that hold JSON when they come in a form. All others are texts, even when they look like JSON.
    private static readonly HashSet<string> Structured =
        new(["blocks", "attachments", "view", "metadata", "files", "unfurls", "events", "blocks_json"], StringComparer.Ordinal);

    /// <exception cref="ApiError">The body cannot be read.</exception>
    public static async Task<ApiRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var args = new JsonObject();
        Add(args, request.Query);
        var isInQuery = args.ContainsKey("token");
        var warning = "";
        var type = request.ContentType ?? "";
        if (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            warning = type.Contains("charset", StringComparison.OrdinalIgnoreCase) ? "" : "missing_charset";
            await AddJsonAsync(args, request, cancellationToken);
        }
        else if (request.HasFormContentType)
        {
            Add(args, await request.ReadFormAsync(cancellationToken));
        }
        else if (request.ContentLength is > 0)
        {
            throw new ApiError(type.Length is 0 ? "missing_post_type" : "invalid_post_type");
        }

        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : args.Text("token") ?? "";
        args.Remove("token");
        return new(token, isInQuery, args, warning);
    }

    private static async Task AddJsonAsync(JsonObject args, HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(cancellationToken);
        if (text.Length is 0)
        {
            return;
        }

        try
        {
            foreach (var (name, value) in JsonNode.Parse(text) as JsonObject ?? throw new ApiError("json_not_object"))
            {
                if (value is not null)
                {
                    args[name] = value.DeepClone();
                }
            }
        }
        catch (JsonException)
        {
            throw new ApiError("invalid_json");
        }
    }

    private static void Add(JsonObject args, IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        foreach (var (name, values) in fields)
        {
            args[name] = Structured.Contains(name) ? Parse(name, values.ToString()) : values.ToString();
        }
    }

    private static JsonNode? Parse(string name, string text)
    {
        try
        {
            return text.Length is 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw name is "blocks" ? new ApiError("invalid_blocks_format") : new ApiError("invalid_arguments", $"[ERROR] {name} is not valid JSON");
        }
    }
}
