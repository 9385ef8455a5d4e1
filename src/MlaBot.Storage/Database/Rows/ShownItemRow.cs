using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MlaBot.Storage.Database.Rows;

/// <summary>An item as learners saw it, kept for ever: a post is explained and graded by what it showed.</summary>
internal sealed class ShownItemRow
{
    public string ItemId { get; set; } = "";

    public int Version { get; set; }

    public string Json { get; set; } = "";
}

internal sealed class ShownItemTable : IEntityTypeConfiguration<ShownItemRow>
{
    public void Configure(EntityTypeBuilder<ShownItemRow> builder)
    {
        builder.ToTable("ShownItems");
        // Shown items are content, not data of a group: one copy serves all.
        builder.HasKey(row => new { row.ItemId, row.Version });
    }
}
