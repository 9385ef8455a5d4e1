namespace MlaBot.Tests.Program;

/// <summary>Streaks over simulated days in the real program.</summary>
public sealed class StreakTests : IDisposable
{
    private readonly BotFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_streak_grows_uses_its_freezes_says_so_and_breaks_when_they_are_gone()
    {
        await using var bot = await _folder.StartAsync();
        await bot.SayAsync("/as ana");

        (await AnswerOnAsync(bot, day: 7)).ShouldSay("Streak: 1 day, 2 freezes.");
        (await AnswerOnAsync(bot, day: 8)).ShouldSay("Streak: 2 days, 2 freezes.");
        (await AnswerOnAsync(bot, day: 10)).ShouldSay("A freeze covered 2050-03-09; 1 freeze left. Streak: 3 days, 1 freeze.");
        (await AnswerOnAsync(bot, day: 10, hour: 13)).ShouldSay("Multiple response Streak: 3 days, 1 freeze.");
        (await AnswerOnAsync(bot, day: 13)).ShouldSay(
            "A freeze covered 2050-03-11; no freeze left. A row of 3 ended on 2050-03-12; a new one starts today. Streak: 1 day, no freeze.");
        (await bot.SayAsync("/streak")).ShouldSay("1 day, today included. Longest: 3. Freezes: 0 of 3");
        bot.Errors.ShouldBeFreeOfTraces();
    }

    [Fact]
    public async Task Seven_days_earn_a_freeze()
    {
        await using var bot = await _folder.StartAsync();
        await bot.SayAsync("/as ana");
        for (var day = 7; day < 13; day++)
        {
            await AnswerOnAsync(bot, day);
        }

        (await AnswerOnAsync(bot, day: 13)).ShouldSay("Streak: 7 days, 3 freezes.");
    }

    [Fact]
    public async Task A_vacation_keeps_the_streak_and_costs_no_freeze()
    {
        await using var bot = await _folder.StartAsync();
        await bot.SayAsync("/as ana");
        await AnswerOnAsync(bot, day: 7);

        (await bot.SayAsync("/vacation 2050-03-08 2050-03-12")).ShouldSay("Noted: you are off from 2050-03-08 to 2050-03-12. Your streak waits for you.");

        (await AnswerOnAsync(bot, day: 13)).ShouldSay("Streak: 2 days, 2 freezes.");
    }

    [Fact]
    public async Task Days_on_which_the_bot_was_away_break_nobodys_streak()
    {
        await using (var before = await _folder.StartAsync())
        {
            await before.SayAsync("/as ana");
            await AnswerOnAsync(before, day: 7);
            (await before.EndAsync()).ShouldBe(0);
        }

        _folder.SetClock("2050-03-17T10:00:00Z");
        await using var bot = await _folder.StartAsync();

        bot.Errors.ShouldSay("I was away from 2050-03-07T");
        (await bot.SayAsync("ana", "/streak")).ShouldSay("1 day. Today is still to do");
        (await bot.SayAsync("/schedule now 1")).ShouldSay("/schedule now is for admins");
        (await bot.SayAsync("you", "/schedule now 1")).ShouldSay("is posted.");
        (await bot.SayAsync("ana", "?")).ShouldSay("Streak: 2 days, 2 freezes.");
    }

    /// <summary>Moves to an hour of a day in March and answers the newest question, in the morning the first one of the day.</summary>
    private static async Task<string> AnswerOnAsync(BotProcess bot, int day, int hour = 10)
    {
        await bot.SayAsync($"/time 2050-03-{day:00}T{hour}:00");
        return await bot.SayAsync("?");
    }
}
