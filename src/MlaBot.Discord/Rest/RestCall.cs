using MlaBot.Discord.Rest.Sending;

namespace MlaBot.Discord.Rest;

/// <summary>One request, as the limits and the sender see it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">Method and path with placeholders: what a bucket's hash is learnt for.</param>
/// <param name="TopLevel">The channel, the guild, or webhook id and token; empty for none.</param>
/// <param name="Path">The path after the API's base, with everything filled in.</param>
/// <param name="Shown">Method and path for people: ids yes, tokens never.</param>
internal sealed record RestCall(HttpMethod Method, string Route, string TopLevel, string Path, string Shown)
{
    /// <summary>The guild on whose behalf the call is made; empty for none.</summary>
    public string Guild { get; init; } = "";

    public RestBody? Body { get; init; }

    /// <summary>False on webhooks: an authorised call there counts against the global limit.</summary>
    public bool IsAuthorised { get; init; } = true;

    /// <summary>True when the call counts against the global limit.</summary>
    public bool IsCounted => IsAuthorised;

    /// <summary>True when Discord drops a second create with the same nonce.</summary>
    public bool HasEnforcedNonce { get; init; }

    /// <summary>True when sending the call twice does no more than sending it once.</summary>
    public bool MayRepeat => Method != HttpMethod.Post || HasEnforcedNonce;

    /// <summary>A token that is in the path and must not show anywhere; null for none.</summary>
    public string? Secret { get; init; }
}
