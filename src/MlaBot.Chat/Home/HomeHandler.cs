using MlaBot.Chat.Cards;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Streaks;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Home;
using MlaBot.Core.Learners;
using MlaBot.Core.Questions;
using MlaBot.Core.Streaks;
using MlaBot.Core.Time;
using NodaTime;

namespace MlaBot.Chat.Home;

/// <summary>Gathers what one person sees of the own group: open questions, streak, record, settings.</summary>
public sealed class HomeHandler(
    IHomeStore home, IDailyStore daily, IChannelStore channels, ILearnerStore learners, ShowStreak streaks, IContentSource content, PlatformList platforms,
    TimeProvider clock, IEnumerable<IOwnLine> others)
{
    /// <summary>The days that the record looks back.</summary>
    public const int RecordDays = 30;

    private const int MostLines = 3;

    /// <summary>Shows a person the home. Writes nothing, so it may be asked for at any time.</summary>
    /// <param name="user">Whose; nothing of another person's, of another group, or of a channel that the person cannot read is shown.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Card> ShowAsync(ChatUser user, CancellationToken cancellationToken)
    {
        var all = await channels.OfGroupAsync(user.Key.Group, cancellationToken);
        var places = await ReadableAsync(user.Key, all, cancellationToken);
        var open = new List<(OpenQuestion Question, Item Item)>();
        foreach (var question in await home.OpenAsync(user.Key, places.Select(place => place.Key).ToHashSet(), cancellationToken))
        {
            if (await daily.ShownItemAsync(question.Post.Item, question.Post.ItemVersion, cancellationToken) is { } item)
            {
                open.Add((question, item));
            }
        }

        var zone = places.Concat(all).FirstOrDefault() is { } near && DateTimeZoneProviders.Tzdb.GetZoneOrNull(near.Zone) is { } first ? first : DateTimeZone.Utc;
        var calendar = (await learners.FindAsync(user.Key, cancellationToken))?.Calendar ?? LearnerCalendar.Empty;
        var today = new LearnerDays(calendar.Zones, zone).DayOf(clock.Now()).Date;
        return HomeCards.Home(new HomeFacts(
            places,
            all.Count > places.Count,
            open,
            await streaks.HandleAsync(user.Key, zone, cancellationToken),
            await home.RecordAsync(user.Key, today.PlusDays(1 - RecordDays), cancellationToken),
            calendar,
            zone,
            content.Current,
            await LinesAsync(user.Key, places, cancellationToken)));
    }

    private async Task<List<Channel>> ReadableAsync(LearnerKey person, IReadOnlyList<Channel> all, CancellationToken cancellationToken)
    {
        var readable = new List<Channel>();
        foreach (var channel in all)
        {
            if (await platforms.CanReadAsync(person, channel.Key, cancellationToken))
            {
                readable.Add(channel);
            }
        }

        return readable;
    }

    private async Task<IReadOnlyList<string>> LinesAsync(LearnerKey person, IReadOnlyList<Channel> places, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var place in places.Take(MostLines))
        {
            foreach (var other in others)
            {
                if (await other.OfAsync(person, place.Key, cancellationToken) is { } line)
                {
                    lines.Add(places.Count == 1 ? line : $"#{place.Name}: {line}");
                }
            }
        }

        return lines;
    }
}

/// <summary>What a home shows.</summary>
internal sealed record HomeFacts(
    IReadOnlyList<Channel> Channels,
    bool HasOtherChannels,
    IReadOnlyList<(OpenQuestion Question, Item Item)> Open,
    Streak Streak,
    IReadOnlyList<DomainRecord> Record,
    LearnerCalendar Calendar,
    DateTimeZone Zone,
    ContentSnapshot Content,
    IReadOnlyList<string> Lines);
