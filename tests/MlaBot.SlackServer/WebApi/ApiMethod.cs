using System.Text.Json.Nodes;
using MlaBot.SlackServer.World;

namespace MlaBot.SlackServer.WebApi;

/// <summary>Which token a method takes.</summary>
internal enum TokenKind
{
    Bot,
    App,
    None,
}

/// <summary>A Web API method.</summary>
/// <param name="Name">Such as <c>chat.postMessage</c>.</param>
/// <param name="PerMinute">Calls a minute of its tier.</param>
/// <param name="Handle">Carries it out under the world's gate.</param>
internal sealed record ApiMethod(string Name, int PerMinute, Func<ApiCall, JsonObject> Handle)
{
    public const int Tier2 = 20;
    public const int Tier3 = 50;
    public const int Tier4 = 100;
    public const int Special = 600;

    public TokenKind Token { get; init; } = TokenKind.Bot;

    /// <summary>The scope it needs; empty for none, or where it depends on the channel.</summary>
    public string Scope { get; init; } = "";
}

/// <summary>A call that is being carried out.</summary>
/// <param name="App">Null only where a method takes no token.</param>
/// <param name="Args">Without the token; JSON in form fields is parsed.</param>
internal sealed record ApiCall(SlackWorld World, App? App, string Method, JsonObject Args)
{
    public DateTimeOffset Now => World.Clock.GetUtcNow();

    public App Caller => App ?? throw new ApiError("not_authed");

    public string? Text(string name) => Args[name] is JsonValue value ? value.ToString() : null;

    public string Need(string name) => Text(name) is { Length: > 0 } text
        ? text
        : throw new ApiError("invalid_arguments", $"[ERROR] missing required field: {name}");

    public void NeedScope(string scope)
    {
        if (!Caller.Scopes.Contains(scope))
        {
            throw ApiError.MissingScope(scope, Caller.Scopes);
        }
    }

    public static JsonObject Ok() => new() { ["ok"] = true };
}
