using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace MlaBot.Storage.Database.Rows;

/// <summary>A group's rest days from a date on.</summary>
internal sealed class RestDayRow
{
    public long GroupId { get; set; }

    public LocalDate From { get; set; }

    /// <summary>A <see cref="Values.DayMask"/>.</summary>
    public int Days { get; set; }
}

internal sealed class RestDayTable : IEntityTypeConfiguration<RestDayRow>
{
    public void Configure(EntityTypeBuilder<RestDayRow> builder)
    {
        builder.ToTable("RestDays");
        // One rule a date; the key also gives a group's rules in order.
        builder.HasKey(row => new { row.GroupId, row.From });
        builder.HasOne<GroupRow>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}
