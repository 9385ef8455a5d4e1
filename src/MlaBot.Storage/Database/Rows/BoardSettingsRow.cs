using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MlaBot.Storage.Database.Rows;

/// <summary>What a channel wants of its boards; there is no row where nobody chose.</summary>
internal sealed class BoardSettingsRow
{
    public long ChannelId { get; set; }

    public bool ClosesWeeks { get; set; }

    public bool ClosesMonths { get; set; }

    public bool ClosesSeasons { get; set; }

    public bool TellsMilestones { get; set; }

    /// <summary>Percent of the active members.</summary>
    public int Quorum { get; set; }
}

internal sealed class BoardSettingsTable : IEntityTypeConfiguration<BoardSettingsRow>
{
    public void Configure(EntityTypeBuilder<BoardSettingsRow> builder)
    {
        builder.ToTable("BoardSettings");
        builder.HasKey(row => row.ChannelId);
        builder.Property(row => row.ChannelId).ValueGeneratedNever();
        builder.HasOne<ChannelRow>().WithMany().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Restrict);
    }
}
