using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace MlaBot.Storage.Database.Rows;

/// <summary>How many people took part on a date of a channel.</summary>
internal sealed class GroupDayRow
{
    public long ChannelId { get; set; }

    public LocalDate Date { get; set; }

    public int People { get; set; }

    /// <summary>Members who were active then.</summary>
    public int Active { get; set; }

    /// <summary>True when a question was counted since, so that both numbers are to be counted again.</summary>
    public bool IsStale { get; set; }
}

internal sealed class GroupDayTable : IEntityTypeConfiguration<GroupDayRow>
{
    public void Configure(EntityTypeBuilder<GroupDayRow> builder)
    {
        builder.ToTable("GroupDays");
        builder.HasKey(row => new { row.ChannelId, row.Date });
        builder.HasOne<ChannelRow>().WithMany().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Restrict);
        // Asked for by every sweep, and nearly always empty.
        builder.HasIndex(row => row.IsStale).HasFilter("IsStale = 1");
    }
}
