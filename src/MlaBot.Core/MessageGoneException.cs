namespace MlaBot.Core;

/// <summary>One of the bot's messages is not there any more, since a person deleted it. Its channel is well.</summary>
/// <param name="message">One sentence without secrets.</param>
/// <param name="inner">The cause.</param>
public sealed class MessageGoneException(string message, Exception? inner = null) : Exception(message, inner);
