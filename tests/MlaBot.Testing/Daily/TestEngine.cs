using Microsoft.Extensions.DependencyInjection;
using MlaBot.Chat.Boards;
using MlaBot.Chat.Commands;
using MlaBot.Chat.Daily;
using MlaBot.Chat.Help;
using MlaBot.Chat.Marathons;
using MlaBot.Chat.Platform;
using MlaBot.Chat.Reports;
using MlaBot.Chat.Rounds;
using MlaBot.Chat.Services;
using MlaBot.Chat.Streaks;
using MlaBot.Core.Channels;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Drafts;
using MlaBot.Core.Learners;
using MlaBot.Core.Reports;
using MlaBot.Core.Rounds;
using MlaBot.Core.Streaks;
using MlaBot.Storage.Database;

namespace MlaBot.Testing.Daily;

/// <summary>The engine as one run of the program makes it: real use cases over a real SQLite file.</summary>
public sealed class TestEngine : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestEngine(ServiceProvider services) => _services = services;

    /// <summary>Carries out what is due.</summary>
    public DailyRunner Runner => Get<DailyRunner>();

    /// <summary>What admins do with schedules.</summary>
    public ManageSchedules Schedules => Get<ManageSchedules>();

    /// <summary>Pauses what cannot be posted.</summary>
    public PauseSchedules Pause => Get<PauseSchedules>();

    /// <summary>Takes answers.</summary>
    public RecordAnswer Answers => Get<RecordAnswer>();

    /// <summary>Closes and takes back.</summary>
    public CloseDailyQuestion Close => Get<CloseDailyQuestion>();

    /// <summary>Shows streaks.</summary>
    public ShowStreak Streaks => Get<ShowStreak>();

    /// <summary>Changes calendars.</summary>
    public ChangeCalendar Calendars => Get<ChangeCalendar>();

    /// <summary>Takes commands and presses, as an adapter hands them on.</summary>
    public ChatDispatcher Chat => Get<ChatDispatcher>();

    /// <summary>Shows public counts.</summary>
    public ParticipantCounts Counts => Get<ParticipantCounts>();

    /// <summary>The store of drafts.</summary>
    public IDraftStore Drafts => Get<IDraftStore>();

    /// <summary>The store of reports.</summary>
    public IReportStore Reports => Get<IReportStore>();

    /// <summary>The store of posts and answers.</summary>
    public IDailyStore Store => Get<IDailyStore>();

    /// <summary>The store of channels.</summary>
    public IChannelStore Channels => Get<IChannelStore>();

    /// <summary>The store of learners.</summary>
    public ILearnerStore Learners => Get<ILearnerStore>();

    /// <summary>Takes the zones of profiles over.</summary>
    public LearnerZones Zones => Get<LearnerZones>();

    /// <summary>The store behind streaks.</summary>
    public IStreakStore StreakFacts => Get<IStreakStore>();

    /// <summary>Opens the file and makes the engine's parts; nothing runs yet.</summary>
    public static async Task<TestEngine> OpenAsync(
        string file, TimeProvider clock, IContentSource content, IDailyPublisher publisher, IDailyLog log, DailyRules rules, Func<int> seed, IChatPlatform platform)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddDaily(rules)
            .AddRounds(new RoundRules())
            .AddStreaks()
            .AddBoards()
            .AddMarathons()
            .AddReports()
            .AddServiceLookup()
            .AddHelp()
            .AddSqliteStorage(new SqliteStorageOptions(file))
            .AddSingleton(clock)
            .AddSingleton(content)
            .AddSingleton(publisher)
            .AddSingleton(platform)
            .AddSingleton(log)
            .AddSingleton(rules)
            .AddSingleton(seed)
            .AddSingleton<PostPlanner>()
            .AddSingleton<AdminNews>()
            .AddSingleton<PauseSchedules>()
            .AddSingleton<PostDailyQuestion>()
            .AddSingleton<CloseDailyQuestion>()
            .AddSingleton<RevealDailyQuestion>()
            .AddSingleton<DailyRunner>()
            .AddSingleton<ManageSchedules>()
            .AddSingleton<RecordAnswer>()
            .AddSingleton<ShowStreak>()
            .AddSingleton<ChangeCalendar>()
            .BuildServiceProvider();
        await services.GetRequiredService<SqliteDatabase>().OpenAsync(CancellationToken.None);
        return new TestEngine(services);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>A part of the bot.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
