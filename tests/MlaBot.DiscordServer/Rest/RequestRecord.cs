using MlaBot.DiscordServer.Limits;

namespace MlaBot.DiscordServer.Rest;

/// <summary>A request that came in.</summary>
/// <param name="Route">One of <see cref="World.Route"/>; the path where no route fits.</param>
/// <param name="Major">The top-level id: channel, guild, or webhook id and token.</param>
/// <param name="Status">0 when the connection was cut.</param>
/// <param name="Code">Discord's error code; 0 for none.</param>
/// <param name="Cause">Why a 429 was given; null for other answers.</param>
public sealed record RequestRecord(
    DateTimeOffset At, string Method, string Route, string Major, bool HasAuthorization, string UserAgent, int Status, int Code, LimitCause? Cause);
