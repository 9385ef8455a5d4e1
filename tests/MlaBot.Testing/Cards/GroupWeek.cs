using MlaBot.Chat.Cards;
using MlaBot.Core.Daily;
using MlaBot.Core.Time;
using MlaBot.Testing.Chat;

namespace MlaBot.Testing.Cards;

/// <summary>The cards of boards, the own record and a challenge over several days, after a week in which three people answered.</summary>
public sealed class GroupWeek
{
    private GroupWeek(IReadOnlyDictionary<string, Card> cards) => Cards = cards;

    /// <summary>The cards by what they show: <c>board</c>, <c>board-end</c>, <c>record</c>, <c>me-board</c>, <c>marathon-start</c>,
    /// <c>marathon-standing</c>, <c>marathon-show</c>, <c>marathon-end</c>.</summary>
    public IReadOnlyDictionary<string, Card> Cards { get; }

    /// <summary>Lets a week pass from Monday to the next one.</summary>
    public static async Task<GroupWeek> PlayAsync()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TypeAsync("setup", ("zone", "Europe/Berlin"), ("time", "09:00"), ("open", "8"));
        foreach (var schedule in (await bot.Daily.SchedulesAsync(bot.Channel, CancellationToken.None)).Skip(1))
        {
            await bot.TypeAsync("schedule remove", ("schedule", schedule.Id.ToString()));
        }

        await bot.TypeAsync("boards", ("week", "on"));
        await bot.TypeAsync("marathon start", ("days", "7"), ("title", "A *week* of S3 & <friends>"), ("from", "today"));
        // Signs that a card or a platform would read as marks.
        string[] people = ["ana *bold*", "ben_under_", "<@cy> & co"];
        Card? show = null;
        for (var day = 0; day < 7; day++)
        {
            var post = await NextAsync(bot);
            foreach (var (index, person) in people.Index())
            {
                var right = day % (index + 1) == 0;
                await bot.TypeAsync(
                    "answer", person, isAdmin: false, ("question", $"{post.Number}"), ("letters", post.Presentation.LetterOf(new(right ? "b" : "a"))));
            }

            await bot.RunAsync(TimeSpan.FromHours(10), TimeSpan.FromHours(1));
            await bot.RunAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(20));
            show ??= await bot.TypeAsync("marathon show", people[1], isAdmin: false);
        }

        while (bot.Clock.Now() < New.Instant("2026-03-09T00:00Z"))
        {
            await bot.RunAsync(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(30));
        }

        return new GroupWeek(new Dictionary<string, Card>(StringComparer.Ordinal)
        {
            ["board"] = await bot.TypeAsync("board", people[1], isAdmin: false, ("when", "last")),
            ["board-end"] = Posted(bot, "board:Week:2026-03-02"),
            ["record"] = await bot.TypeAsync("record", people[1], isAdmin: false),
            ["me-board"] = await bot.TypeAsync("me board", people[1], isAdmin: false, ("alias", "Blue Heron")),
            ["marathon-start"] = Posted(bot, ":start"),
            ["marathon-standing"] = Posted(bot, ":2026-03-04"),
            ["marathon-show"] = show!,
            ["marathon-end"] = Posted(bot, ":end"),
        });
    }

    private static Card Posted(TestBot bot, string marker) => bot.Platform.Messages.Single(message => message.Marker.EndsWith(marker, StringComparison.Ordinal)).Card;

    private static async Task<DailyPost> NextAsync(TestBot bot)
    {
        while (true)
        {
            if ((await bot.Daily.RecentAsync(bot.Channel, 10, CancellationToken.None)).FirstOrDefault(post => post.State == PostState.Open) is { } open)
            {
                return open;
            }

            await bot.RunAsync(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(20));
        }
    }
}
