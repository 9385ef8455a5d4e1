namespace MlaBot.Discord.Gateway;

/// <summary>The gateway refuses this bot for good: a person has to change something.</summary>
/// <param name="message">What is wrong and what to do, in one or two sentences without secrets.</param>
public sealed class GatewayFatalException(string message) : Exception(message);
