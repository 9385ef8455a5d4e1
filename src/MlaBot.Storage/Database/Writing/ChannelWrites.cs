using MlaBot.Core.Channels;
using MlaBot.Storage.Database.Values;

namespace MlaBot.Storage.Database.Writing;

/// <summary>What changes channels and rest days, inside the writer's transaction.</summary>
internal static class ChannelWrites
{
    public static int Save(WriteSession session, Channel channel) => session.Sql.Run(
        """
        INSERT INTO Channels (GroupId, ExternalId, Name, Exam, Zone, Feedback, OpenForSeconds, OpensThread, IsSilent, MentionRole, SetUpBy, PicksColdest)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        ON CONFLICT (GroupId, ExternalId) DO UPDATE SET
            Name = excluded.Name, Exam = excluded.Exam, Zone = excluded.Zone, Feedback = excluded.Feedback, OpenForSeconds = excluded.OpenForSeconds,
            OpensThread = excluded.OpensThread, IsSilent = excluded.IsSilent, MentionRole = excluded.MentionRole, SetUpBy = excluded.SetUpBy,
            PicksColdest = excluded.PicksColdest
        """,
        session.Tenants.GroupId(channel.Key.Group),
        channel.Key.Id,
        channel.Name,
        channel.Exam.Value,
        channel.Zone,
        (int)channel.Feedback,
        (long)channel.OpenFor.TotalSeconds,
        channel.Posting.OpensThread,
        channel.Posting.IsSilent,
        channel.Posting.MentionRole,
        channel.SetUpBy,
        channel.PicksColdest);

    public static int Save(WriteSession session, GroupKey group, RestDayRule rule) => session.Sql.Run(
        """
        INSERT INTO RestDays (GroupId, "From", Days) VALUES ($1, $2, $3)
        ON CONFLICT (GroupId, "From") DO UPDATE SET Days = excluded.Days
        """,
        session.Tenants.GroupId(group),
        EpochDays.From(rule.From),
        DayMask.From(rule.Days));
}
