namespace MlaBot.Discord.Gateway.Protocol;

/// <summary>Where a session can be taken up again.</summary>
/// <param name="SessionId">From READY.</param>
/// <param name="Sequence">The last event that was heard.</param>
/// <param name="Url"><c>resume_gateway_url</c> from READY.</param>
internal sealed record ResumePoint(string SessionId, long Sequence, Uri Url);
