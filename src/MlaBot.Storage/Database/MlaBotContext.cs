using Microsoft.EntityFrameworkCore;
using MlaBot.Storage.Database.Rows;
using MlaBot.Storage.Database.Values;
using NodaTime;

namespace MlaBot.Storage.Database;

/// <summary>The schema, from which migrations are made and by which they are applied.</summary>
/// <remarks>The stores speak SQL: the first use of EF takes most of a second and 30 MB, as long as the whole start may take.</remarks>
internal sealed class MlaBotContext(DbContextOptions<MlaBotContext> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<EpochDaysConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder
            .ApplyConfiguration(new GroupTable())
            .ApplyConfiguration(new ChannelTable())
            .ApplyConfiguration(new RestDayTable())
            .ApplyConfiguration(new LearnerTable())
            .ApplyConfiguration(new ScheduleTable())
            .ApplyConfiguration(new PostTable())
            .ApplyConfiguration(new ShownItemTable())
            .ApplyConfiguration(new AnswerTable())
            .ApplyConfiguration(new HeartbeatTable())
            .ApplyConfiguration(new OutageTable())
            .ApplyConfiguration(new DraftTable())
            .ApplyConfiguration(new ReportTable())
            .ApplyConfiguration(new AdminTable())
            .ApplyConfiguration(new DeliveryTable())
            .ApplyConfiguration(new BoardTable())
            .ApplyConfiguration(new BoardTotalTable())
            .ApplyConfiguration(new CountedPostTable())
            .ApplyConfiguration(new GroupDayTable())
            .ApplyConfiguration(new BoardMemberTable())
            .ApplyConfiguration(new BoardSettingsTable())
            .ApplyConfiguration(new MilestoneTable())
            .ApplyConfiguration(new MarathonTable())
            .ApplyConfiguration(new RoundRowTable())
            .ApplyConfiguration(new RoundPlayerTable());
}
