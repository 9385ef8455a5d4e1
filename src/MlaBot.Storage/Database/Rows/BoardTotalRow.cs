using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MlaBot.Core.Boards;
using NodaTime;

namespace MlaBot.Storage.Database.Rows;

/// <summary>What a learner did in a period of a channel. Made from answers, and made again from them at any time.</summary>
internal sealed class BoardTotalRow
{
    public long ChannelId { get; set; }

    public BoardKind Kind { get; set; }

    public LocalDate Start { get; set; }

    public long LearnerId { get; set; }

    public int Answered { get; set; }

    public int Right { get; set; }
}

internal sealed class BoardTotalTable : IEntityTypeConfiguration<BoardTotalRow>
{
    public void Configure(EntityTypeBuilder<BoardTotalRow> builder)
    {
        builder.ToTable("BoardTotals");
        // A board is one range of this key. The migration makes the table WITHOUT ROWID, so that the rows themselves lie in that order; no
        // foreign keys, since each would be an index more to write for every answer.
        builder.HasKey(row => new { row.ChannelId, row.Kind, row.Start, row.LearnerId });
    }
}
