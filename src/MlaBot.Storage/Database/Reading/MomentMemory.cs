using System.Collections.Concurrent;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Streaks;
using NodaTime;

namespace MlaBot.Storage.Database.Reading;

/// <summary>Remembers the time line of each group: every answer asks for it, and it changes a few times a day.</summary>
internal sealed class MomentMemory(ReaderPool readers)
{
    private readonly ConcurrentDictionary<GroupKey, Moments> _known = [];
    private readonly ConcurrentDictionary<GroupKey, long> _versions = [];

    /// <summary>Drops a group's time line. Call after a change is committed and before anybody is told of it.</summary>
    public void Forget(GroupKey group) => _versions.AddOrUpdate(group, 1, static (_, version) => version + 1);

    public async Task<Moments> GetAsync(GroupKey group, CancellationToken cancellationToken)
    {
        // The version is taken before the read: a change that comes between makes what is remembered old at once.
        var version = _versions.GetValueOrDefault(group);
        if (_known.TryGetValue(group, out var known) && known.Version == version)
        {
            return known;
        }

        var read = await readers.ReadAsync(sql => Read(sql, group), cancellationToken);
        return _known[group] = new Moments(version, read);
    }

    private static List<PostMoment> Read(PreparedCommands sql, GroupKey group) => sql.All(
        """
        SELECT coalesce(p.OpenedAt, p.DueAt) AS Moment, p.State FROM Posts p JOIN Groups g ON g.Id = p.GroupId
        WHERE g.Platform = $1 AND g.ExternalId = $2 AND p.State > $3 AND p.RoundId IS NULL ORDER BY Moment
        """,
        row => new PostMoment(
            row.GetInstant(0),
            (PostState)row.GetInt32(1) is PostState.Missed or PostState.Skipped or PostState.Withdrawn),
        group.Platform,
        group.Id,
        // Planned and intended posts have not had their moment yet.
        (int)PostState.Intended);
}

/// <summary>A group's time line as it was read.</summary>
/// <param name="Version">The version of the group's posts.</param>
/// <param name="All">Oldest first.</param>
internal sealed record Moments(long Version, List<PostMoment> All)
{
    /// <summary>The moments from an instant on.</summary>
    public IReadOnlyList<PostMoment> From(Instant from)
    {
        var first = All.FindIndex(moment => moment.At >= from);
        return first switch { < 0 => [], 0 => All, _ => All.GetRange(first, All.Count - first) };
    }
}
