using MlaBot.Core.Channels;
using MlaBot.Core.Daily;

namespace MlaBot.Core.Boards;

/// <summary>A message that must come once: intent, message, done.</summary>
internal sealed record NewsOnce
{
    /// <summary>The channel that is told.</summary>
    public required ChannelKey Channel { get; init; }

    /// <summary>True when an earlier try may have posted it.</summary>
    public required bool IsInDoubt { get; init; }

    /// <summary>Writes that it is about to be posted; false when somebody else did so. Left out when <see cref="IsInDoubt"/>.</summary>
    public required Func<CancellationToken, Task<bool>> Intend { get; init; }

    /// <summary>Posts it; one in doubt is looked for before.</summary>
    public required Func<CancellationToken, Task> Post { get; init; }

    /// <summary>Writes that nothing is left to do.</summary>
    public required Func<CancellationToken, Task> Finish { get; init; }

    /// <summary>Goes as far as it can. What fails for a while stays in doubt for the next sweep; what fails for good is given up.</summary>
    public async Task TellAsync(DailyRules rules, INewsLog log, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!IsInDoubt && !await Intend(cancellationToken))
        {
            return;
        }

        try
        {
            await rules.WithinAsync(clock, Post, cancellationToken);
        }
        catch (Exception lost) when (lost is ChannelGoneException or ExternalFaultException { IsTransient: false })
        {
            // A command shows it all the same.
            log.Untold(Channel, lost);
        }
        catch (Exception fault) when (fault is ExternalFaultException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.WillRetry(Channel, fault);
            return;
        }

        await Finish(cancellationToken);
    }
}

/// <summary>What the operator should be able to read about news for channels.</summary>
public interface INewsLog
{
    /// <summary>Something failed; the next sweep tries again.</summary>
    /// <param name="channel">Where; null for all channels.</param>
    /// <param name="fault">Why.</param>
    void WillRetry(ChannelKey? channel, Exception fault);

    /// <summary>A channel could not be told of something and will not be.</summary>
    void Untold(ChannelKey channel, Exception fault);
}
