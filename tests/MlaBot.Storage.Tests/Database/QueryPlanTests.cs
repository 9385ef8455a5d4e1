using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Core.Exams;
using MlaBot.Core.Learners;
using MlaBot.Core.Marathons;
using MlaBot.Storage.Database;

namespace MlaBot.Storage.Tests.Database;

/// <summary>No statement of the stores reads a growing table from end to end.</summary>
public sealed class QueryPlanTests
{
    private static readonly string[] Growing =
    [
        "p", "a", "l", "Posts", "Answers", "Learners", "ShownItems", "Outages", "d", "r", "Drafts", "Reports", "Deliveries", "Admins",
        "b", "m", "s", "t", "Boards", "BoardTotals", "BoardMembers", "CountedPosts", "GroupDays", "Milestones", "Marathons",
    ];

    [Fact]
    public async Task Every_statement_finds_its_rows_by_an_index()
    {
        await using var store = await TestStore.OpenAsync();
        await UseEverythingAsync(store);
        var reads = await store.Database.Readers.ReadAsync(sql => sql.Texts.ToArray(), default);
        var writes = await store.Database.Writer.WriteAsync(session => session.Sql.Texts.ToArray(), default);

        var scans = reads.Concat(writes)
            .Where(text => text.TrimStart().Split(' ', '\n')[0] is "SELECT" or "UPDATE" or "DELETE" or "INSERT")
            .SelectMany(text => Plan(store.Database.File, text).Select(step => (step, text)))
            .Where(each => Growing.Any(table => each.step == $"SCAN {table}" || each.step.StartsWith($"SCAN {table} ", StringComparison.Ordinal)));

        reads.Length.ShouldBeGreaterThan(15);
        writes.Length.ShouldBeGreaterThan(15);
        scans.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_path_of_every_answer_is_read_from_the_index_alone()
    {
        await using var store = await TestStore.OpenAsync();
        await UseEverythingAsync(store);
        var reads = await store.Database.Readers.ReadAsync(sql => sql.Texts.ToArray(), default);

        foreach (var (text, table) in new[] { ("sum(a.IsGrace)", "a"), ("coalesce(p.OpenedAt", "p"), ("SELECT p.ItemId, count(*)", "p") })
        {
            Plan(store.Database.File, reads.Single(read => read.Contains(text, StringComparison.Ordinal)))
                .ShouldContain(step => step.StartsWith($"SEARCH {table} USING COVERING INDEX", StringComparison.Ordinal));
        }
    }

    private static async Task UseEverythingAsync(TestStore store)
    {
        var post = await store.PostAsync();
        var learner = New.Learner();
        await store.AnswerAsync(post, "b", mayChange: true);
        await store.AnswerAsync(post, "a", mayChange: true);
        await store.Daily.RecordAsync(New.Answer(post, "a") with { LearnerName = "Other" }, default);
        await store.Learners.SaveAsync(new Learner(learner, "Name", LearnerCalendar.Empty), default);
        await store.Channels.SaveRestDaysAsync(learner.Group, new(New.Monday, new HashSet<NodaTime.IsoDayOfWeek>()), default);
        await store.Streaks.BeatAsync(New.Nine, NodaTime.Duration.Zero, default);
        await store.Streaks.BeatAsync(post.DueAt + NodaTime.Duration.FromDays(1), NodaTime.Duration.Zero, default);
        await store.Learners.AddAsync(new Learner(learner, "Name", LearnerCalendar.Empty), default);
        await store.Channels.OfGroupAsync(learner.Group, default);
        await store.Learners.FindAsync(learner, default);
        await store.HeatMap.ReadAsync(post.Channel, New.Nine, default);
        await store.Channels.FindAsync(post.Channel, default);
        await store.Channels.RestDaysAsync(learner.Group, default);
        await store.Streaks.AnsweredAsync(learner, default);
        await store.Streaks.MomentsAsync(learner.Group, New.Nine, default);
        await store.Streaks.OutagesAsync(New.Nine, default);
        await store.Daily.FindScheduleAsync(post.Schedule, default);
        await store.Daily.SchedulesAsync(post.Channel, default);
        await store.Daily.FindPostAsync(post.Id, default);
        await store.Daily.DueAsync(PostState.Planned, after: null, New.Nine, default);
        await store.Daily.DueAsync(PostState.Open, after: null, New.Nine, default);
        await store.Daily.DueAsync(PostState.Withdrawn, New.Nine, NodaTime.Instant.MaxValue, default);
        await store.Daily.DueAsync(PostState.Closing, after: null, New.Nine, default);
        await store.Daily.NextDueAsync(default);
        await store.Daily.LatestAsync(post.Schedule, default);
        await store.Daily.RecentAsync(post.Channel, 5, default);
        await store.Daily.UseCountsAsync(post.Channel, new DomainId("1"), default);
        await store.Daily.ShownItemAsync(post.Item, 1, default);
        await store.Daily.FindAnswerAsync(post.Id, learner, default);
        await store.Daily.LastAnsweredAsync(post.Channel, learner, default);
        await store.Daily.AnswersAsync(post.Id, default);
        await store.Daily.ParticipantsAsync(post.Id, default);
        await store.Drafts.UpdateAsync(learner, "answer:1", _ => "a", default);
        await store.Drafts.UpdateAsync(learner, "answer:1", _ => null, default);
        await store.Drafts.FindAsync(learner, "answer:1", default);
        await store.Drafts.RemoveOlderAsync(New.Nine, default);
        var report = await store.Reports.SaveAsync(New.Report(post), default);
        await store.Reports.ListAsync(learner.Group, onlyOpen: true, 5, default);
        await store.Reports.ListAsync(learner.Group, onlyOpen: false, 5, default);
        await store.Reports.OpenCountsAsync(learner.Group, default);
        await store.Reports.CloseAsync(learner.Group, report.Report.Id, "ana", "", New.Nine, default);
        await store.Home.OpenAsync(learner, new HashSet<ChannelKey>(), default);
        await store.Home.RecordAsync(learner, New.Monday, default);
        await store.Deliveries.ClaimAsync(learner.Group, "e1", default);
        await store.Deliveries.RemoveOlderAsync(New.Nine, default);
        await store.Admins.AddAsync(new(learner, "Name", "root", "Root", New.Nine), default);
        await store.Admins.ListAsync(learner.Group, default);
        await store.Admins.RemoveAsync(learner, default);
        await UseBoardsAsync(store, post);
        await store.Daily.RemoveScheduleAsync(post.Schedule, default);
    }

    private static async Task UseBoardsAsync(TestStore store, DailyPost open)
    {
        var learner = New.Learner();
        var revealed = await store.MoveAsync(await store.MoveAsync(open, PostState.Closing), PostState.Revealed);
        var week = new ChannelBoard(revealed.Channel, BoardPeriod.Of(BoardKind.Week, revealed.Date));
        await store.Boards.ScoreMissingAsync(10, default);
        await store.Boards.TotalsAsync(revealed.Channel, week.Period, default);
        await store.Boards.TotalsAsync(revealed.Channel, week.Period.Start, week.Period.End, default);
        await store.Boards.MembersAsync([(await store.Boards.FindMemberAsync(learner, default))!.Id], default);
        await store.Boards.HiddenAsync(learner.Group, default);
        await store.Boards.SaveChoiceAsync(learner, "Name", new BoardChoice("Alias", IsHidden: false), default);
        await store.Boards.SaveSettingsAsync(revealed.Channel, BoardSettings.Default, default);
        await store.Boards.SettingsAsync(revealed.Channel, default);
        await store.Boards.EndingAsync(revealed.Date.PlusDays(30), default);
        await store.Boards.IsCompleteAsync(week.Channel, week.Period.Start, week.Period.End, default);
        await store.GroupDays.StaleAsync(5, default);
        await store.GroupDays.CountAsync(new ChannelDate(revealed.Channel, revealed.Date), default);
        await store.GroupDays.DaysAsync(revealed.Channel, default);
        await store.GroupDays.ExcusedAsync(revealed.Channel, default);
        await store.GroupDays.UnfinishedAsync(revealed.Channel, default);
        await store.Boards.ArchiveAsync(week, new FinalBoard(0, [], [], 0, 0), isToTell: true, default);
        await store.Boards.ToTellAsync(default);
        await store.Boards.FindArchiveAsync(revealed.Channel, week.Period, default);
        await store.Boards.AdvanceAsync(week, ClosingState.ToTell, ClosingState.Done, default);
        await store.Records.DomainsAsync(learner, revealed.Channel, default);
        await store.Records.AnsweredAsync(learner, default);
        await store.Records.ReachAsync(learner, [new Milestone(MilestoneKind.Answers, 25)], New.Nine, revealed.Channel, default);
        await store.Records.MilestonesAsync(learner, default);
        await store.Records.ToTellAsync(default);
        await store.Records.TakePublicAsync(revealed.Channel, default);
        await UseMarathonsAsync(store, revealed);
    }

    private static async Task UseMarathonsAsync(TestStore store, DailyPost post)
    {
        var marathon = new Marathon { Channel = post.Channel, Title = "Title", From = post.Date, Days = 2, CreatedAt = New.Nine, Told = post.Date };
        await store.Marathons.StartAsync(marathon, default);
        await store.Marathons.ActiveAsync(default);
        var current = (await store.Marathons.FindCurrentAsync(post.Channel, default))!;
        await store.Marathons.LastCountedAsync(post.Channel, post.Date.PlusDays(-1), post.Date.PlusDays(1), default);
        await store.Marathons.AdvanceAsync(current, MarathonState.Running, post.Date, default);
        await store.Marathons.DropAsync(current.Id, default);
        await store.Marathons.ArchiveAsync(current.Id, new FinalMarathon(new FinalBoard(0, [], [], 0, 0), 0, 0, 0, IsStopped: false), isToTell: true, default);
        await store.Marathons.FindLastAsync(post.Channel, default);
    }

    private static List<string> Plan(string file, string text)
    {
        using var connection = SqliteFile.Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + text;
        for (var number = 1; number <= 20; number++)
        {
            command.Parameters.AddWithValue($"${number}", 1);
        }

        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }
}
