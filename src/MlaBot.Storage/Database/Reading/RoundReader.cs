using System.Text.Json;
using Microsoft.Data.Sqlite;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Questions;
using MlaBot.Core.Rounds;
using MlaBot.Storage.Database.Json;
using NodaTime;

namespace MlaBot.Storage.Database.Reading;

/// <summary>Reads rounds, and writes their text.</summary>
internal static class RoundReader
{
    // Older rounds have it in front of an item that was left out.
    private const char LeftOut = '-';

    public const string Select =
        """
        SELECT r.Id, g.Platform, g.ExternalId, c.ExternalId, r.Exam, r.Phase, r.StartedAt, r.DueAt, r.Text
        FROM Rounds r JOIN Channels c ON c.Id = r.ChannelId JOIN Groups g ON g.Id = c.GroupId

        """;

    public static Round Read(SqliteDataReader row)
    {
        var group = new GroupKey(row.GetString(1), row.GetString(2));
        var text = JsonSerializer.Deserialize(row.GetString(8), StorageJson.Default.RoundText)!;
        return new Round
        {
            Id = new RoundId(row.GetInt64(0)),
            Channel = new ChannelKey(group, row.GetString(3)),
            Exam = new ExamId(row.GetString(4)),
            Phase = (RoundPhase)row.GetInt32(5),
            StartedAt = row.GetInstant(6),
            DueAt = row.IsDBNull(7) ? null : row.GetInstant(7),
            Host = new LearnerKey(group, text.Host),
            HostName = text.HostName,
            Opponent = text.Opponent is { } opponent ? new LearnerKey(group, opponent) : null,
            OpponentName = text.OpponentName,
            Options = new RoundOptions
            {
                Questions = text.Questions,
                Domains = [.. text.Domains.Select(domain => new DomainId(domain))],
                Scoring = (RoundScoring)text.Scoring,
                IsHostPaced = text.IsHostPaced,
                Teams = text.Teams,
                VotesTwice = text.VotesTwice,
                Lobby = Duration.FromSeconds(text.LobbySeconds),
            },
            Number = text.Number,
            Vote = text.Vote,
            Post = text.Post is { } post ? new PostId(post) : null,
            Items = [.. text.Items.Select(item => new ItemId(item.TrimStart(LeftOut)))],
            LobbyMessageId = text.LobbyMessageId,
            IsPauseWanted = text.IsPauseWanted,
            IsNextWanted = text.IsNextWanted,
            IsHostAway = text.IsHostAway,
            Unanswered = text.Unanswered,
            EndedBecause = text.EndedBecause,
            Openings = [.. (text.Openings ?? []).Select(opening => new RoundOpening(new PostId(opening.Post), Instant.FromUnixTimeMilliseconds(opening.At)))],
        };
    }

    public static string TextOf(Round round) => JsonSerializer.Serialize(
        new RoundText
        {
            Host = round.Host.UserId,
            HostName = round.HostName,
            Opponent = round.Opponent?.UserId,
            OpponentName = round.OpponentName,
            Questions = round.Options.Questions,
            Domains = [.. round.Options.Domains.Select(domain => domain.Value)],
            Scoring = (int)round.Options.Scoring,
            IsHostPaced = round.Options.IsHostPaced,
            Teams = round.Options.Teams,
            VotesTwice = round.Options.VotesTwice,
            LobbySeconds = (int)round.Options.Lobby.TotalSeconds,
            Number = round.Number,
            Vote = round.Vote,
            Post = round.Post?.Value,
            Items = [.. round.Items.Select(item => item.Value)],
            LobbyMessageId = round.LobbyMessageId,
            IsPauseWanted = round.IsPauseWanted,
            IsNextWanted = round.IsNextWanted,
            IsHostAway = round.IsHostAway,
            Unanswered = round.Unanswered,
            EndedBecause = round.EndedBecause,
            Openings = round.Openings.Count == 0 ? null : [.. round.Openings.Select(opening => new RoundOpeningText(opening.Post.Value, opening.At.ToUnixTimeMilliseconds()))],
        },
        StorageJson.Default.RoundText);

    public static List<RoundPlayer> Players(PreparedCommands sql, RoundId round) => sql.All(
        """
        SELECT g.Platform, g.ExternalId, p.UserId, p.Name, p.FromQuestion, p.Team, p.State
        FROM RoundPlayers p JOIN Rounds r ON r.Id = p.RoundId JOIN Channels c ON c.Id = r.ChannelId JOIN Groups g ON g.Id = c.GroupId
        WHERE p.RoundId = $1 ORDER BY p.Place
        """,
        row => new RoundPlayer(new LearnerKey(new GroupKey(row.GetString(0), row.GetString(1)), row.GetString(2)), row.GetString(3), row.GetInt32(4))
        {
            Team = row.GetInt32(5),
            State = (PlayerState)row.GetInt32(6),
        },
        round.Value);
}
