using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MlaBot.Core.Boards;
using NodaTime;

namespace MlaBot.Storage.Database.Rows;

/// <summary>A milestone that a learner was told of.</summary>
internal sealed class MilestoneRow
{
    public long LearnerId { get; set; }

    public MilestoneKind Kind { get; set; }

    public int Value { get; set; }

    public Instant At { get; set; }

    /// <summary>The channel that is to be told; null when there is none, or it was told.</summary>
    public long? TellIn { get; set; }
}

internal sealed class MilestoneTable : IEntityTypeConfiguration<MilestoneRow>
{
    public void Configure(EntityTypeBuilder<MilestoneRow> builder)
    {
        builder.ToTable("Milestones");
        // Each is told once.
        builder.HasKey(row => new { row.LearnerId, row.Kind, row.Value });
        // Asked for by every sweep, and nearly always empty.
        builder.HasIndex(row => row.TellIn).HasFilter("TellIn IS NOT NULL");
        builder.HasOne<LearnerRow>().WithMany().HasForeignKey(row => row.LearnerId).OnDelete(DeleteBehavior.Restrict);
    }
}
