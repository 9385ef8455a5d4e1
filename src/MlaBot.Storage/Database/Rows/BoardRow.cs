using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MlaBot.Core.Boards;
using NodaTime;

namespace MlaBot.Storage.Database.Rows;

/// <summary>A board of a channel: running, or in the archive.</summary>
internal sealed class BoardRow
{
    public long ChannelId { get; set; }

    public BoardKind Kind { get; set; }

    public LocalDate Start { get; set; }

    /// <summary>The first date after it.</summary>
    public LocalDate End { get; set; }

    public ClosingState State { get; set; }

    /// <summary>How it ended, as JSON; null while it runs.</summary>
    public string? Final { get; set; }
}

internal sealed class BoardTable : IEntityTypeConfiguration<BoardRow>
{
    public void Configure(EntityTypeBuilder<BoardRow> builder)
    {
        builder.ToTable("Boards");
        builder.HasKey(row => new { row.ChannelId, row.Kind, row.Start });
        builder.HasOne<ChannelRow>().WithMany().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Restrict);
        // Boards that are over but not archived, and those whose end is to be told: asked for by every sweep.
        builder.HasIndex(row => new { row.State, row.End });
    }
}
