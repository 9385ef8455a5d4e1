using NodaTime;

namespace MlaBot.Core.Channels;

/// <summary>Keeps channels and their schedules.</summary>
public interface IChannelStore
{
    /// <summary>Finds a channel; null when it was never set up.</summary>
    Task<Channel?> FindAsync(ChannelKey key, CancellationToken cancellationToken);

    /// <summary>The channels of one group, in the order in which they were set up.</summary>
    Task<IReadOnlyList<Channel>> OfGroupAsync(GroupKey group, CancellationToken cancellationToken);

    /// <summary>All channels of all groups.</summary>
    Task<IReadOnlyList<Channel>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Adds a channel or replaces its settings.</summary>
    Task SaveAsync(Channel channel, CancellationToken cancellationToken);

    /// <summary>The days of the week that are rest days in a group, by the date from which they hold; oldest first.</summary>
    Task<IReadOnlyList<RestDayRule>> RestDaysAsync(GroupKey group, CancellationToken cancellationToken);

    /// <summary>Sets a group's rest days from a date on; a rule of the same date is replaced.</summary>
    Task SaveRestDaysAsync(GroupKey group, RestDayRule rule, CancellationToken cancellationToken);
}

/// <summary>The days of the week on which nobody is expected to answer, from a date on.</summary>
/// <param name="From">The first date for which the rule holds.</param>
/// <param name="Days">The rest days; may be empty.</param>
public sealed record RestDayRule(LocalDate From, IReadOnlySet<IsoDayOfWeek> Days);
