namespace MlaBot.SlackServer.Control;

/// <summary>Slack's own client would not let a person do this. The message says why.</summary>
public sealed class ControlException(string message) : Exception(message);
