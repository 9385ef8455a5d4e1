using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace MlaBot.Storage.Database.Rows;

/// <summary>What a person has begun to fill in.</summary>
internal sealed class DraftRow
{
    public long GroupId { get; set; }

    /// <summary>The platform's own id: who sets a channel up need not be a learner.</summary>
    public string UserId { get; set; } = "";

    /// <summary>What is filled in, such as <c>answer:12</c>.</summary>
    public string Subject { get; set; } = "";

    public string Text { get; set; } = "";

    public Instant ChangedAt { get; set; }
}

internal sealed class DraftTable : IEntityTypeConfiguration<DraftRow>
{
    public void Configure(EntityTypeBuilder<DraftRow> builder)
    {
        builder.ToTable("Drafts");
        // One draft a person and subject, also from two devices.
        builder.HasKey(row => new { row.GroupId, row.UserId, row.Subject });
        builder.HasOne<GroupRow>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.Restrict);
        // Old drafts are removed by their age.
        builder.HasIndex(row => row.ChangedAt);
    }
}
