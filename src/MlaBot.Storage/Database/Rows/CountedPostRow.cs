using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MlaBot.Storage.Database.Rows;

/// <summary>The mark of a post whose answers are part of the boards.</summary>
internal sealed class CountedPostRow
{
    public long PostId { get; set; }
}

internal sealed class CountedPostTable : IEntityTypeConfiguration<CountedPostRow>
{
    public void Configure(EntityTypeBuilder<CountedPostRow> builder)
    {
        builder.ToTable("CountedPosts");
        // Written with the totals: a post is counted once.
        builder.HasKey(row => row.PostId);
        builder.Property(row => row.PostId).ValueGeneratedNever();
        builder.HasOne<PostRow>().WithMany().HasForeignKey(row => row.PostId).OnDelete(DeleteBehavior.Restrict);
    }
}
