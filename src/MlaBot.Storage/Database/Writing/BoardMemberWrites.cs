using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using MlaBot.Storage.Database.Reading;
using NodaTime;

namespace MlaBot.Storage.Database.Writing;

/// <summary>What changes how boards show people and what they reached, inside the writer's transaction.</summary>
internal static class BoardMemberWrites
{
    /// <summary>Keeps a choice; false when the alias is taken.</summary>
    public static bool Save(WriteSession session, LearnerKey person, string name, BoardChoice choice)
    {
        var group = session.Tenants.GroupId(person.Group);
        var key = choice.Alias.Length == 0 ? null : ChooseBoardName.KeyOf(choice.Alias);
        if (key is not null && IsTaken(session, group, person.UserId, key))
        {
            return false;
        }

        session.Sql.Run(
            """
            INSERT INTO BoardMembers (LearnerId, GroupId, Alias, AliasKey, IsHidden) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (LearnerId) DO UPDATE SET Alias = excluded.Alias, AliasKey = excluded.AliasKey, IsHidden = excluded.IsHidden
            """,
            session.Tenants.LearnerId(group, person.UserId, name),
            group,
            choice.Alias,
            key,
            choice.IsHidden);
        return true;
    }

    public static int Save(WriteSession session, ChannelKey channel, BoardSettings settings) => session.Sql.Run(
        """
        INSERT INTO BoardSettings (ChannelId, ClosesWeeks, ClosesMonths, ClosesSeasons, TellsMilestones, Quorum) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (ChannelId) DO UPDATE SET ClosesWeeks = excluded.ClosesWeeks, ClosesMonths = excluded.ClosesMonths,
            ClosesSeasons = excluded.ClosesSeasons, TellsMilestones = excluded.TellsMilestones, Quorum = excluded.Quorum
        """,
        session.Tenants.ChannelId(channel).Channel,
        settings.ClosesWeeks,
        settings.ClosesMonths,
        settings.ClosesSeasons,
        settings.TellsMilestones,
        settings.Quorum);

    /// <summary>Keeps milestones and gives back those that were new.</summary>
    public static IReadOnlyList<Milestone> Reach(WriteSession session, LearnerKey person, IReadOnlyList<Milestone> milestones, Instant at, ChannelKey? tellIn)
    {
        var learner = session.Sql.First(
            "SELECT l.Id FROM Learners l JOIN Groups g ON g.Id = l.GroupId WHERE g.Platform = $1 AND g.ExternalId = $2 AND l.UserId = $3",
            row => row.GetInt64(0),
            person.Group.Platform,
            person.Group.Id,
            person.UserId);
        var channel = tellIn is { } key ? session.Tenants.ChannelId(key).Channel : (long?)null;
        var highest = milestones.GroupBy(milestone => milestone.Kind).Select(kind => kind.MaxBy(milestone => milestone.Value)).ToHashSet();
        return learner == 0 ? [] :
        [
            .. milestones.Where(milestone => session.Sql.Run(
                "INSERT INTO Milestones (LearnerId, Kind, Value, At, TellIn) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
                learner,
                (int)milestone.Kind,
                milestone.Value,
                at.ToUnixTimeMilliseconds(),
                highest.Contains(milestone) ? channel : null) == 1),
        ];
    }

    /// <summary>Takes the milestones that a channel is to be told of.</summary>
    public static IReadOnlyList<PublicMilestone> TakePublic(WriteSession session, ChannelKey key)
    {
        var (channel, _) = session.Tenants.ChannelId(key);
        var all = session.Sql.All(
            """
            SELECT l.Id, l.Name, coalesce(m.Alias, ''), coalesce(m.IsHidden, 0), s.Kind, s.Value, s.At
            FROM Milestones s JOIN Learners l ON l.Id = s.LearnerId LEFT JOIN BoardMembers m ON m.LearnerId = l.Id
            WHERE s.TellIn = $1 ORDER BY s.At
            """,
            row => new PublicMilestone(
                new BoardMember(new MemberId(row.GetInt64(0)), row.GetString(1), new BoardChoice(row.GetString(2), row.GetBoolean(3))),
                new Milestone((MilestoneKind)row.GetInt32(4), row.GetInt32(5)),
                row.GetInstant(6)),
            channel);
        session.Sql.Run("UPDATE Milestones SET TellIn = NULL WHERE TellIn = $1", channel);
        return all;
    }

    // An alias that is somebody else's name would be a mask. One that is kept is not looked at again: somebody who takes it as a name later must
    // not keep its owner from any other choice.
    private static bool IsTaken(WriteSession session, long group, string user, string key)
    {
        var holder = session.Sql.First(
            "SELECT l.UserId FROM BoardMembers m JOIN Learners l ON l.Id = m.LearnerId WHERE m.GroupId = $1 AND m.AliasKey = $2",
            row => row.GetString(0),
            group,
            key);
        return holder is not null
            ? holder != user
            : session.Sql.All("SELECT l.Name FROM Learners l WHERE l.GroupId = $1 AND l.UserId <> $2", row => row.GetString(0), group, user)
                .Exists(name => ChooseBoardName.KeyOf(name) == key);
    }
}
