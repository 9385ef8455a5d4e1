using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace MlaBot.Storage.Database.Rows;

/// <summary>An admin whom another admin of the group named.</summary>
internal sealed class AdminRow
{
    public long GroupId { get; set; }

    /// <summary>The platform's own id: an admin need not be a learner.</summary>
    public string UserId { get; set; } = "";

    public string Name { get; set; } = "";

    public string NamedBy { get; set; } = "";

    public string NamedByName { get; set; } = "";

    public Instant At { get; set; }
}

internal sealed class AdminTable : IEntityTypeConfiguration<AdminRow>
{
    public void Configure(EntityTypeBuilder<AdminRow> builder)
    {
        builder.ToTable("Admins");
        // A person is named once. Read from its beginning it lists a group's admins.
        builder.HasKey(row => new { row.GroupId, row.UserId });
        builder.HasOne<GroupRow>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}
