using System.Text.Json.Nodes;
using MlaBot.SlackServer.Limits;

namespace MlaBot.SlackServer.WebApi;

/// <summary>A request that came in.</summary>
/// <param name="Method">The Web API method, <c>response_url</c> or <c>upload</c>.</param>
/// <param name="AppId">Empty when the token is unknown.</param>
/// <param name="Arguments">As JSON, without the token.</param>
/// <param name="Status">0 when the connection was cut.</param>
/// <param name="Error">Slack's error code; empty when it was carried out.</param>
/// <param name="Cause">Why a 429 was given; null for other answers.</param>
public sealed record RequestRecord(DateTimeOffset At, string Method, string AppId, JsonObject Arguments, string UserAgent, int Status, string Error, LimitCause? Cause);
