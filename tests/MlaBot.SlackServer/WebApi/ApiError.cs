using System.Text.Json.Nodes;

namespace MlaBot.SlackServer.WebApi;

/// <summary>A refusal: <c>ok: false</c> with an error code.</summary>
internal sealed class ApiError(string code, params IReadOnlyList<string> messages) : Exception(code)
{
    public string Code { get; } = code;

    public JsonObject Extra { get; init; } = [];

    public static ApiError MissingScope(string needed, IEnumerable<string> provided) =>
        new("missing_scope") { Extra = new() { ["needed"] = needed, ["provided"] = string.Join(',', provided) } };

    public JsonObject Body()
    {
        var body = new JsonObject { ["ok"] = false, ["error"] = Code };
        foreach (var (name, value) in Extra)
        {
            body[name] = value?.DeepClone();
        }

        if (messages.Count > 0)
        {
            body["response_metadata"] = new JsonObject { ["messages"] = World.JsonNodes.Texts(messages) };
        }

        return body;
    }
}
