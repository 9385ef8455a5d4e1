using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MlaBot.Core.Daily;
using MlaBot.Storage.Database.Values;

namespace MlaBot.Storage.Database.Rows;

/// <summary>When a channel gets a question of a domain.</summary>
internal sealed class ScheduleRow
{
    public long Id { get; set; }

    public long ChannelId { get; set; }

    public string Domain { get; set; } = "";

    /// <summary>The wall time as a <see cref="MinuteOfDay"/>.</summary>
    public int At { get; set; }

    public string Zone { get; set; } = "";

    /// <summary>A <see cref="DayMask"/>.</summary>
    public int Days { get; set; }

    public string? PausedBecause { get; set; }

    public void Take(Schedule schedule, long channelId)
    {
        ChannelId = channelId;
        Domain = schedule.Domain.Value;
        At = MinuteOfDay.From(schedule.At);
        Zone = schedule.Zone;
        Days = DayMask.From(schedule.Days);
        PausedBecause = schedule.PausedBecause;
    }
}

internal sealed class ScheduleTable : IEntityTypeConfiguration<ScheduleRow>
{
    public void Configure(EntityTypeBuilder<ScheduleRow> builder)
    {
        builder.HasOne<ChannelRow>().WithMany().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Restrict);
        // Serves the list of a channel's schedules.
        builder.HasIndex(row => row.ChannelId);
    }
}
