using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace MlaBot.Storage.Database.Rows;

/// <summary>A learner's answer to a post: the first attempt, and the one that holds.</summary>
internal sealed class AnswerRow
{
    public long PostId { get; set; }

    public long LearnerId { get; set; }

    /// <summary>The canonical text of the first attempt.</summary>
    public string First { get; set; } = "";

    public bool IsFirstCorrect { get; set; }

    public Instant FirstAt { get; set; }

    public string Last { get; set; } = "";

    public bool IsLastCorrect { get; set; }

    public Instant LastAt { get; set; }

    public int Changes { get; set; }

    public AnswerKind Kind { get; set; }

    /// <summary>The learner's local day of the first attempt.</summary>
    public LocalDate Day { get; set; }

    public bool IsGrace { get; set; }
}

/// <summary>What an answer counts for. Stored as a number: add at the end, never renumber.</summary>
internal enum AnswerKind
{
    /// <summary>A daily question before its reveal: it counts for rank and streak.</summary>
    Due = 0,

    /// <summary>After the reveal.</summary>
    Practice = 1,

    /// <summary>A question of a live round before its reveal: it counts in the round alone.</summary>
    Round = 2,
}

internal sealed class AnswerTable : IEntityTypeConfiguration<AnswerRow>
{
    public void Configure(EntityTypeBuilder<AnswerRow> builder)
    {
        builder.ToTable("Answers");
        // One answer per learner and post: redelivery, double taps and two devices end here.
        builder.HasKey(row => new { row.PostId, row.LearnerId });
        builder.HasOne<PostRow>().WithMany().HasForeignKey(row => row.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LearnerRow>().WithMany().HasForeignKey(row => row.LearnerId).OnDelete(DeleteBehavior.Restrict);
        // A learner's days for the streak, answered from the index alone after every answer.
        builder.HasIndex(row => new { row.LearnerId, row.Kind, row.Day, row.IsGrace });
    }
}
