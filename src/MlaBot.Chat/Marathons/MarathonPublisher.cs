using System.Globalization;
using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Core;
using MlaBot.Core.Channels;
using MlaBot.Core.Marathons;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Marathons;

/// <summary>Tells channels about their challenges over several days, over whichever platform their group lives on.</summary>
internal sealed class MarathonPublisher(PlatformList platforms, TimeProvider clock) : IMarathonPublisher
{
    public bool IsReady(GroupKey group) => platforms.Of(group) is { IsReady: true } platform && platform.CanReach(group);

    public Task TellStartAsync(Channel channel, Marathon marathon, bool isInDoubt, CancellationToken cancellationToken) =>
        PostAsync(channel, marathon, "start", marathon.From, MarathonCards.Start(marathon), channel.Posting.IsSilent, isInDoubt, cancellationToken);

    public Task TellStandingAsync(Channel channel, Marathon marathon, MarathonView standing, bool isInDoubt, CancellationToken cancellationToken) =>
        // News of every day wake nobody, whatever the channel's style.
        PostAsync(channel, marathon, Days.Iso(marathon.Told), marathon.Told, MarathonCards.Standing(standing), isSilent: true, isInDoubt, cancellationToken);

    public Task TellEndAsync(Channel channel, Marathon marathon, FinalMarathon final, bool isInDoubt, CancellationToken cancellationToken) =>
        PostAsync(channel, marathon, "end", final.IsStopped ? marathon.Told : marathon.End, MarathonCards.End(marathon, final), channel.Posting.IsSilent, isInDoubt, cancellationToken);

    private async Task PostAsync(
        Channel channel, Marathon marathon, string what, LocalDate earliest, Card card, bool isSilent, bool isInDoubt, CancellationToken cancellationToken)
    {
        // Numbers start again in a new database while old messages live for ever, so the marker holds the instant.
        var marker = string.Create(CultureInfo.InvariantCulture, $"marathon:{marathon.CreatedAt.ToUnixTimeMilliseconds()}:{what}");
        var platform = platforms.Of(channel.Key.Group) ?? throw new ExternalFaultException($"No adapter for {channel.Key.Group.Platform} is configured.", isTransient: true);
        var within = clock.Since(Zones.At(DateTimeZoneProviders.Tzdb[channel.Zone], earliest, LocalTime.Midnight));
        if (!isInDoubt || await platform.FindAsync(channel.Key, repliesTo: null, marker, within, cancellationToken) is null)
        {
            await platform.PostAsync(channel.Key, card, marker, PostingStyle.Plain with { IsSilent = isSilent }, cancellationToken);
        }
    }
}
