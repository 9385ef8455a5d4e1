using MlaBot.Core.Rounds;
using MlaBot.Storage.Database.Reading;

namespace MlaBot.Storage.Database.Writing;

/// <summary>What changes rounds, inside the writer's transaction.</summary>
internal static class RoundWrites
{
    /// <returns>The round with its id; null when another one runs in the channel.</returns>
    /// <exception cref="InvalidOperationException">The channel was never set up.</exception>
    public static Round? Add(WriteSession session, Round round)
    {
        var (channel, _) = session.Tenants.ChannelId(round.Channel);
        var id = session.Sql.First(
            """
            INSERT INTO Rounds (ChannelId, Exam, Phase, StartedAt, DueAt, Text) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING RETURNING Id
            """,
            row => row.GetInt64(0),
            channel,
            round.Exam.Value,
            (int)round.Phase,
            round.StartedAt.ToUnixTimeMilliseconds(),
            round.DueAt?.ToUnixTimeMilliseconds(),
            RoundReader.TextOf(round));
        return id == 0 ? null : round with { Id = new RoundId(id) };
    }

    public static int Save(WriteSession session, Round round) => session.Sql.Run(
        "UPDATE Rounds SET Phase = $2, DueAt = $3, Text = $4 WHERE Id = $1",
        round.Id.Value,
        (int)round.Phase,
        round.DueAt?.ToUnixTimeMilliseconds(),
        RoundReader.TextOf(round));

    public static int SavePlayers(WriteSession session, RoundId round, IReadOnlyList<RoundPlayer> players) => players.Sum(player => session.Sql.Run(
        """
        INSERT INTO RoundPlayers (RoundId, UserId, Name, FromQuestion, Team, State, Place)
        SELECT $1, $2, $3, $4, $5, $6, count(*) FROM RoundPlayers WHERE RoundId = $1
        ON CONFLICT (RoundId, UserId) DO UPDATE SET Name = excluded.Name, FromQuestion = excluded.FromQuestion, Team = excluded.Team, State = excluded.State
        """,
        round.Value,
        player.Learner.UserId,
        player.Name,
        player.FromQuestion,
        player.Team,
        (int)player.State));
}
