using System.Globalization;
using MlaBot.Core.Marathons;
using MlaBot.Storage.Database.Values;
using NodaTime;

namespace MlaBot.Storage.Database.Writing;

/// <summary>What changes challenges over several days, inside the writer's transaction.</summary>
internal static class MarathonWrites
{
    /// <summary>The number of <see cref="MarathonState.ToTell"/>, for statements: below it, one is not over.</summary>
    public static readonly string ToTell = ((int)MarathonState.ToTell).ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of <see cref="MarathonState.Done"/>.</summary>
    public static readonly string Done = ((int)MarathonState.Done).ToString(CultureInfo.InvariantCulture);

    /// <summary>One at a time in a channel.</summary>
    public static bool Start(WriteSession session, Marathon marathon) => session.Sql.Run(
        $"""
        INSERT INTO Marathons (ChannelId, Title, "From", Days, CreatedAt, TellsStandings, State, Told) SELECT $1, $2, $3, $4, $5, $6, $7, $8
        WHERE NOT EXISTS (SELECT 1 FROM Marathons WHERE ChannelId = $1 AND State < {ToTell})
        """,
        session.Tenants.ChannelId(marathon.Channel).Channel,
        marathon.Title,
        EpochDays.From(marathon.From),
        marathon.Days,
        marathon.CreatedAt.ToUnixTimeMilliseconds(),
        marathon.TellsStandings,
        (int)marathon.State,
        EpochDays.From(marathon.Told)) == 1;

    public static bool Advance(WriteSession session, MarathonId id, MarathonState expected, MarathonState state, LocalDate told) => session.Sql.Run(
        "UPDATE Marathons SET State = $3, Told = $4 WHERE Id = $1 AND State = $2", id.Value, (int)expected, (int)state, EpochDays.From(told)) == 1;

    public static bool Archive(WriteSession session, MarathonId id, string json, bool isToTell) => session.Sql.Run(
        $"UPDATE Marathons SET State = $2, Final = $3 WHERE Id = $1 AND State < {ToTell}",
        id.Value,
        (int)(isToTell ? MarathonState.ToTell : MarathonState.Done),
        json) == 1;

    public static bool Drop(WriteSession session, MarathonId id) =>
        session.Sql.Run("DELETE FROM Marathons WHERE Id = $1 AND State = $2", id.Value, (int)MarathonState.Planned) == 1;
}
