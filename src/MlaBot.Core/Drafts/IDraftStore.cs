using MlaBot.Core.Channels;
using NodaTime;

namespace MlaBot.Core.Drafts;

/// <summary>Keeps what a person has begun to fill in, so that it goes on after a restart and on another device.</summary>
/// <remarks>A subject names what is filled in, such as <c>answer:12</c> or <c>setup:123</c>; at most 200 characters.
/// Two persons' drafts of one subject are apart.</remarks>
public interface IDraftStore
{
    /// <summary>How long a draft is kept that nobody touches.</summary>
    static readonly Duration Kept = Duration.FromDays(30);

    /// <summary>Changes a draft. Two changes at the same moment follow one another, so that neither is lost.</summary>
    /// <param name="person">Whose draft.</param>
    /// <param name="subject">What is filled in.</param>
    /// <param name="change">Makes the new text of the old one; null for none on either side. Runs while everybody's writes wait:
    /// it must be quick and touch nothing else.</param>
    /// <param name="cancellationToken">Ends the wait, not a write that has begun.</param>
    /// <returns>The text that stands now; null when there is none.</returns>
    Task<string?> UpdateAsync(LearnerKey person, string subject, Func<string?, string?> change, CancellationToken cancellationToken);

    /// <summary>Finds a draft; null when there is none.</summary>
    Task<string?> FindAsync(LearnerKey person, string subject, CancellationToken cancellationToken);

    /// <summary>Removes drafts that were last changed before an instant.</summary>
    /// <returns>How many there were.</returns>
    Task<int> RemoveOlderAsync(Instant before, CancellationToken cancellationToken);
}
