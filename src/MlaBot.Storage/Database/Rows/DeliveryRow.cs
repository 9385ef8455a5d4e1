using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace MlaBot.Storage.Database.Rows;

/// <summary>A delivery of a platform that was taken on.</summary>
internal sealed class DeliveryRow
{
    public long GroupId { get; set; }

    /// <summary>The platform's id of it.</summary>
    public string ExternalId { get; set; } = "";

    public Instant At { get; set; }
}

internal sealed class DeliveryTable : IEntityTypeConfiguration<DeliveryRow>
{
    public void Configure(EntityTypeBuilder<DeliveryRow> builder)
    {
        builder.ToTable("Deliveries");
        // Whoever writes it first may carry the delivery out.
        builder.HasKey(row => new { row.GroupId, row.ExternalId });
        builder.HasOne<GroupRow>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.Restrict);
        // Old claims are removed by their age.
        builder.HasIndex(row => row.At);
    }
}
