using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Core.Marathons;

/// <summary>Shows a challenge over several days to one person: the present one, or the last of the archive.</summary>
public sealed class ShowMarathon(IMarathonStore marathons, IBoardStore boards, IChannelStore channels, CountMarathon count, SeeBoard see, TimeProvider clock)
{
    /// <summary>Shows one.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="key">The channel.</param>
    /// <param name="isLast">True for the last one that ended.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<MarathonView>> HandleAsync(LearnerKey person, ChannelKey key, bool isLast, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(key, cancellationToken) is not { } channel)
        {
            return MarathonRefusals.NotSetUp;
        }

        var own = await boards.FindMemberAsync(person, cancellationToken);
        var today = clock.Now().InZone(DateTimeZoneProviders.Tzdb[channel.Zone]).Date;
        if (!isLast)
        {
            return await marathons.FindCurrentAsync(key, cancellationToken) is { } current
                ? await count.SeeAsync(channel, current, today, own, cancellationToken)
                : MarathonRefusals.None;
        }

        if (await marathons.FindLastAsync(key, cancellationToken) is not { Final: { } final } last)
        {
            return MarathonRefusals.NoLast;
        }

        var board = await see.ArchivedAsync(key.Group, final.Board, own, cancellationToken);
        return new MarathonView
        {
            Channel = channel,
            Marathon = last,
            Today = today,
            Effort = new GroupEffort(final.Asked, final.Kept, board.Answers),
            Board = board,
        };
    }
}
