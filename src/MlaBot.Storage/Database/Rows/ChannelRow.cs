using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MlaBot.Core.Channels;

namespace MlaBot.Storage.Database.Rows;

/// <summary>A channel that was set up.</summary>
internal sealed class ChannelRow
{
    public long Id { get; set; }

    public long GroupId { get; set; }

    /// <summary>The platform's own id.</summary>
    public string ExternalId { get; set; } = "";

    public string Name { get; set; } = "";

    public string Exam { get; set; } = "";

    public string Zone { get; set; } = "";

    public FeedbackMode Feedback { get; set; }

    public int OpenForSeconds { get; set; }

    public bool OpensThread { get; set; }

    public bool IsSilent { get; set; }

    /// <summary>The platform's own id of a role; empty for none.</summary>
    public string MentionRole { get; set; } = "";

    public bool PicksColdest { get; set; }

    /// <summary>The platform's own id of the admin who last set it up; empty when nobody is known.</summary>
    public string SetUpBy { get; set; } = "";
}

internal sealed class ChannelTable : IEntityTypeConfiguration<ChannelRow>
{
    public void Configure(EntityTypeBuilder<ChannelRow> builder)
    {
        builder.ToTable("Channels");
        builder.HasOne<GroupRow>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.Restrict);
        // Every request names its channel by the platform's ids.
        builder.HasIndex(row => new { row.GroupId, row.ExternalId }).IsUnique();
    }
}
