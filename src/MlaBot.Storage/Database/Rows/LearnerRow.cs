using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MlaBot.Storage.Database.Rows;

/// <summary>A person of a group.</summary>
internal sealed class LearnerRow
{
    public long Id { get; set; }

    public long GroupId { get; set; }

    /// <summary>The platform's own id of the person.</summary>
    public string UserId { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>The calendar as JSON; null for someone who never chose anything.</summary>
    public string? Calendar { get; set; }
}

internal sealed class LearnerTable : IEntityTypeConfiguration<LearnerRow>
{
    public void Configure(EntityTypeBuilder<LearnerRow> builder)
    {
        builder.ToTable("Learners");
        builder.HasOne<GroupRow>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.Restrict);
        // Every answer names its learner by the platform's ids.
        builder.HasIndex(row => new { row.GroupId, row.UserId }).IsUnique();
    }
}
