using MlaBot.Chat.Cards;
using MlaBot.Chat.Rounds;
using MlaBot.Core.Content;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Core.Rounds;
using NodaTime;

namespace MlaBot.Testing.Cards;

/// <summary>The cards that a live round passes through.</summary>
/// <param name="content">Where its questions come from.</param>
public sealed class RealRounds(ContentSnapshot content)
{
    private static readonly string[] Names = ["ada", "*Ben* [x](https://a.b)", "_cy_ `rm` @everyone", "{time:1795000000}", "Dörte-Désirée von und zu Ungewöhnlich-Langenname-Schmidt", "- eve"];

    /// <summary>A round with a number of items.</summary>
    public static Round Round(int questions, RoundPhase phase = RoundPhase.Lobby) => new()
    {
        Id = new(7),
        Channel = New.ChannelKey,
        Exam = New.ExamId,
        Host = new(New.ChannelKey.Group, "ada"),
        HostName = Names[0],
        Options = new RoundOptions { Questions = questions },
        Phase = phase,
        StartedAt = New.Instant("2026-11-21T19:00Z"),
        DueAt = New.Instant("2026-11-21T19:01Z"),
        Items = [.. Enumerable.Range(1, questions).Select(number => new ItemId($"q-1.1-{number:0000}"))],
        LobbyMessageId = "m1",
    };

    /// <summary>Players whose names hold everything that a platform could read.</summary>
    public static IReadOnlyList<RoundPlayer> Players(int count, int teams = 0) =>
    [
        .. Enumerable.Range(0, count).Select(number => new RoundPlayer(
            new(New.ChannelKey.Group, $"u{number}"), number < Names.Length ? Names[number] : $"{Names[number % Names.Length]} {number}", number == 1 ? 2 : 1)
        {
            Team = teams == 0 ? 0 : (number % teams) + 1,
        }),
    ];

    /// <summary>A question of a round in its life.</summary>
    public static RoundQuestion Question(Item item, int number = 1, int vote = 1, PostState state = PostState.Open) =>
        new(number, vote, new RealPosts(item).Post with { Round = new(7), Slot = (number * 2) + vote - 1, State = state, MessageId = "m2", OpenedAt = New.Instant("2026-11-21T19:02Z") }, item);

    /// <summary>All messages of the life of one question, with the most that can stand in them.</summary>
    public IEnumerable<(string Form, Card Card)> Of(Item item, bool answersInForms)
    {
        var round = Round(20) with { Number = 19, Options = Round(20).Options with { IsHostPaced = true, VotesTwice = true } };
        var (players, question) = (Players(500), Question(item, 19, 2));
        var answers = Answers(question, players, right: 300);
        return
        [
            ("locked", RoundQuestionCards.Locked(round, question, Duration.FromSeconds(15), content)),
            ("open", RoundQuestionCards.Open(round, question, 499, 500, answersInForms, content)),
            ("closed", RoundQuestionCards.Closed(round, question with { Post = question.Post with { State = PostState.Closing } }, 500, content)),
            ("left out", RoundQuestionCards.Closed(round, question with { Post = question.Post with { State = PostState.Withdrawn } }, 500, content)),
            ("discuss", RoundQuestionCards.Discuss(round, question, answers, New.Instant("2026-11-21T19:05Z"))),
            ("reveal", RoundRevealCards.Of(round, question, answers, Answers(question, players, right: 200), Table(players, [(question, answers)]), Duration.FromSeconds(20), content)),
        ];
    }

    /// <summary>What stands before, between and after the questions, at its largest and at its smallest.</summary>
    public IEnumerable<(string Name, Card Card)> Around(IReadOnlyList<Item> items)
    {
        var (round, players) = (Round(items.Count), Players(500));
        var questions = items.Select((item, index) => Question(item, index + 1, state: PostState.Settled)).Select(question => (question, Answers(question, players, question.Number * 7 % 500))).ToArray();
        var table = Table(players, questions);
        var report = new RoundReport(round, table.Lines[^1], table.Lines.Count, [.. questions.Select(each => new ReportedQuestion(each.question, each.Item2[^1], each.Item2[0]))]);
        var duel = round with { Opponent = players[1].Learner, OpponentName = players[1].Name };
        return
        [
            ("lobby, empty", LobbyCards.Of(round, [])),
            ("lobby, full", LobbyCards.Of(round with { Options = round.Options with { VotesTwice = true, IsHostPaced = true, Teams = 4, Domains = [new("1"), new("3")] } }, players)),
            ("begun with teams", LobbyCards.Of(round with { Phase = RoundPhase.Ready }, Players(500, teams: 4))),
            ("called off", LobbyCards.Of(round with { Phase = RoundPhase.Cancelled, EndedBecause = "Nobody joined." }, [])),
            ("challenge", LobbyCards.Of(duel, [])),
            ("podium", PodiumCards.Of(round, table, items.Count)),
            ("podium with teams", PodiumCards.Of(round with { EndedBecause = "The host stopped it." }, Table(Players(500, teams: 4), questions), items.Count)),
            ("podium of nobody", PodiumCards.Of(round, Table([], []), 0)),
            ("report", RoundReportCards.Of(report, content)),
            ("report of nobody", RoundReportCards.Of(report with { Line = null, Questions = [.. report.Questions.Select(each => each with { Answer = null })] }, content)),
        ];
    }

    private static RoundTable Table(IReadOnlyList<RoundPlayer> players, IEnumerable<(RoundQuestion Question, IReadOnlyList<DailyAnswer> Answers)> all) => RoundTable.Of(
        players,
        [.. all.Select(each => new AnsweredQuestion(each.Question with { Post = each.Question.Post with { State = PostState.Settled } }, Duration.FromSeconds(60), each.Answers))],
        RoundScoring.AccuracyFirst,
        new RoundRules());

    private static IReadOnlyList<DailyAnswer> Answers(RoundQuestion question, IReadOnlyList<RoundPlayer> players, int right)
    {
        var posts = new RealPosts(question.Item);
        return [.. players.Select((player, index) => posts.Given(isRight: index < right) with { Learner = player.Learner, FirstAt = question.Post.OpenedAt!.Value + Duration.FromSeconds(index % 40) })];
    }
}
