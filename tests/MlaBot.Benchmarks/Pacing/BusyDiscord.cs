using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Time;
using MlaBot.DiscordServer;
using MlaBot.DiscordServer.World;
using MlaBot.Storage.Database;
using NodaTime;
using GuildChannel = MlaBot.DiscordServer.World.Channel;
using StudyChannel = MlaBot.Core.Channels.Channel;

namespace MlaBot.Benchmarks.Pacing;

/// <summary>Many guilds whose channels all have four questions due at one minute, in the local Discord and in the bot's database.</summary>
internal sealed class BusyDiscord
{
    /// <summary>Schedules of each channel.</summary>
    public const int Schedules = 4;

    /// <summary>When all of them are due, on the bot's clock.</summary>
    public const string Due = "2050-03-07T09:00:00Z";

    /// <summary>To where the bot's clock may be set once it runs: the rest of the way it goes by itself, like any morning.</summary>
    public const string JustBefore = "2050-03-07T08:59:50Z";

    private const int ChannelsOfGuild = 10;
    private const int GuildsWithMembers = 5;

    private BusyDiscord(IReadOnlyList<Guild> guilds, IReadOnlyList<GuildChannel> channels) => (Guilds, Channels) = (guilds, channels);

    public IReadOnlyList<Guild> Guilds { get; }

    public IReadOnlyList<GuildChannel> Channels { get; }

    /// <summary>Where people press while the others wait for their questions.</summary>
    public IEnumerable<Guild> Lively => Guilds.Take(GuildsWithMembers);

    /// <summary>Makes the guilds with ten channels each, and writes their settings into a database that no bot has open.</summary>
    public static async Task<BusyDiscord> MakeAsync(DiscordTestServer server, Bot bot, int channels, string database, CancellationToken cancellationToken)
    {
        var owner = server.Control.AddUser("olga");
        var made = new List<GuildChannel>();
        var guilds = new List<Guild>();
        while (made.Count < channels)
        {
            var guild = server.Control.AddGuild($"Guild {guilds.Count}", owner);
            guilds.Add(guild);
            for (var number = 0; number < ChannelsOfGuild && made.Count < channels; number++)
            {
                made.Add(server.Control.AddChannel(guild, $"study-{number}"));
            }

            server.Control.JoinBot(guild, bot);
        }

        await StoreAsync(made, database, cancellationToken);
        return new BusyDiscord(guilds, made);
    }

    // Through the stores themselves: two thousand commands would take longer than what is measured.
    private static async Task StoreAsync(List<GuildChannel> channels, string database, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddSqliteStorage(new SqliteStorageOptions(database)).BuildServiceProvider();
        await services.GetRequiredService<SqliteDatabase>().OpenAsync(cancellationToken);
        await Task.WhenAll(channels.Select(channel => StoreAsync(services, channel, cancellationToken)));
    }

    private static async Task StoreAsync(ServiceProvider services, GuildChannel channel, CancellationToken cancellationToken)
    {
        var key = new ChannelKey(new GroupKey("discord", Id(channel.Guild!.Id)), Id(channel.Id));
        await services.GetRequiredService<IChannelStore>().SaveAsync(
            new StudyChannel { Key = key, Name = channel.Name ?? "", Exam = new ExamId("MLA-C01"), Zone = "UTC", Feedback = FeedbackMode.Immediate, OpenFor = Duration.FromHours(12) },
            cancellationToken);
        for (var domain = 1; domain <= Schedules; domain++)
        {
            await services.GetRequiredService<IDailyStore>().SaveScheduleAsync(
                new Schedule { Id = default, Channel = key, Domain = new DomainId(Id((ulong)domain)), At = new LocalTime(9, 0), Zone = "UTC", Days = Days.EveryDay },
                cancellationToken);
        }
    }

    private static string Id(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
