namespace MlaBot.Slack.SocketMode;

/// <summary>How the sockets of one workspace do. Counts are since the start.</summary>
/// <param name="Open">Sockets that hear now, those that Slack is replacing too.</param>
/// <param name="Opened">Sockets that said hello.</param>
/// <param name="Refreshes">Sockets that Slack asked to replace.</param>
/// <param name="Cuts">Sockets that ended without notice, or went silent.</param>
/// <param name="FailedOpens">Sockets that never came to their hello.</param>
/// <param name="IsSingle">True while one socket has to do, because Slack counts too many.</param>
/// <param name="LastHello">When the last socket said hello; null before the first.</param>
/// <param name="Envelopes">Envelopes that came, unknown ones too.</param>
/// <param name="MalformedFrames">Frames that made no sense.</param>
internal sealed record SocketStatus(
    int Open, long Opened, long Refreshes, long Cuts, long FailedOpens, bool IsSingle, DateTimeOffset? LastHello, long Envelopes, long MalformedFrames);
