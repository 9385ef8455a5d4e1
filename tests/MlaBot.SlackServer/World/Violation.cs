namespace MlaBot.SlackServer.World;

/// <summary>Something that the bot must not send.</summary>
/// <param name="Method">The Web API method, <c>response_url</c>, or <c>ack</c> with the payload's type.</param>
public sealed record Violation(string App, string Method, string What);
