using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace MlaBot.Storage.Database.Rows;

/// <summary>The last sign of life. The table has one row.</summary>
internal sealed class HeartbeatRow
{
    public const int OnlyId = 1;

    public int Id { get; set; }

    public Instant At { get; set; }
}

internal sealed class HeartbeatTable : IEntityTypeConfiguration<HeartbeatRow>
{
    public void Configure(EntityTypeBuilder<HeartbeatRow> builder)
    {
        builder.ToTable("Heartbeats");
        // Always the same; nothing counts it up.
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
