namespace MlaBot.Discord.Gateway;

/// <summary>The gateway refuses this bot for good: a person has to change something.</summary>
/// <param name="message">What is wrong and what to do, in one or two sentences without secrets.</param>
/// <param name="closeCode">The gateway's close code, 4000 to 4999; 0 when the refusal came another way.</param>
public sealed class GatewayFatalException(string message, int closeCode = 0) : Exception(message)
{
    /// <summary>The gateway's close code, 4000 to 4999; 0 when the refusal came another way.</summary>
    public int CloseCode { get; } = closeCode;
}
