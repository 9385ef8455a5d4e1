using MlaBot.Core.Channels;

namespace MlaBot.Core.Boards;

/// <summary>Tells channels about their boards. Implemented over the chat platforms.</summary>
/// <remarks>A failure is an <see cref="ExternalFaultException"/>, or a <see cref="ChannelGoneException"/> when a person must act.</remarks>
public interface IBoardPublisher
{
    /// <summary>True while a group's platform can be posted to.</summary>
    bool IsReady(GroupKey group);

    /// <summary>Posts the short message that a board is over, unless it stands there already.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="period">The period that is over.</param>
    /// <param name="final">How the board ended, without people who left boards meanwhile.</param>
    /// <param name="isInDoubt">True when an earlier try may have posted it, so that it must be looked for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task TellEndAsync(Channel channel, BoardPeriod period, FinalBoard final, bool isInDoubt, CancellationToken cancellationToken);

    /// <summary>Tells a channel in one message what people who may be named reached.</summary>
    Task TellMilestonesAsync(Channel channel, IReadOnlyList<SharedMilestone> reached, CancellationToken cancellationToken);
}

/// <summary>A milestone and who reached it.</summary>
/// <param name="Milestone">Which.</param>
/// <param name="Names">The aliases or names; at least one.</param>
public sealed record SharedMilestone(Milestone Milestone, IReadOnlyList<string> Names);

/// <summary>What the operator should be able to read about boards.</summary>
public interface IBoardLog : INewsLog
{
    /// <summary>Posts were counted that no board had counted.</summary>
    void Counted(int posts);

    /// <summary>A board was archived.</summary>
    void Archived(ChannelBoard board, int participants);
}
