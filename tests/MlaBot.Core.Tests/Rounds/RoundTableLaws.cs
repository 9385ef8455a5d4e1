using FsCheck;
using FsCheck.Fluent;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using MlaBot.Core.Rounds;
using MlaBot.Testing;
using MlaBot.Testing.Rounds;
using NodaTime;

namespace MlaBot.Core.Tests.Rounds;

public sealed class RoundTableLaws
{
    private static readonly Instant Opened = New.Instant("2026-03-05T19:00Z");
    private static readonly RoundRules Rules = new();

    private static readonly Gen<RoundPlayer[]> Players =
        from count in Gen.Choose(0, 12)
        from firsts in Gen.ArrayOf(Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(1, 6))), count)
        from states in Gen.ArrayOf(Gen.Frequency((6, Gen.Constant(PlayerState.In)), (1, Gen.Constant(PlayerState.Left)), (1, Gen.Constant(PlayerState.Removed))), count)
        from teams in Gen.ArrayOf(Gen.Choose(0, 3), count)
        select Enumerable.Range(0, count).Select(index => new RoundPlayer(Person(index), $"name {index % 3}", firsts[index]) { Team = teams[index], State = states[index] }).ToArray();

    private static readonly Gen<Played> Rounds =
        from players in Players
        from scoring in Gen.Elements(Enum.GetValues<RoundScoring>())
        from count in Gen.Choose(0, 5)
        from questions in Gen.ArrayOf(Questions(players), count)
        select new Played(
            players, scoring, [.. questions.SelectMany((votes, index) => votes.Select((vote, at) => Numbered(vote, index + 1, at + 1)))]);

    [Fact]
    public void The_table_is_what_a_second_reckoning_gives() =>
        Prop.ForAll(Rounds.ToArbitrary(), round => NaiveTable.Of(round.Table()).ShouldBe(NaiveTable.Of(round.Players, round.Questions, round.Scoring))).QuickCheckThrowOnFailure();

    [Fact]
    public void No_order_of_players_questions_or_answers_changes_it() =>
        Prop.ForAll(Rounds.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (round, seed) =>
        {
            var random = new Random(seed);
            var mixed = round with
            {
                Players = [.. round.Players.OrderBy(_ => random.Next())],
                Questions = [.. round.Questions.Select(each => each with { Answers = [.. each.Answers.OrderBy(_ => random.Next())] }).OrderBy(_ => random.Next())],
            };
            Text(mixed.Table()).ShouldBe(Text(round.Table()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ranks_are_competition_ranks_and_ties_share_them() =>
        Prop.ForAll(Rounds.ToArbitrary(), round =>
        {
            var table = round.Table();
            IsRanked([.. table.Lines.Select(line => line.Rank)]);
            IsRanked([.. table.Teams.Select(team => team.Rank)]);
            table.Lines.Zip(table.Lines.Skip(1)).ShouldAllBe(pair => pair.First.Points >= pair.Second.Points);
            table.Teams.Zip(table.Teams.Skip(1)).ShouldAllBe(pair => pair.First.Mean > pair.Second.Mean == (pair.First.Rank < pair.Second.Rank));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_was_taken_out_or_left_before_anything_counted_stands_nowhere_and_changes_nobodys_points() =>
        Prop.ForAll(Rounds.ToArbitrary(), round =>
        {
            var table = round.Table();
            var present = round.Players.Where(player => player.State != PlayerState.Removed).ToArray();
            var last = round.Questions.Where(each => each.Counts).Select(each => each.Question.Number).DefaultIfEmpty(0).Max();
            table.Lines.Select(line => line.Player.Learner).ShouldBe(
                present.Where(player => player.State == PlayerState.In || player.FromQuestion <= last).Select(player => player.Learner), ignoreOrder: true);
            table.Teams.SelectMany(team => team.Members).ShouldAllBe(line => line.Player.State != PlayerState.Removed);
            Text((round with { Players = present }).Table()).ShouldBe(Text(table));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_comes_late_is_asked_nothing_of_what_was_before() =>
        Prop.ForAll(Rounds.ToArbitrary(), round =>
        {
            var counted = round.Questions.Where(each => each.Counts).Select(each => each.Question.Number).ToHashSet();
            return round.Table().Lines.All(line => line.Played == counted.Count(number => number >= line.Player.FromQuestion) && line.Answered <= line.Played && line.Right <= line.Answered);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_question_that_was_left_out_counts_for_nobody() =>
        Prop.ForAll(Rounds.ToArbitrary(), round =>
            Text((round with { Questions = [.. round.Questions.Where(each => each.Counts)] }).Table()).ShouldBe(Text(round.Table()))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_mean_of_a_team_is_that_of_its_peoples_points() =>
        Prop.ForAll(Rounds.ToArbitrary(), round => round.Table().Teams.All(team =>
            Math.Abs(team.Mean - team.Members.Average(line => line.Points)) <= 0.5 && team.Members.All(line => line.Player.Team == team.Team))).QuickCheckThrowOnFailure();

    private static Gen<AnsweredQuestion[]> Questions(RoundPlayer[] players) =>
        from votes in Gen.Choose(1, 2)
        from all in Gen.ArrayOf(Question(players), votes)
        select all;

    private static Gen<AnsweredQuestion> Question(RoundPlayer[] players) =>
        from state in Gen.Elements(PostState.Settled, PostState.Settled, PostState.Revealed, PostState.Withdrawn, PostState.Closing)
        from allowed in Gen.Choose(45, 90)
        from answers in Gen.ArrayOf(Gen.Choose(-2, 100_000), players.Length)
        from given in Gen.ArrayOf(Gen.Choose(0, 2), players.Length)
        from openings in Gen.Choose(0, 3).SelectMany(count => Gen.ArrayOf(Gen.Choose(-100_000, 0), count))
        select new AnsweredQuestion(
            new RoundQuestion(0, 0, Post(state), New.ChoiceItem()),
            Duration.FromSeconds(allowed),
            [.. players.Select((player, index) => (player, index)).Where(each => given[each.index] > 0)
                .Select(each => AnswerOf(each.player.Learner, given[each.index] == 2, Duration.FromMilliseconds(answers[each.index] - 2000 - (openings.Length == 0 ? 0 : 50_000))))])
        {
            Openings = [.. openings.Select(before => Opened + Duration.FromMilliseconds(before))],
        };

    private static AnsweredQuestion Numbered(AnsweredQuestion each, int number, int vote) => each with { Question = each.Question with { Number = number, Vote = vote } };

    private static DailyPost Post(PostState state) => new()
    {
        Id = new PostId(1),
        Schedule = default,
        Round = new RoundId(1),
        Channel = New.ChannelKey,
        Date = New.Date("2026-03-05"),
        Slot = 2,
        Item = New.ChoiceItem().Id,
        ItemVersion = 1,
        Presentation = Presentation.Draw(New.ChoiceItem(), new Random(1)),
        State = state,
        Feedback = FeedbackMode.AtClose,
        DueAt = Opened,
        OpenedAt = Opened,
    };

    private static DailyAnswer AnswerOf(LearnerKey learner, bool isRight, Duration took)
    {
        var answer = KnownAnswers.Of(New.ChoiceItem(), isRight);
        return new()
        {
            Post = new PostId(1),
            Learner = learner,
            First = answer,
            IsFirstCorrect = isRight,
            FirstAt = Opened + took,
            Last = answer,
            IsLastCorrect = isRight,
            Changes = 0,
            IsPractice = false,
        };
    }

    private static LearnerKey Person(int index) => new(New.ChannelKey.Group, $"u{index}");

    private static string Text(RoundTable table) => string.Join('\n', table.Lines.Select(line => line.ToString()).Concat(
        table.Teams.Select(team => $"{team.Rank} {team.Team} {team.Mean} {string.Join(',', team.Members.Select(member => member.Player.Learner))}")));

    private static void IsRanked(IReadOnlyList<int> ranks)
    {
        for (var index = 0; index < ranks.Count; index++)
        {
            ranks[index].ShouldBeOneOf(index + 1, index == 0 ? 1 : ranks[index - 1]);
        }
    }

    private sealed record Played(RoundPlayer[] Players, RoundScoring Scoring, AnsweredQuestion[] Questions)
    {
        public RoundTable Table() => RoundTable.Of(Players, Questions, Scoring, Rules);
    }
}
