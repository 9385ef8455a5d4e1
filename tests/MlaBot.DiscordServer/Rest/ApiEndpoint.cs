using MlaBot.DiscordServer.Limits;

namespace MlaBot.DiscordServer.Rest;

/// <summary>A call of the API.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Route">As the OpenAPI spec writes it.</param>
/// <param name="Handle">Runs under the world's lock.</param>
internal sealed record ApiEndpoint(string Method, string Route, Func<Call, Answer> Handle)
{
    /// <summary>Null where Discord has no bucket.</summary>
    public LimitRule? Limit { get; init; }

    /// <summary>False for interaction and webhook calls, whose token is in the path, and for <c>/gateway</c>.</summary>
    public bool NeedsToken { get; init; } = true;
}
