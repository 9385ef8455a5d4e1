using MlaBot.Core.Boards;
using MlaBot.Core.Channels;
using MlaBot.Core.Daily;
using MlaBot.Storage.Database;
using MlaBot.Testing;
using MlaBot.Testing.Daily;
using NodaTime;

namespace MlaBot.Storage.Tests.Boards;

/// <summary>A group whose questions are answered day by day.</summary>
internal static class BoardGroup
{
    public static IBoardStore Boards(this TestGroup group) => group.Engine.Get<IBoardStore>();

    public static LocalDate Today(this TestGroup group) => group.Now.InZone(DateTimeZoneProviders.Tzdb[group.Channel.Zone]).Date;

    public static Task<IReadOnlyList<BoardTotal>> TotalsAsync(this TestGroup group, BoardKind kind, LocalDate? on = null) =>
        group.Boards().TotalsAsync(group.Channel.Key, BoardPeriod.Of(kind, on ?? group.Today()), CancellationToken.None);

    public static async Task<BoardView> BoardAsync(this TestGroup group, string user = "ada", BoardKind kind = BoardKind.Week, bool last = false) =>
        (await group.Engine.Get<ShowBoard>().HandleAsync(group.Learner(user), group.Channel.Key, new BoardWish(kind) { IsLast = last }, CancellationToken.None)).ShouldBeOk();

    public static Task<FinalBoard?> ArchiveAsync(this TestGroup group, BoardKind kind, LocalDate on) =>
        group.Boards().FindArchiveAsync(group.Channel.Key, BoardPeriod.Of(kind, on), CancellationToken.None);

    /// <summary>Goes to the next question, lets people answer it, and waits for its reveal.</summary>
    /// <param name="group">The group.</param>
    /// <param name="answers">Names with a letter each, such as <c>ada:B ben:A</c>; B is right.</param>
    public static async Task<DailyPost> DayAsync(this TestGroup group, string answers)
    {
        var count = group.Platform.Shown.Count;
        while (group.Platform.Shown.Count == count)
        {
            await group.RunToAsync((await group.Engine.Runner.NextDueAsync(CancellationToken.None))!.Value);
        }

        var post = group.Platform.Shown[^1].Post;
        foreach (var answer in answers.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            (await group.AnswerAsync(post, answer.Split(':')[1], answer.Split(':')[0])).ShouldBeOk();
        }

        await group.RunToAsync((await group.ReadAsync(post)).ClosesAt!.Value + group.Rules.Drain);
        return post;
    }

    public static async Task<TestGroup> StartAsync(string now = "2026-03-02T07:00Z", string zone = "Europe/Berlin", FeedbackMode feedback = FeedbackMode.Immediate)
    {
        var group = await TestGroup.StartAsync(now, zone, feedback);
        await group.ScheduleAsync("09:00");
        return group;
    }

    /// <summary>Drops what boards have counted, as in a database from before there were boards, and starts the bot on it.</summary>
    public static async Task CountAnewAsync(this TestGroup group)
    {
        await group.Engine.Get<SqliteDatabase>().Writer.WriteAsync(
            session => session.Sql.Run("DELETE FROM CountedPosts") + session.Sql.Run("DELETE FROM BoardTotals") + session.Sql.Run("DELETE FROM Boards") + session.Sql.Run("DELETE FROM GroupDays"), default);
        await group.RestartAsync();
        await group.RunDueAsync();
    }

    /// <summary>What everybody did in a period, worked out anew from the answers of the posts.</summary>
    public static async Task<Dictionary<string, (int Answered, int Right)>> RecountAsync(this TestGroup group, BoardPeriod period)
    {
        var all = new Dictionary<string, (int Answered, int Right)>(StringComparer.Ordinal);
        foreach (var post in await group.Engine.Store.RecentAsync(group.Channel.Key, 10_000, CancellationToken.None))
        {
            if (!period.Contains(post.Date) || post.State is not (PostState.Revealed or PostState.Settled))
            {
                continue;
            }

            foreach (var answer in (await group.Engine.Store.AnswersAsync(post.Id, CancellationToken.None)).Where(answer => !answer.IsPractice))
            {
                var (answered, right) = all.GetValueOrDefault(answer.Learner.UserId);
                all[answer.Learner.UserId] = (answered + 1, right + (answer.IsFirstCorrect ? 1 : 0));
            }
        }

        return all;
    }

    /// <summary>The totals of a period by user.</summary>
    public static async Task<Dictionary<string, (int Answered, int Right)>> ByUserAsync(this TestGroup group, BoardPeriod period, params IEnumerable<string> users)
    {
        var totals = (await group.Boards().TotalsAsync(group.Channel.Key, period, CancellationToken.None)).ToDictionary(total => total.Member);
        var all = new Dictionary<string, (int Answered, int Right)>(StringComparer.Ordinal);
        foreach (var user in users)
        {
            if (await group.Boards().FindMemberAsync(group.Learner(user), CancellationToken.None) is { } member && totals.Remove(member.Id, out var total))
            {
                all[user] = (total.Answered, total.Right);
            }
        }

        totals.ShouldBeEmpty();
        return all;
    }
}
