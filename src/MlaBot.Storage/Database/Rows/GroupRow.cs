using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MlaBot.Storage.Database.Rows;

/// <summary>A tenant. Every other row belongs to one, directly or through its channel or learner.</summary>
internal sealed class GroupRow
{
    public long Id { get; set; }

    public string Platform { get; set; } = "";

    /// <summary>The platform's own id.</summary>
    public string ExternalId { get; set; } = "";

    /// <summary>The number of its latest question.</summary>
    public int Questions { get; set; }
}

internal sealed class GroupTable : IEntityTypeConfiguration<GroupRow>
{
    public void Configure(EntityTypeBuilder<GroupRow> builder)
    {
        builder.ToTable("Groups");
        // Every request names its group by platform and id.
        builder.HasIndex(row => new { row.Platform, row.ExternalId }).IsUnique();
    }
}
