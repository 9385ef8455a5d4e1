using MlaBot.Core;
using MlaBot.Core.Daily;
using MlaBot.Storage.Database;
using MlaBot.Storage.Database.Writing;

namespace MlaBot.Storage.Tests.Database;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task Two_hundred_callers_at_once_are_all_answered_and_each_learner_is_stored_once()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();

        var stored = await Task.WhenAll(Enumerable.Range(0, 200).Select(number =>
            Task.Run(() => store.AnswerAsync(post, "a", "u" + (number % 50)))));

        stored.Count(each => each.Fate == AnswerFate.Recorded).ShouldBe(50);
        stored.Count(each => each.Fate == AnswerFate.AlreadyAnswered).ShouldBe(150);
        await store.ReopenAsync();
        (await store.Daily.AnswersAsync(post.Id, default)).Select(answer => answer.Learner.UserId).Distinct().Count().ShouldBe(50);
        (await store.Daily.ParticipantsAsync(post.Id, default)).ShouldBe(50);
    }

    [Fact]
    public async Task What_waits_is_committed_in_one_transaction()
    {
        await using var store = await TestStore.OpenAsync();
        var held = await HeldWriter.StartAsync(store.Database);
        var others = Enumerable.Range(0, 20).Select(_ => store.Database.Writer.WriteAsync(AddAndCountCommitted, default)).ToArray();

        await held.ReleaseAsync();

        (await Task.WhenAll(others)).ShouldAllBe(committed => committed == 0);
    }

    [Fact]
    public async Task A_write_that_fails_fails_its_caller_alone()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        var held = await HeldWriter.StartAsync(store.Database);
        var before = store.AnswerAsync(post, "a", "u1");
        var failing = store.Database.Writer.WriteAsync<int>(
            session =>
            {
                session.Sql.Run("UPDATE Answers SET First = 'gone'");
                throw new InvalidOperationException("a mistake");
            },
            default);
        var after = store.AnswerAsync(post, "b", "u2");

        await held.ReleaseAsync();

        (await Should.ThrowAsync<InvalidOperationException>(failing)).Message.ShouldBe("a mistake");
        (await before).Fate.ShouldBe(AnswerFate.Recorded);
        (await after).Fate.ShouldBe(AnswerFate.Recorded);
        (await store.Daily.FindAnswerAsync(post.Id, New.Learner("u1"), default))!.First.Canonical.ShouldBe("a");
    }

    [Fact]
    public async Task When_the_commit_fails_every_caller_of_the_group_hears_it_and_nothing_is_stored()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        var held = await HeldWriter.StartAsync(store.Database);
        var answer = store.AnswerAsync(post, "a");
        // A reference that is checked at the end of the transaction makes the commit itself fail.
        var breaking = store.Database.Writer.WriteAsync(
            session =>
            {
                session.Sql.Run("PRAGMA defer_foreign_keys = ON");
                return session.Sql.Run("UPDATE Posts SET ChannelId = 99");
            },
            default);

        await held.ReleaseAsync();

        await Should.ThrowAsync<ExternalFaultException>(answer);
        await Should.ThrowAsync<ExternalFaultException>(breaking);
        (await store.Daily.ParticipantsAsync(post.Id, default)).ShouldBe(0);
        (await store.AnswerAsync(post, "a")).Fate.ShouldBe(AnswerFate.Recorded);
    }

    [Fact]
    public async Task A_full_disk_is_a_fault_that_may_pass_and_leaves_nothing_half_written()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        await store.Database.Writer.WriteAsync(session => session.Sql.First("PRAGMA max_page_count = 1", row => row.GetInt32(0)), default);
        var big = New.Answer(post, "a") with { LearnerName = new string('x', 100_000) };

        var fault = await Should.ThrowAsync<ExternalFaultException>(store.Daily.RecordAsync(big, default));

        fault.Message.ShouldBe("The disk is full, so nothing can be stored.");
        fault.IsTransient.ShouldBeTrue();
        (await store.Learners.FindAsync(New.Learner(), default)).ShouldBeNull();
        await store.Database.Writer.WriteAsync(session => session.Sql.First("PRAGMA max_page_count = 100000", row => row.GetInt32(0)), default);
        (await store.Daily.RecordAsync(big, default)).Fate.ShouldBe(AnswerFate.Recorded);
    }

    [Fact]
    public async Task A_write_whose_caller_gave_up_before_it_began_is_left_out()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        using var giveUp = new CancellationTokenSource();
        var held = await HeldWriter.StartAsync(store.Database);
        var answer = store.Daily.RecordAsync(New.Answer(post, "a"), giveUp.Token);

        await giveUp.CancelAsync();
        await held.ReleaseAsync();

        await Should.ThrowAsync<OperationCanceledException>(answer);
        (await store.AnswerAsync(post, "b")).Fate.ShouldBe(AnswerFate.Recorded);
    }

    [Fact]
    public async Task Closing_commits_what_waits_and_refuses_what_comes_later()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();
        var answers = Enumerable.Range(0, 100).Select(number => store.AnswerAsync(post, "a", "u" + number)).ToArray();

        await store.Database.DisposeAsync();

        (await Task.WhenAll(answers)).ShouldAllBe(stored => stored.Fate == AnswerFate.Recorded);
        await Should.ThrowAsync<ExternalFaultException>(() => store.AnswerAsync(post, "a", "late"));
        await Should.ThrowAsync<ExternalFaultException>(() => store.Daily.FindPostAsync(post.Id, default));
        await store.ReopenAsync();
        (await store.Daily.ParticipantsAsync(post.Id, default)).ShouldBe(100);
    }

    [Fact]
    public async Task A_caller_is_told_after_the_commit_and_can_read_its_own_write()
    {
        await using var store = await TestStore.OpenAsync();
        var post = await store.PostAsync();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(async number =>
        {
            await store.AnswerAsync(post, "a", "u" + number);
            (await store.Daily.FindAnswerAsync(post.Id, New.Learner("u" + number), default)).ShouldNotBeNull();
        }));
    }

    /// <summary>Adds a row and gives the number of those that others can see: none, as long as nothing is committed.</summary>
    private static long AddAndCountCommitted(WriteSession session)
    {
        using var outside = SqliteFile.Open(session.Sql.Connection.DataSource);
        using var sql = new PreparedCommands(outside);
        session.Sql.Run("INSERT INTO Outages (\"From\", \"To\") VALUES (0, 0)");
        return sql.First("SELECT count(*) FROM Outages", row => row.GetInt64(0));
    }
}
