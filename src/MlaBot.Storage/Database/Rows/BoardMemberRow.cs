using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MlaBot.Storage.Database.Rows;

/// <summary>How a learner wants to be seen on boards; there is no row for someone who never chose.</summary>
internal sealed class BoardMemberRow
{
    public long LearnerId { get; set; }

    public long GroupId { get; set; }

    /// <summary>Empty for the usual name.</summary>
    public string Alias { get; set; } = "";

    /// <summary>The alias as it is compared; null without one.</summary>
    public string? AliasKey { get; set; }

    public bool IsHidden { get; set; }
}

internal sealed class BoardMemberTable : IEntityTypeConfiguration<BoardMemberRow>
{
    public void Configure(EntityTypeBuilder<BoardMemberRow> builder)
    {
        builder.ToTable("BoardMembers");
        builder.HasKey(row => row.LearnerId);
        builder.Property(row => row.LearnerId).ValueGeneratedNever();
        builder.HasOne<LearnerRow>().WithMany().HasForeignKey(row => row.LearnerId).OnDelete(DeleteBehavior.Restrict);
        // Two people of a group never share an alias.
        builder.HasIndex(row => new { row.GroupId, row.AliasKey }).IsUnique();
    }
}
