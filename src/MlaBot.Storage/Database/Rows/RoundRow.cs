using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MlaBot.Core.Rounds;
using NodaTime;

namespace MlaBot.Storage.Database.Rows;

/// <summary>A live round.</summary>
internal sealed class RoundRow
{
    public long Id { get; set; }

    public long ChannelId { get; set; }

    public string Exam { get; set; } = "";

    public RoundPhase Phase { get; set; }

    public Instant StartedAt { get; set; }

    public Instant? DueAt { get; set; }

    /// <summary>The rest as JSON: it is read and written as a whole.</summary>
    public string Text { get; set; } = "";
}

internal sealed class RoundRowTable : IEntityTypeConfiguration<RoundRow>
{
    public void Configure(EntityTypeBuilder<RoundRow> builder)
    {
        builder.ToTable("Rounds");
        builder.HasOne<ChannelRow>().WithMany().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Restrict);
        // One round at a time in a channel, also when two people start one in the same moment.
        builder.HasIndex(row => row.ChannelId, "OneRunningRound").IsUnique().HasFilter("Phase NOT IN (8, 9)");
        // A channel's newest rounds.
        builder.HasIndex(row => new { row.ChannelId, row.StartedAt });
    }
}

/// <summary>A person in a live round.</summary>
internal sealed class RoundPlayerRow
{
    public long RoundId { get; set; }

    /// <summary>The platform's own id: who joins need not be a learner.</summary>
    public string UserId { get; set; } = "";

    public string Name { get; set; } = "";

    public int FromQuestion { get; set; }

    public int Team { get; set; }

    public PlayerState State { get; set; }

    /// <summary>Counts up in the order of joining.</summary>
    public int Place { get; set; }
}

internal sealed class RoundPlayerTable : IEntityTypeConfiguration<RoundPlayerRow>
{
    public void Configure(EntityTypeBuilder<RoundPlayerRow> builder)
    {
        builder.ToTable("RoundPlayers");
        builder.HasKey(row => new { row.RoundId, row.UserId });
        builder.HasOne<RoundRow>().WithMany().HasForeignKey(row => row.RoundId).OnDelete(DeleteBehavior.Cascade);
    }
}
