using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MlaBot.DiscordServer.Validation;

/// <summary>The schemas of requests and answers by method and route. Parameter names do not matter.</summary>
internal sealed partial class SpecRoutes
{
    private readonly SchemaCompiler _compiler;
    private readonly Dictionary<string, JsonElement> _operations = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Schema?> _requests = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<(string Operation, int Status), Schema?> _answers = new();
    private readonly Lock _compiling = new();

    public SpecRoutes(JsonElement spec)
    {
        _compiler = new SchemaCompiler(spec);
        foreach (var path in spec.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(entry => entry.Name is "get" or "put" or "post" or "patch" or "delete"))
            {
                _operations[Key(operation.Name, path.Name)] = operation.Value;
            }
        }
    }

    public static string Key(string method, string route)
    {
        var bare = Parameter().Replace(Base().Replace(route.Split('?')[0], ""), "{}").Replace("%40", "@");
        return $"{method.ToUpperInvariant()} /{bare.Trim('/')}";
    }

    public bool Knows(string key) => _operations.ContainsKey(key);

    /// <summary>The schema of a request's JSON body; null when the request has none.</summary>
    public Schema? Request(string key) => _requests.GetOrAdd(key, missing =>
        _operations[missing].TryGetProperty("requestBody", out var body) ? Compile(body) : null);

    /// <summary>The schema of an answer; null when it has no body.</summary>
    /// <exception cref="KeyNotFoundException">The spec has no such status for this request.</exception>
    public Schema? Answer(string key, int status) => _answers.GetOrAdd((key, status), missing =>
    {
        var responses = _operations[missing.Operation].GetProperty("responses");
        if (!responses.TryGetProperty($"{missing.Status}", out var response) && !(status is >= 400 and < 500 && responses.TryGetProperty("4XX", out response)))
        {
            throw new KeyNotFoundException($"{key} never answers {missing.Status}");
        }

        return Compile(response.TryGetProperty("$ref", out var reference) ? _compiler.Resolve(reference.GetString()!) : response);
    });

    private Schema? Compile(JsonElement holder)
    {
        if (!holder.TryGetProperty("content", out var content) || !content.TryGetProperty("application/json", out var json))
        {
            return null;
        }

        lock (_compiling)
        {
            return _compiler.Compile(json.GetProperty("schema"));
        }
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("^/?api(/v[0-9]+)?(?=/)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Base();
}
