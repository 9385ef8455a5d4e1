using MlaBot.Core.Boards;
using MlaBot.Core.Channels;

namespace MlaBot.Core.Marathons;

/// <summary>Tells channels about their challenges over several days. Implemented over the chat platforms.</summary>
/// <remarks>A failure is an <see cref="ExternalFaultException"/>, or a <see cref="ChannelGoneException"/> when a person must act. Each message is
/// posted unless it stands there already; it is looked for only when an earlier try may have posted it (<c>isInDoubt</c>).</remarks>
public interface IMarathonPublisher
{
    /// <summary>True while a group's platform can be posted to.</summary>
    bool IsReady(GroupKey group);

    /// <summary>Announces that it begins.</summary>
    Task TellStartAsync(Channel channel, Marathon marathon, bool isInDoubt, CancellationToken cancellationToken);

    /// <summary>Posts the standing of <see cref="Marathon.Told"/>.</summary>
    Task TellStandingAsync(Channel channel, Marathon marathon, MarathonView standing, bool isInDoubt, CancellationToken cancellationToken);

    /// <summary>Posts how it ended, without people who left boards meanwhile.</summary>
    Task TellEndAsync(Channel channel, Marathon marathon, FinalMarathon final, bool isInDoubt, CancellationToken cancellationToken);
}

/// <summary>What the operator should be able to read about challenges over several days.</summary>
public interface IMarathonLog : INewsLog
{
    /// <summary>One was archived.</summary>
    void Archived(Marathon marathon, int participants);
}
