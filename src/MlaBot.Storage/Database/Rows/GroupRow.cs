using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MlaBot.Storage.Database.Rows;

/// <summary>A tenant. Every other row belongs to one, directly or through its channel or learner.</summary>
internal sealed class GroupRow
{
    public long Id { get; set; }

    public required string Platform { get; set; }

    /// <summary>The platform's own id.</summary>
    public required string ExternalId { get; set; }
}

internal sealed class GroupTable : IEntityTypeConfiguration<GroupRow>
{
    public void Configure(EntityTypeBuilder<GroupRow> builder) =>
        // Every request names its group by platform and id.
        builder.HasIndex(row => new { row.Platform, row.ExternalId }).IsUnique();
}
