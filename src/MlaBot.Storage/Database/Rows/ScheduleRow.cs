using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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
}

internal sealed class ScheduleTable : IEntityTypeConfiguration<ScheduleRow>
{
    public void Configure(EntityTypeBuilder<ScheduleRow> builder)
    {
        builder.ToTable("Schedules");
        builder.HasOne<ChannelRow>().WithMany().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Restrict);
        // Serves the list of a channel's schedules.
        builder.HasIndex(row => row.ChannelId);
    }
}
