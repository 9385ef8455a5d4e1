using System.Text.Json;
using MlaBot.DiscordServer.Validation.Rules;
using MlaBot.DiscordServer.World;

namespace MlaBot.DiscordServer.Validation;

/// <summary>Checks what the bot under test sends, and what this server answers, against Discord's OpenAPI spec and its documented limits.</summary>
public sealed class BodyCheck : IBodyCheck
{
    private static readonly Lazy<BodyCheck> Shared = new(() => new BodyCheck(SpecFile.Find()));
    private readonly SpecRoutes _routes;

    public BodyCheck(string specPath)
    {
        using var file = File.OpenRead(specPath);
        using var spec = JsonDocument.Parse(file);
        _routes = new SpecRoutes(spec.RootElement.Clone());
    }

    /// <summary>The check with the spec beside the checkout, read once.</summary>
    /// <exception cref="FileNotFoundException">There is no spec; the message says what to do.</exception>
    public static BodyCheck Default => Shared.Value;

    /// <summary>What is wrong with a request's JSON body; empty when nothing is.</summary>
    /// <param name="method">Such as <c>POST</c>.</param>
    /// <param name="routeTemplate">Such as <c>/channels/{channel}/messages</c>, with or without <c>/api/v10</c>.</param>
    /// <param name="body">The body, or the part <c>payload_json</c> of a form; undefined when there is none.</param>
    /// <param name="isStrict">True for our own bot: undeclared properties and what only a mistake can be are refused too.</param>
    public IReadOnlyList<string> Check(string method, string routeTemplate, JsonElement body, bool isStrict)
    {
        var key = SpecRoutes.Key(method, routeTemplate);
        if (!_routes.Knows(key))
        {
            return [$"{key}: Discord has no such request"];
        }

        var schema = _routes.Request(key);
        if (schema is null || body.ValueKind == JsonValueKind.Undefined)
        {
            return schema is null == (body.ValueKind == JsonValueKind.Undefined) ? [] : [schema is null ? $"{key}: takes no JSON body" : $"{key}: needs a JSON body"];
        }

        var faults = new Faults(isStrict);
        SchemaCheck.Check(schema, body, "", faults);
        BodyRules.Check(key, body, faults);
        return faults.All;
    }

    /// <summary>What is wrong with an answer of this server; empty when nothing is.</summary>
    /// <param name="method">Such as <c>GET</c>.</param>
    /// <param name="routeTemplate">As in <see cref="Check"/>.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body; undefined when there is none.</param>
    public IReadOnlyList<string> CheckResponse(string method, string routeTemplate, int status, JsonElement body)
    {
        var key = SpecRoutes.Key(method, routeTemplate);
        if (!_routes.Knows(key))
        {
            return [$"{key}: Discord has no such request"];
        }

        Schema? schema;
        try
        {
            schema = _routes.Answer(key, status);
        }
        catch (KeyNotFoundException unknown)
        {
            return [unknown.Message];
        }

        if (schema is null || body.ValueKind == JsonValueKind.Undefined)
        {
            return schema is null == (body.ValueKind == JsonValueKind.Undefined) ? [] : [schema is null ? $"{key}: {status} has no JSON body" : $"{key}: {status} must have a JSON body"];
        }

        var faults = new Faults(isStrict: true);
        SchemaCheck.Check(schema, body, "", faults);
        // The documentation shows 429 bodies without a code; the spec asks for one.
        return [.. faults.All.Where(fault => !SpecCorrections.IsSentUndeclared(fault) && !(status == 429 && fault == "code: is required"))];
    }
}
