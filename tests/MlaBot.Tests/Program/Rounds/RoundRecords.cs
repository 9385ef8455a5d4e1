using System.Text.Json.Nodes;
using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;

namespace MlaBot.Tests.Program.Rounds;

/// <summary>What the program has stored of rounds, and the table that follows from it, worked out without the program's own parts.</summary>
internal sealed class RoundRecords(Records records, double answerSeconds)
{
    /// <summary>All rounds, oldest first.</summary>
    public IReadOnlyList<StoredRound> All() => records.Read(
        "SELECT r.Id, c.ExternalId, r.Phase, r.Text FROM Rounds r JOIN Channels c ON c.Id = r.ChannelId ORDER BY r.Id",
        row => new StoredRound(row.GetInt64(0), row.GetString(1), (RoundPhase)row.GetInt32(2), (JsonObject)JsonNode.Parse(row.GetString(3))!));

    /// <summary>The newest round of a channel.</summary>
    public StoredRound? Newest(RoundPlace place) => All().LastOrDefault(round => round.Channel == place.Id);

    /// <summary>Who joined, in any order.</summary>
    public IReadOnlyList<StoredPlayer> Players(long round) => records.Read(
        $"SELECT UserId, Name, FromQuestion, Team, State FROM RoundPlayers WHERE RoundId = {round}",
        row => new StoredPlayer(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), (PlayerState)row.GetInt32(4)));

    /// <summary>The questions of a round that were put to people, by number and vote.</summary>
    public IReadOnlyList<StoredRoundQuestion> Questions(long round)
    {
        var rows = records.Read(
            $"SELECT Id, Slot, OpenedAt, MessageId FROM Posts WHERE RoundId = {round} ORDER BY Slot",
            row => (Id: row.GetInt64(0), Slot: row.GetInt32(1), OpenedAt: row.IsDBNull(2) ? (long?)null : row.GetInt64(2), MessageId: row.IsDBNull(3) ? "" : row.GetString(3)));
        // Read later, so that each of them is there.
        var posts = records.Posts().ToDictionary(post => post.Id);
        return [.. rows.Select(row => new StoredRoundQuestion(row.Slot / 2, (row.Slot % 2) + 1, posts[row.Id], row.OpenedAt, row.MessageId))];
    }

    /// <summary>The answers of a round that count, with the moments from which speed is counted.</summary>
    public IReadOnlyList<StoredRoundAnswer> Answers(long round)
    {
        var rows = records.Read(
            $"""
            SELECT a.PostId, l.UserId, a.FirstAt, a.Last FROM Answers a JOIN Learners l ON l.Id = a.LearnerId JOIN Posts p ON p.Id = a.PostId
            WHERE p.RoundId = {round} AND a.Kind = 2
            """,
            row => (Post: row.GetInt64(0), Person: row.GetString(1), FirstAt: row.GetInt64(2), Last: row.GetString(3)));
        var posts = records.Posts().ToDictionary(post => post.Id);
        return [.. rows.Select(row => new StoredRoundAnswer(row.Post, row.Person, row.FirstAt, posts[row.Post].Letters(row.Last) == posts[row.Post].Right))];
    }

    /// <summary>The table, best first, by points, right answers and, where speed counts, whole seconds.</summary>
    public IReadOnlyList<TableLine> Table(long round)
    {
        var most = (int)All().Single(each => each.Id == round).Text["Scoring"]! switch { 0 => 200m, 1 => 500m, _ => 0m };
        var answers = Answers(round).ToDictionary(answer => (answer.Post, answer.Person));
        var counted = Questions(round)
            .Where(question => question.Post.State is PostState.Revealed or PostState.Settled)
            .GroupBy(question => question.Number)
            .Select(votes => votes.Last())
            .ToArray();
        var sums = new List<(StoredPlayer Player, int Points, int Right, int Played, decimal Ms)>();
        foreach (var player in Players(round).Where(player => player.State != PlayerState.Removed))
        {
            var (points, right, played, ms) = (0, 0, 0, 0m);
            foreach (var question in counted.Where(question => question.Number >= player.From))
            {
                var allowed = (decimal)answerSeconds * 1000;
                played++;
                var answer = answers.GetValueOrDefault((question.Post.Id, player.Person));
                var took = answer is null ? allowed : Math.Clamp(answer.FirstAt - question.OpenedAt!.Value, 0, allowed);
                ms += took;
                right += answer is { IsRight: true } ? 1 : 0;
                points += answer is { IsRight: true } ? Points(took, most) : 0;
            }

            // Who left before anything counted did not take part.
            if (player.State == PlayerState.In || played > 0)
            {
                sums.Add((player, points, right, played, most == 0 ? 0 : Math.Floor(ms / 1000)));
            }
        }

        return
        [
            .. sums
                .Select(sum => new TableLine(1 + sums.Count(other => Beats(other, sum)), sum.Player, sum.Points, sum.Right, sum.Played))
                .OrderBy(line => line.Rank)
                .ThenBy(line => line.Player.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(line => line.Player.Person, StringComparer.Ordinal),
        ];
    }

    /// <summary>The points of a right answer.</summary>
    /// <param name="took">Milliseconds since the question opened.</param>
    /// <param name="most">The most for speed.</param>
    public int Points(decimal took, decimal most)
    {
        const decimal Grace = RoundStage.GraceSeconds * 1000;
        var allowed = (decimal)answerSeconds * 1000;
        return 1000 + (int)Math.Round(took <= Grace ? most : most * (allowed - took) / (allowed - Grace), MidpointRounding.AwayFromZero);
    }

    private static bool Beats((StoredPlayer Player, int Points, int Right, int Played, decimal Seconds) one, (StoredPlayer Player, int Points, int Right, int Played, decimal Seconds) other) =>
        one.Points != other.Points ? one.Points > other.Points
        : one.Right != other.Right ? one.Right > other.Right
        : one.Seconds < other.Seconds;
}

/// <summary>A round as stored.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Channel">The platform's id of the channel.</param>
/// <param name="Phase">Where in its life it is.</param>
/// <param name="Text">The rest.</param>
internal sealed record StoredRound(long Id, string Channel, RoundPhase Phase, JsonObject Text)
{
    /// <summary>True when nothing is to come.</summary>
    public bool IsOver => Phase is RoundPhase.Ended or RoundPhase.Cancelled;

    /// <summary>The question it is on.</summary>
    public int Number => (int)Text[nameof(Number)]!;

    /// <summary>Which vote on it.</summary>
    public int Vote => (int)Text[nameof(Vote)]!;

    /// <summary>Why it ended early.</summary>
    public string EndedBecause => (string)Text[nameof(EndedBecause)]!;
}

/// <summary>A player as stored.</summary>
internal sealed record StoredPlayer(string Person, string Name, int From, int Team, PlayerState State);

/// <summary>A question as stored; <paramref name="OpenedAt"/> in Unix milliseconds of the engine's clock.</summary>
internal sealed record StoredRoundQuestion(int Number, int Vote, StoredPost Post, long? OpenedAt, string MessageId);

/// <summary>An answer that counts; <paramref name="FirstAt"/> in Unix milliseconds of the engine's clock.</summary>
internal sealed record StoredRoundAnswer(long Post, string Person, long FirstAt, bool IsRight);

/// <summary>A line of the table.</summary>
internal sealed record TableLine(int Rank, StoredPlayer Player, int Points, int Right, int Played);
