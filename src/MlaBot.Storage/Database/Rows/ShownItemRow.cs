using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MlaBot.Storage.Database.Rows;

/// <summary>An item as learners saw it, kept for ever: a post is explained and graded by what it showed.</summary>
internal sealed class ShownItemRow
{
    public required string ItemId { get; set; }

    public required int Version { get; set; }

    public required string Json { get; set; }
}

internal sealed class ShownItemTable : IEntityTypeConfiguration<ShownItemRow>
{
    public void Configure(EntityTypeBuilder<ShownItemRow> builder) =>
        // Shown items are content, not data of a group: one copy serves all.
        builder.HasKey(row => new { row.ItemId, row.Version });
}
