namespace MlaBot.Core;

/// <summary>A channel cannot be posted to until a person changes something: deleted, archived, no permission.</summary>
/// <param name="message">One sentence that says what stands in the way and who can change it.</param>
/// <param name="inner">The cause.</param>
public sealed class ChannelGoneException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True when the channel is known to be deleted: nobody can mend that.</summary>
    public bool IsDeleted { get; init; }
}
