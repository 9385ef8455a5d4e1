using Microsoft.Extensions.DependencyInjection;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Drafts;
using MlaBot.Core.Learners;
using MlaBot.Core.Reports;
using MlaBot.Core.Streaks;
using MlaBot.Storage.Database;

namespace MlaBot.Storage.Tests.Database;

public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData(null, "data/mlabot.db")]
    [InlineData("  ", "data/mlabot.db")]
    [InlineData("Data Source=/var/lib/bot.db", "/var/lib/bot.db")]
    [InlineData("data source = a b.db ;", "a b.db")]
    [InlineData("Filename=x.db", "x.db")]
    public void A_connection_string_names_a_file(string? text, string file) => SqliteStorageOptions.Parse(text).File.ShouldBe(file);

    [Theory]
    [InlineData("bot.db")]
    [InlineData("Data Source=")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=file:bot.db?mode=memory")]
    [InlineData("Data Source=bot.db;Password=x")]
    public void A_connection_string_that_names_no_file_or_more_than_one_is_refused(string text)
    {
        var refused = Should.Throw<StorageRefusedException>(() => SqliteStorageOptions.Parse(text));

        refused.Reason.Code.ShouldBe("connection-string");
        refused.Message.ShouldEndWith("Write Storage:ConnectionString as \"Data Source=data/mlabot.db\".");
    }

    [Fact]
    public async Task All_stores_are_registered_and_work_once_the_database_is_open()
    {
        using var folder = new TempFolder();
        await using var services = new ServiceCollection()
            .AddSqliteStorage(new SqliteStorageOptions(folder.File("bot.db")))
            .AddSingleton(TimeProvider.System)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        await services.GetRequiredService<SqliteDatabase>().OpenAsync(default);

        await services.GetRequiredService<IChannelStore>().SaveAsync(New.Channel(), default);
        (await services.GetRequiredService<IDailyStore>().NextDueAsync(default)).ShouldBeNull();
        (await services.GetRequiredService<ILearnerStore>().FindAsync(New.Learner(), default)).ShouldBeNull();
        (await services.GetRequiredService<IDraftStore>().FindAsync(New.Learner(), "answer:1", default)).ShouldBeNull();
        (await services.GetRequiredService<IReportStore>().OpenCountsAsync(New.Group(), default)).ShouldBeEmpty();
        (await services.GetRequiredService<IStreakStore>().MomentsAsync(New.Group(), New.Nine, default)).ShouldBeEmpty();
        (await services.GetRequiredService<SqliteMaintenance>().CheckAsync(default)).ShouldBeEmpty();
    }
}
