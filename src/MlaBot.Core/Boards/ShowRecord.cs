using MlaBot.Core.Channels;
using MlaBot.Core.Home;
using MlaBot.Core.Streaks;
using NodaTime;

namespace MlaBot.Core.Boards;

/// <summary>Gathers a person's own record in a channel.</summary>
public sealed class ShowRecord(IRecordStore records, IBoardStore boards, IChannelStore channels, ShowStreak streaks)
{
    /// <summary>Shows it to the person whose it is.</summary>
    public async Task<Outcome<PersonalRecord>> HandleAsync(LearnerKey person, ChannelKey key, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(key, cancellationToken) is not { } channel)
        {
            return new Refusal("not-set-up", "This channel is not set up yet.", "An admin types /setup first.");
        }

        var streak = await streaks.HandleAsync(person, DateTimeZoneProviders.Tzdb[channel.Zone], cancellationToken);
        var domains = await records.DomainsAsync(person, key, cancellationToken);
        var own = await boards.FindMemberAsync(person, cancellationToken);
        return new PersonalRecord(
            channel,
            domains,
            streak,
            await records.AnsweredAsync(person, cancellationToken),
            await records.MilestonesAsync(person, cancellationToken),
            own?.Choice ?? BoardChoice.Default);
    }
}

/// <summary>A person's own record.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Domains">First answers to due questions of the channel whose results the person may know, by domain.</param>
/// <param name="Streak">The person's streak in the group.</param>
/// <param name="Answered">Due questions answered in the whole group.</param>
/// <param name="Milestones">The milestones told so far, oldest first.</param>
/// <param name="Choice">How boards show the person.</param>
public sealed record PersonalRecord(
    Channel Channel, IReadOnlyList<DomainRecord> Domains, Streak Streak, int Answered, IReadOnlyList<ReachedMilestone> Milestones, BoardChoice Choice);
