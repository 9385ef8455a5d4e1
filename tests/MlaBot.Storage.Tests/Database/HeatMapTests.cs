using MlaBot.Core.Daily;
using MlaBot.Core.Rounds;
using NodaTime;

namespace MlaBot.Storage.Tests.Database;

public sealed class HeatMapTests
{
    [Fact]
    public async Task First_attempts_of_revealed_questions_are_read_by_post()
    {
        await using var store = await TestStore.OpenAsync();
        var (first, second) = (await AnsweredAsync(store, "u1:a u2:b u3:?", PostState.Settled), await AnsweredAsync(store, "u1:b", PostState.Revealed, day: 1));

        var read = await store.HeatMap.ReadAsync(first.Channel, New.Nine, default);

        read.Select(post => (post.Item, post.Version)).ShouldBe([(first.Item, 1), (second.Item, 1)]);
        read[0].Attempts.Select(attempt => attempt.IsRight).ShouldBe([true, false, false], ignoreOrder: true);
        read[0].Attempts.Select(attempt => attempt.Person).Distinct().Count().ShouldBe(3);
        read[0].Attempts.ShouldContain(attempt => attempt.Person == read[1].Attempts.Single().Person, "a person is the same one in every question");
    }

    [Theory]
    [InlineData(PostState.Open)]
    [InlineData(PostState.Closing)]
    [InlineData(PostState.Withdrawn)]
    public async Task A_question_whose_key_is_no_public_matter_counts_for_nothing(PostState state)
    {
        await using var store = await TestStore.OpenAsync();
        var post = await AnsweredAsync(store, "u1:a u2:b u3:a", state);

        (await store.HeatMap.ReadAsync(post.Channel, New.Nine, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_attempt_counts_although_the_answer_was_changed_and_practice_does_not()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        await store.AnswerAsync(post, "b", "u1", mayChange: true);
        await store.AnswerAsync(post, "a", "u1", mayChange: true);
        await store.MoveAsync(await store.MoveAsync(post, PostState.Revealed), PostState.Settled);
        await store.AnswerAsync(post, "a", "late");

        (await store.HeatMap.ReadAsync(post.Channel, New.Nine, default)).ShouldHaveSingleItem().Attempts.ShouldHaveSingleItem().IsRight.ShouldBeFalse();
    }

    [Fact]
    public async Task Older_questions_and_those_of_other_channels_and_groups_stay_out()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await AnsweredAsync(store, "u1:a", PostState.Settled);
        await AnsweredAsync(store, "u1:a", PostState.Settled, channel: "c2");
        await AnsweredAsync(store, "u1:a", PostState.Settled, group: "g2");

        (await store.HeatMap.ReadAsync(post.Channel, New.Nine, default)).Count.ShouldBe(1);
        (await store.HeatMap.ReadAsync(post.Channel, New.Nine + Duration.FromMilliseconds(1), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_round_counts_with_its_first_votes()
    {
        await using var store = await TestStore.OpenAsync();
        var channel = (await store.ScheduleAsync()).Channel;
        var round = (await store.Rounds.AddAsync(
            new Round
            {
                Id = default,
                Channel = channel,
                Exam = new("MLA-C01"),
                Host = New.Learner(),
                HostName = "Ana",
                Options = new RoundOptions { VotesTwice = true },
                Phase = RoundPhase.Ready,
                StartedAt = New.Nine,
            },
            default))!;
        await VoteAsync(store, round, vote: 1, picked: "b");
        await VoteAsync(store, round, vote: 2, picked: "a");

        (await store.HeatMap.ReadAsync(channel, New.Nine, default)).ShouldHaveSingleItem().Attempts.ShouldHaveSingleItem().IsRight.ShouldBeFalse();
    }

    private static async Task VoteAsync(TestStore store, Round round, int vote, string picked)
    {
        var draft = New.Post(new Schedule { Id = default, Channel = round.Channel, Domain = new("1"), At = default, Zone = "UTC", Days = new HashSet<IsoDayOfWeek>() }, slot: 2 + vote - 1)
            with
        { Round = round.Id, State = PostState.Intended };
        var post = await store.Rounds.AddPostAsync(round, new RoundQuestion(1, vote, draft, New.Choice()), default);
        var open = await store.MoveAsync(post, PostState.Open);
        await store.AnswerAsync(open, picked);
        await store.MoveAsync(open, PostState.Settled);
    }

    private static async Task<DailyPost> AnsweredAsync(TestStore store, string answers, PostState state, string group = "g1", string channel = "c1", int day = 0)
    {
        var post = await store.PostAsync(PostState.Open, group, channel, day);
        foreach (var answer in answers.Split(' '))
        {
            await store.AnswerAsync(post, answer.Split(':')[1], answer.Split(':')[0]);
        }

        return state == PostState.Open ? post : await store.MoveAsync(post, state);
    }
}
