using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Boards;

/// <summary>Keeps how many people took part on the dates of a channel.</summary>
public interface IGroupDayStore
{
    /// <summary>Dates whose people or active members have to be counted again, since a question near them was revealed.</summary>
    Task<IReadOnlyList<ChannelDate>> StaleAsync(int atMost, CancellationToken cancellationToken);

    /// <summary>Counts the people and the active members of a date anew and keeps them. Counted beside the writer, which everybody waits for.</summary>
    Task CountAsync(ChannelDate date, CancellationToken cancellationToken);

    /// <summary>The counted dates of a channel, oldest first.</summary>
    Task<IReadOnlyList<GroupDay>> DaysAsync(ChannelKey channel, CancellationToken cancellationToken);

    /// <summary>The dates with a question that was missed, skipped or withdrawn.</summary>
    Task<IReadOnlySet<LocalDate>> ExcusedAsync(ChannelKey channel, CancellationToken cancellationToken);

    /// <summary>The earliest date with a question that may still be answered; null when there is none.</summary>
    Task<LocalDate?> UnfinishedAsync(ChannelKey channel, CancellationToken cancellationToken);
}

/// <summary>A date of a channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Date">The date.</param>
public readonly record struct ChannelDate(ChannelKey Channel, LocalDate Date);
