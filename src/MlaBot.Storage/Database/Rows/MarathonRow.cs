using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MlaBot.Core.Marathons;
using NodaTime;

namespace MlaBot.Storage.Database.Rows;

/// <summary>A challenge over several days: planned, running, or in the archive.</summary>
internal sealed class MarathonRow
{
    public long Id { get; set; }

    public long ChannelId { get; set; }

    public string Title { get; set; } = "";

    public LocalDate From { get; set; }

    public int Days { get; set; }

    public Instant CreatedAt { get; set; }

    public bool TellsStandings { get; set; }

    public MarathonState State { get; set; }

    /// <summary>The last date whose standing was told, is being told, or was passed over.</summary>
    public LocalDate Told { get; set; }

    /// <summary>How it ended, as JSON; null until then.</summary>
    public string? Final { get; set; }
}

internal sealed class MarathonTable : IEntityTypeConfiguration<MarathonRow>
{
    public void Configure(EntityTypeBuilder<MarathonRow> builder)
    {
        builder.ToTable("Marathons");
        builder.HasKey(row => row.Id);
        builder.HasOne<ChannelRow>().WithMany().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Restrict);
        // Asked for by every sweep, and nearly always empty.
        builder.HasIndex(row => row.State).HasFilter($"State < {(int)MarathonState.Done}");
    }
}
