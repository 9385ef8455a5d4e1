using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using NodaTime;

namespace MlaBot.Storage.Database.Rows;

/// <summary>One question of one schedule on one local date.</summary>
internal sealed class PostRow
{
    public long Id { get; set; }

    /// <summary>Counts up in the group from 1; 0 while it is planned.</summary>
    public int Number { get; set; }

    /// <summary>Null for a question of a round. No foreign key: sent posts outlive their schedule, and ids are never given twice.</summary>
    public long? ScheduleId { get; set; }

    public long? RoundId { get; set; }

    public long ChannelId { get; set; }

    /// <summary>The channel's group, so that a group's time line needs no join.</summary>
    public long GroupId { get; set; }

    /// <summary>The schedule's domain when the post was planned.</summary>
    public string Domain { get; set; } = "";

    public LocalDate Date { get; set; }

    public int Slot { get; set; }

    public string ItemId { get; set; } = "";

    public int ItemVersion { get; set; }

    public string Presentation { get; set; } = "";

    public PostState State { get; set; }

    public FeedbackMode Feedback { get; set; }

    public Instant DueAt { get; set; }

    public Instant? OpenedAt { get; set; }

    public Instant? ClosesAt { get; set; }

    public string? MessageId { get; set; }

    public string Note { get; set; } = "";
}

internal sealed class PostTable : IEntityTypeConfiguration<PostRow>
{
    public void Configure(EntityTypeBuilder<PostRow> builder)
    {
        builder.ToTable("Posts");
        builder.HasOne<ChannelRow>().WithMany().HasForeignKey(row => row.ChannelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<GroupRow>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.Restrict);
        // A question is planned once, however often the planner runs. Read from its end it gives a schedule's latest post.
        builder.HasIndex(row => new { row.ScheduleId, row.Date, row.Slot }).IsUnique();
        // What people type after a command; planned posts have no number yet.
        builder.HasIndex(row => new { row.GroupId, row.Number }).IsUnique().HasFilter("Number > 0");
        // A question of a round is asked once for each number and vote.
        builder.HasIndex(row => new { row.RoundId, row.Slot }).IsUnique();
        builder.HasOne<RoundRow>().WithMany().HasForeignKey(row => row.RoundId).OnDelete(DeleteBehavior.Restrict);
        // Planned posts whose time has come, and posts in doubt.
        builder.HasIndex(row => new { row.State, row.DueAt });
        // Open posts that are to close.
        builder.HasIndex(row => new { row.State, row.ClosesAt });
        // A channel's newest posts.
        builder.HasIndex(row => new { row.ChannelId, row.DueAt });
        // How often a channel used each item of a domain, answered from the index alone.
        builder.HasIndex(row => new { row.ChannelId, row.Domain, row.ItemId, row.State });
        // A group's time line, answered from the index alone.
        builder.HasIndex(row => new { row.GroupId, row.State, row.DueAt, row.OpenedAt, row.RoundId });
    }
}
