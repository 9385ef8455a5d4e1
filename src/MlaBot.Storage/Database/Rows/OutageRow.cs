using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace MlaBot.Storage.Database.Rows;

/// <summary>A time in which the bot did not run; it excuses all groups alike.</summary>
internal sealed class OutageRow
{
    public long Id { get; set; }

    public Instant From { get; set; }

    public Instant To { get; set; }
}

internal sealed class OutageTable : IEntityTypeConfiguration<OutageRow>
{
    public void Configure(EntityTypeBuilder<OutageRow> builder)
    {
        builder.ToTable("Outages");
        // A streak asks for the outages that ended after its first day.
        builder.HasIndex(row => row.To);
    }
}
