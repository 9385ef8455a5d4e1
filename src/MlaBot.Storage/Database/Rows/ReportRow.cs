using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MlaBot.Core.Reports;
using NodaTime;

namespace MlaBot.Storage.Database.Rows;

/// <summary>A member's report on a question.</summary>
internal sealed class ReportRow
{
    public long Id { get; set; }

    public long GroupId { get; set; }

    public long LearnerId { get; set; }

    public long PostId { get; set; }

    public string ItemId { get; set; } = "";

    public int ItemVersion { get; set; }

    public ReportReason Reason { get; set; }

    public string Text { get; set; } = "";

    public Instant At { get; set; }

    public Instant? ClosedAt { get; set; }

    public string ClosedBy { get; set; } = "";

    public string Note { get; set; } = "";
}

internal sealed class ReportTable : IEntityTypeConfiguration<ReportRow>
{
    public void Configure(EntityTypeBuilder<ReportRow> builder)
    {
        builder.ToTable("Reports");
        builder.HasOne<GroupRow>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LearnerRow>().WithMany().HasForeignKey(row => row.LearnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PostRow>().WithMany().HasForeignKey(row => row.PostId).OnDelete(DeleteBehavior.Restrict);
        // One report a person and version: nobody hides a question alone.
        builder.HasIndex(row => new { row.LearnerId, row.ItemId, row.ItemVersion }).IsUnique();
        // Serves what is open in a group, whenever a question is picked.
        builder.HasIndex(row => new { row.GroupId, row.ClosedAt, row.ItemId, row.ItemVersion });
        builder.HasIndex(row => row.PostId);
    }
}
