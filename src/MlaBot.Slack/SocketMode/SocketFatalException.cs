namespace MlaBot.Slack.SocketMode;

/// <summary>Socket Mode cannot be opened until a person changes something.</summary>
/// <param name="error">Slack's error code or disconnect reason, such as <c>invalid_auth</c> or <c>link_disabled</c>.</param>
/// <param name="sentence">What is wrong and what to do, without secrets.</param>
internal sealed class SocketFatalException(string error, string sentence) : Exception(sentence)
{
    /// <summary>Slack's error code or disconnect reason.</summary>
    public string Error { get; } = error;
}
