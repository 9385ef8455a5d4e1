using MlaBot.Core.Daily;
using MlaBot.Core.Questions;
using NodaTime;

namespace MlaBot.Storage.Tests.Database;

public sealed class AnswerTests
{
    public static TheoryData<PostState> Accepting => [PostState.Intended, PostState.Open, PostState.Closing];

    public static TheoryData<PostState> Over => [PostState.Revealed, PostState.Settled];

    public static TheoryData<PostState> Shut => [PostState.Planned, PostState.Missed, PostState.Skipped, PostState.Withdrawn];

    [Theory]
    [MemberData(nameof(Accepting))]
    public async Task The_first_answer_is_recorded_while_the_message_may_be_visible(PostState state)
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync(state);

        var stored = await store.AnswerAsync(post, "a");

        stored.Fate.ShouldBe(AnswerFate.Recorded);
        stored.Standing!.IsPractice.ShouldBeFalse();
        stored.Standing.IsFirstCorrect.ShouldBeTrue();
        (await store.Daily.FindAnswerAsync(post.Id, New.Learner(), default)).ShouldStandAs(stored.Standing);
    }

    [Theory]
    [MemberData(nameof(Over))]
    public async Task An_answer_after_the_reveal_is_practice_and_counts_for_nobody(PostState state)
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync(state);

        var stored = await store.AnswerAsync(post, "a");

        stored.Fate.ShouldBe(AnswerFate.Practice);
        stored.Standing!.IsPractice.ShouldBeTrue();
        (await store.Daily.ParticipantsAsync(post.Id, default)).ShouldBe(0);
        (await store.Daily.AnswersAsync(post.Id, default)).ShouldBeEmpty();
        (await store.Streaks.AnsweredAsync(New.Learner(), default)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Shut))]
    public async Task A_post_that_is_not_open_takes_no_answer(PostState state)
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync(state);

        (await store.AnswerAsync(post, "a")).ShouldBe(new StoredAnswer(AnswerFate.NotOpen, null));

        (await store.Daily.FindAnswerAsync(post.Id, New.Learner(), default)).ShouldBeNull();
        (await store.Learners.FindAsync(New.Learner(), default)).ShouldBeNull();
    }

    [Fact]
    public async Task The_question_that_was_answered_or_changed_last_is_found_whatever_their_order()
    {
        await using var store = await TestStore.OpenAsync();
        var older = await store.PostAsync();
        var newer = await store.PostAsync(day: 1);
        var elsewhere = await store.PostAsync(channel: "c2");
        (await LastAsync(older.Channel)).ShouldBeNull();

        await RecordAsync(newer, "a", minutes: 1);
        await RecordAsync(older, "a", minutes: 2);
        await RecordAsync(elsewhere, "a", minutes: 3);

        (await LastAsync(older.Channel)).ShouldBe(older.Id);
        (await LastAsync(elsewhere.Channel)).ShouldBe(elsewhere.Id);
        (await store.Daily.LastAnsweredAsync(older.Channel, New.Learner("u2"), default)).ShouldBeNull();
        await RecordAsync(newer, "b", minutes: 4);
        (await LastAsync(older.Channel)).ShouldBe(newer.Id);

        Task<PostId?> LastAsync(Core.Channels.ChannelKey channel) => store.Daily.LastAnsweredAsync(channel, New.Learner(), default);
        Task RecordAsync(DailyPost post, string picked, int minutes) => store.Daily.RecordAsync(
            New.Answer(post, picked, mayChange: true) with { At = newer.DueAt + Duration.FromMinutes(minutes) }, default);
    }

    [Fact]
    public async Task A_post_that_never_was_takes_no_answer()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();

        (await store.AnswerAsync(post with { Id = new PostId(99) }, "a")).Fate.ShouldBe(AnswerFate.NotOpen);
    }

    [Fact]
    public async Task A_second_answer_changes_nothing_unless_it_may()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        var first = await store.AnswerAsync(post, "b");

        var second = await store.AnswerAsync(post, "a");

        second.Fate.ShouldBe(AnswerFate.AlreadyAnswered);
        second.Standing.ShouldStandAs(first.Standing!);
    }

    [Fact]
    public async Task A_changed_answer_keeps_the_first_attempt_and_counts_the_changes()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        await store.AnswerAsync(post, "b", mayChange: true);
        await store.AnswerAsync(post, "c", mayChange: true);

        var changed = await store.AnswerAsync(post, "a", mayChange: true);

        changed.Fate.ShouldBe(AnswerFate.Changed);
        changed.Standing.ShouldStandAs(new DailyAnswer
        {
            Post = post.Id,
            Learner = New.Learner(),
            First = New.Picked("b"),
            IsFirstCorrect = false,
            FirstAt = post.DueAt + Duration.FromMinutes(5),
            Last = New.Picked("a"),
            IsLastCorrect = true,
            Changes = 2,
            IsPractice = false,
        });
        (await store.Daily.FindAnswerAsync(post.Id, New.Learner(), default)).ShouldStandAs(changed.Standing!);
    }

    [Fact]
    public async Task The_same_answer_again_is_no_change()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        await store.AnswerAsync(post, "c,a", mayChange: true);

        var again = await store.AnswerAsync(post, "a,c", mayChange: true);

        again.Fate.ShouldBe(AnswerFate.AlreadyAnswered);
        again.Standing!.Changes.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Over))]
    public async Task After_the_reveal_an_answer_stands_even_if_it_may_change(PostState state)
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        await store.AnswerAsync(post, "b", mayChange: true);
        post = await store.MoveAsync(post, state);

        var late = await store.AnswerAsync(post, "a", mayChange: true);

        late.Fate.ShouldBe(AnswerFate.AlreadyAnswered);
        late.Standing!.Last.Canonical.ShouldBe("b");
        late.Standing.IsPractice.ShouldBeFalse();
    }

    [Fact]
    public async Task A_state_that_changes_between_two_answers_is_seen()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        await store.AnswerAsync(post, "a", "u1");
        await store.MoveAsync(post, PostState.Withdrawn);

        (await store.AnswerAsync(post, "a", "u2")).Fate.ShouldBe(AnswerFate.NotOpen);
    }

    [Fact]
    public async Task Answers_come_back_after_a_restart_in_the_order_of_their_arrival()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        await store.Daily.RecordAsync(New.Answer(post, "b", "late") with { At = New.Nine + Duration.FromHours(2) }, default);
        await store.Daily.RecordAsync(New.Answer(post, "?", "early") with { At = New.Nine + Duration.FromHours(1) }, default);

        await store.ReopenAsync();

        var answers = await store.Daily.AnswersAsync(post.Id, default);
        answers.Select(answer => (answer.Learner.UserId, answer.First.Canonical)).ShouldBe([("early", "?"), ("late", "b")]);
        (await store.Daily.ParticipantsAsync(post.Id, default)).ShouldBe(2);
    }

    [Fact]
    public async Task The_name_that_comes_with_an_answer_is_remembered()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        await store.AnswerAsync(post, "a");

        await store.Daily.RecordAsync(New.Answer(post, "a") with { LearnerName = "New name" }, default);

        (await store.Learners.FindAsync(New.Learner(), default))!.Name.ShouldBe("New name");
    }

    [Fact]
    public async Task Every_kind_of_answer_comes_back_as_it_was()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        Answer[] answers =
        [
            New.Picked("a"), New.Picked("c,a"), new Answer.Ordered([new("s2"), new("s1"), new("s3")]),
            new Answer.Matched([new(new PartId("p2"), new PartId("r1")), new(new PartId("p1"), new PartId("r3"))]), new Answer.Unknown(),
        ];
        foreach (var answer in answers)
        {
            await store.Daily.RecordAsync(New.Answer(post, "a", answer.Canonical) with { Answer = answer }, default);
        }

        foreach (var answer in answers)
        {
            var found = await store.Daily.FindAnswerAsync(post.Id, New.Learner(answer.Canonical), default);
            found!.First.GetType().ShouldBe(answer.GetType());
            found.First.Canonical.ShouldBe(answer.Canonical);
        }
    }
}
