using Microsoft.EntityFrameworkCore;
using MlaBot.Storage.Database.Rows;
using MlaBot.Storage.Database.Values;
using NodaTime;

namespace MlaBot.Storage.Database;

/// <summary>The schema, and the way of rare writes. What every answer and every start needs is raw SQL beside it.</summary>
internal sealed class MlaBotContext(DbContextOptions<MlaBotContext> options) : DbContext(options)
{
    public DbSet<GroupRow> Groups => Set<GroupRow>();

    public DbSet<ChannelRow> Channels => Set<ChannelRow>();

    public DbSet<RestDayRow> RestDays => Set<RestDayRow>();

    public DbSet<LearnerRow> Learners => Set<LearnerRow>();

    public DbSet<ScheduleRow> Schedules => Set<ScheduleRow>();

    public DbSet<PostRow> Posts => Set<PostRow>();

    public DbSet<ShownItemRow> ShownItems => Set<ShownItemRow>();

    public DbSet<AnswerRow> Answers => Set<AnswerRow>();

    public DbSet<HeartbeatRow> Heartbeats => Set<HeartbeatRow>();

    public DbSet<OutageRow> Outages => Set<OutageRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<EpochDays>();
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
            .ApplyConfiguration(new OutageTable());
}
