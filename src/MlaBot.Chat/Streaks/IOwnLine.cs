using MlaBot.Core.Channels;

namespace MlaBot.Chat.Streaks;

/// <summary>A line of another feature below a person's own streak.</summary>
public interface IOwnLine
{
    /// <summary>The line, in Markdown; null when there is nothing to say.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="channel">Where.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<string?> OfAsync(LearnerKey person, ChannelKey channel, CancellationToken cancellationToken);
}
