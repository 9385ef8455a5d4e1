using Microsoft.Extensions.DependencyInjection;
using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Deliveries;
using MlaBot.Core.Drafts;
using MlaBot.Core.HeatMap;
using MlaBot.Core.Home;
using MlaBot.Core.Learners;
using MlaBot.Core.Reports;
using MlaBot.Core.Rounds;
using MlaBot.Core.Streaks;
using MlaBot.Storage.Database.Stores;

namespace MlaBot.Storage.Database;

/// <summary>Registers storage in SQLite.</summary>
public static class SqliteStorageRegistration
{
    /// <summary>Adds the stores and the <see cref="SqliteDatabase"/> that must be opened before they are used.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="options">Where the database lies.</param>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, SqliteStorageOptions options) => services
        .AddSingleton(options)
        .AddSingleton<SqliteDatabase>()
        .AddSingleton<SqliteMaintenance>()
        .AddSingleton<IDailyStore, SqliteDailyStore>()
        .AddSingleton<IChannelStore, SqliteChannelStore>()
        .AddSingleton<ILearnerStore, SqliteLearnerStore>()
        .AddSingleton<IStreakStore, SqliteStreakStore>()
        .AddSingleton<IDraftStore, SqliteDraftStore>()
        .AddSingleton<IReportStore, SqliteReportStore>()
        .AddSingleton<IHomeStore, SqliteHomeStore>()
        .AddSingleton<IAdminStore, SqliteAdminStore>()
        .AddSingleton<IDeliveryStore, SqliteDeliveryStore>()
        .AddSingleton<IBoardStore, SqliteBoardStore>()
        .AddSingleton<IGroupDayStore, SqliteGroupDayStore>()
        .AddSingleton<IRecordStore, SqliteRecordStore>()
        .AddSingleton<IHeatMapStore, SqliteHeatMapStore>()
        .AddSingleton<IRoundStore, SqliteRoundStore>();
}
