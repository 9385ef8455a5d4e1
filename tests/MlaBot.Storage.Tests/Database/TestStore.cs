using MlaBot.Core.Daily;
using MlaBot.Storage.Database;
using MlaBot.Storage.Database.Stores;
using MlaBot.Testing;
using NodaTime;

namespace MlaBot.Storage.Tests.Database;

/// <summary>The stores over a real file in a folder of its own.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private TestStore() => Database = new SqliteDatabase(new SqliteStorageOptions(_folder.File("data/mlabot.db")));

    public SqliteDatabase Database { get; private set; }

    public SqliteDailyStore Daily => new(Database);

    public SqliteChannelStore Channels => new(Database);

    public SqliteLearnerStore Learners => new(Database);

    public SqliteStreakStore Streaks => new(Database);

    public SqliteDraftStore Drafts => new(Database, Clock);

    public SqliteReportStore Reports => new(Database);

    public SqliteHomeStore Home => new(Database);

    public SqliteRoundStore Rounds => new(Database);

    public SqliteHeatMapStore HeatMap => new(Database);

    public SqliteAdminStore Admins => new(Database);

    public SqliteDeliveryStore Deliveries => new(Database, Clock);

    public SqliteBoardStore Boards => new(Database);

    public SqliteGroupDayStore GroupDays => new(Database);

    public SqliteMarathonStore Marathons => new(Database);

    public SqliteRecordStore Records => new(Database);

    /// <summary>The clock of what is kept by its age.</summary>
    public ManualTimeProvider Clock { get; } = new(New.Nine.ToDateTimeOffset());

    public string Beside(string name) => _folder.File(name);

    public static async Task<TestStore> OpenAsync()
    {
        var store = new TestStore();
        await store.Database.OpenAsync(default);
        return store;
    }

    /// <summary>Closes the file and opens it again, as a restart does.</summary>
    public async Task ReopenAsync()
    {
        await Database.DisposeAsync();
        Database = new SqliteDatabase(new SqliteStorageOptions(Database.File));
        await Database.OpenAsync(default);
    }

    /// <summary>A channel with a schedule.</summary>
    public async Task<Schedule> ScheduleAsync(string group = "g1", string channel = "c1", string domain = "1")
    {
        var saved = New.Channel(group, channel);
        await Channels.SaveAsync(saved, default);
        return await Daily.SaveScheduleAsync(New.Schedule(saved.Key, domain), default);
    }

    /// <summary>A post in a state, with its channel and schedule.</summary>
    public async Task<DailyPost> PostAsync(PostState state = PostState.Open, string group = "g1", string channel = "c1", int day = 0)
    {
        var schedule = await ScheduleAsync(group, channel);
        return await MoveAsync(await Daily.PlanAsync(New.Post(schedule, day), default), state);
    }

    /// <summary>Brings a post into a state.</summary>
    public async Task<DailyPost> MoveAsync(DailyPost post, PostState state)
    {
        if (post.State == PostState.Planned && state is not (PostState.Planned or PostState.Missed or PostState.Skipped))
        {
            post = (await Daily.IntendAsync(post with { State = PostState.Intended }, New.Choice(), default)).ShouldNotBeNull();
        }

        var moved = post with
        {
            State = state,
            OpenedAt = state is PostState.Planned or PostState.Intended or PostState.Missed or PostState.Skipped ? null : post.DueAt,
            ClosesAt = state is PostState.Planned or PostState.Intended or PostState.Missed or PostState.Skipped ? null : post.DueAt + Duration.FromHours(8),
            MessageId = "m" + post.Id,
        };
        (await Daily.AdvanceAsync(moved, post.State, default)).ShouldBeTrue();
        return moved;
    }

    public Task<StoredAnswer> AnswerAsync(DailyPost post, string picked, string user = "u1", bool mayChange = false, string? group = null) =>
        Daily.RecordAsync(New.Answer(post, picked, user, mayChange, group), default);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Dispose();
    }
}
