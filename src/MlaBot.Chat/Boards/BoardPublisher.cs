using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Boards;

/// <summary>Tells channels about their boards over whichever platform their group lives on.</summary>
internal sealed class BoardPublisher(PlatformList platforms, TimeProvider clock) : IBoardPublisher
{
    public bool IsReady(GroupKey group) => platforms.Of(group) is { IsReady: true } platform && platform.CanReach(group);

    public async Task TellEndAsync(Channel channel, BoardPeriod period, FinalBoard final, bool isInDoubt, CancellationToken cancellationToken)
    {
        var marker = $"board:{period.Kind}:{Days.Iso(period.Start)}";
        var end = period.EndsAt(DateTimeZoneProviders.Tzdb[channel.Zone]);
        if (!isInDoubt || await Of(channel).FindAsync(channel.Key, repliesTo: null, marker, clock.Since(end), cancellationToken) is null)
        {
            await PostAsync(channel, BoardCards.End(period, final), marker, cancellationToken);
        }
    }

    public Task TellMilestonesAsync(Channel channel, IReadOnlyList<SharedMilestone> reached, CancellationToken cancellationToken) =>
        PostAsync(channel, BoardCards.Reached(reached), $"milestone:{Guid.NewGuid():N}", cancellationToken);

    private Task<string> PostAsync(Channel channel, Card card, string marker, CancellationToken cancellationToken) =>
        // News of boards wakes nobody and calls nobody.
        Of(channel).PostAsync(channel.Key, card, marker, PostingStyle.Plain with { IsSilent = channel.Posting.IsSilent }, cancellationToken);

    private IChatPlatform Of(Channel channel) => platforms.Of(channel.Key.Group)
        ?? throw new ExternalFaultException($"No adapter for {channel.Key.Group.Platform} is configured.", isTransient: true);
}
